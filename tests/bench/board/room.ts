import * as Y from 'yjs'
import { generateNKeysBetween } from 'fractional-indexing-jittered'
import { noteColours } from '#shared/kinds/field.ts'
import type { ArtefactKind } from '#shared/kinds/index.ts'
import { createArtefact } from '#shared/document/artefacts.ts'
import { writeRecord } from '#shared/document/board-record.ts'
import { rootsOf } from '#shared/document/roots.ts'

const COLUMN = 264
const ROW = 204
const kinds: ArtefactKind[] = ['note', 'note', 'note', 'quote', 'idea']

/** One update that builds a page with this many cards in a grid: three notes, a quote and an idea by turns. */
export function roomWithCards(count: number): Uint8Array {
  const doc = new Y.Doc()
  const { artefacts, board } = rootsOf(doc)
  const columns = Math.ceil(Math.sqrt(count * 1.4))
  const order = generateNKeysBetween(null, null, count)
  doc.transact(() => {
    writeRecord(board, {
      id: 'page:one',
      typeName: 'page',
      name: 'Interviews',
      index: 'a1',
      meta: { phase: 'preparation' },
    })
    for (let n = 0; n < count; n++) {
      const artefactId = createArtefact(artefacts, {
        kind: kinds[n % kinds.length]!,
        phase: 'preparation',
        createdAt: n,
        authorship: { as: 'anonymous' },
        fields: fieldsOf(n),
      })
      writeRecord(board, {
        id: `shape:${n}`,
        typeName: 'shape',
        type: 'card',
        parentId: 'page:one',
        index: order[n],
        x: (n % columns) * COLUMN,
        y: Math.floor(n / columns) * ROW,
        rotation: 0,
        isLocked: false,
        opacity: 1,
        props: { w: 240, h: 180, artefactId },
        meta: {},
      })
    }
  })
  return Y.encodeStateAsUpdate(doc)
}

const fieldsOf = (n: number) => ({
  text: `Karte ${n}: Formulare werden doppelt ausgefüllt, weil die Verfahren nicht verbunden sind.`,
  colour: noteColours[n % noteColours.length]!,
  wording: `Aussage ${n}: Wir drucken das aus und tippen es danach wieder ab.`,
  pseudonym: 'Sachbearbeitung',
  topic: 'Medienbruch',
  sentence: `Idee ${n}: Ein Antrag, der sich selbst vorausfüllt`,
  benefit: 'Weniger Tippfehler',
})
