import * as Y from 'yjs'
import { generateNKeysBetween } from 'fractional-indexing-jittered'
import { noteColours, type FieldValue } from '#shared/kinds/field.ts'
import { kinds, plainKind, type ArtefactKind } from '#shared/kinds/index.ts'
import { createArtefact } from '#shared/document/artefacts.ts'
import { writeRecord } from '#shared/document/board-record.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { workshopSample } from '#shared/sample/workshop-sample.ts'

interface Card {
  kind: ArtefactKind
  fields: Record<string, FieldValue>
  w: number
  h: number
}

/** What lies in a room: three notes, a quote and an idea by turns, or one of every kind by turns, with the sample's words. */
export type Mix = 'few kinds' | 'all kinds'

const GAP = 24
const few: ArtefactKind[] = ['note', 'note', 'note', 'quote', 'idea']

/** One update that builds a page with this many cards, in rows beside each other. */
export function roomWithCards(count: number, mix: Mix): Uint8Array {
  const doc = new Y.Doc()
  const { artefacts, board } = rootsOf(doc)
  const cards = mix === 'few kinds' ? fewKinds(count) : allKinds(count)
  const order = generateNKeysBetween(null, null, count)
  const wide = Math.sqrt(cards.reduce((area, { w, h }) => area + (w + GAP) * (h + GAP), 0) * 1.8)
  let [x, y, row] = [0, 0, 0]
  doc.transact(() => {
    writeRecord(board, {
      id: 'page:one',
      typeName: 'page',
      name: 'Interviews',
      index: 'a1',
      meta: { phase: 'preparation' },
    })
    for (const [n, { kind, fields, w, h }] of cards.entries()) {
      const made = {
        kind,
        phase: 'preparation',
        createdAt: n,
        authorship: { as: 'anonymous' },
        fields,
      } as const
      const artefactId = createArtefact(artefacts, made)
      if (x > wide) [x, y, row] = [0, y + row, 0]
      writeRecord(board, {
        id: `shape:${n}`,
        typeName: 'shape',
        type: 'card',
        parentId: 'page:one',
        index: order[n],
        x,
        y,
        rotation: 0,
        isLocked: false,
        opacity: 1,
        props: { w, h, artefactId },
        meta: {},
      })
      x += w + GAP
      row = Math.max(row, h + GAP)
    }
  })
  return Y.encodeStateAsUpdate(doc)
}

const fewKinds = (count: number): Card[] =>
  Array.from({ length: count }, (_, n) => ({
    kind: few[n % few.length]!,
    fields: fieldsOf(n),
    w: 240,
    h: 180,
  }))

const fieldsOf = (n: number) => ({
  text: `Karte ${n}: Formulare werden doppelt ausgefüllt, weil die Verfahren nicht verbunden sind.`,
  colour: noteColours[n % noteColours.length]!,
  wording: `Aussage ${n}: Wir drucken das aus und tippen es danach wieder ab.`,
  pseudonym: 'Sachbearbeitung',
  topic: 'Medienbruch',
  sentence: `Idee ${n}: Ein Antrag, der sich selbst vorausfüllt`,
  benefit: 'Weniger Tippfehler',
})

/** The first is a note, whose words the measurement changes. */
function allKinds(count: number): Card[] {
  const byKind = new Map<ArtefactKind, Record<string, FieldValue>[]>([[plainKind, []]])
  for (const { cards } of workshopSample('large', Date.UTC(2026, 0, 1)).groups)
    for (const { kind, fields } of cards) byKind.set(kind, [...(byKind.get(kind) ?? []), fields])
  const turns = [...byKind]
  return Array.from({ length: count }, (_, n) => {
    const [kind, written] = turns[n % turns.length]!
    const fields = written[Math.floor(n / turns.length) % written.length]!
    return { kind, fields, ...kinds[kind].size }
  })
}
