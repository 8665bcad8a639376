import * as Y from 'yjs'
import { createArtefact } from '#shared/document/artefacts.ts'
import { placeArtefact } from '#shared/document/placements.ts'
import { rootsOf, type Roots } from '#shared/document/roots.ts'
import { strategiewerkstattDocument } from '#shared/methods/strategiewerkstatt.ts'
import { cardsOf, type Mix } from '../cards.ts'

const sentence = 'Die Anträge kommen auf Papier, und niemand weiß, wo sie gerade liegen. '

/** The template's document with this many notes on its first page. */
export function bigDocument(cards: number): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, template())
  addNotes(doc, cards)
  return Y.encodeStateAsUpdate(doc)
}

const template = () => strategiewerkstattDocument({ language: 'de', kind: 'project', now: 0 })

/** The template's document with so many cards on its first page, as one finds a room in the middle of a programme. */
export function documentWith(mix: Mix, count: number): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, template())
  const { artefacts, board } = rootsOf(doc)
  const parentId = firstPageOf(board)
  doc.transact(() => {
    for (const [n, { kind, fields, w, h }] of cardsOf(mix, count).entries()) {
      const authorship = { as: 'anonymous' } as const
      const made = { kind, phase: 'preparation', createdAt: 1 + n, authorship, fields } as const
      const place = { x: (n % 20) * 620, y: Math.floor(n / 20) * 380 }
      placeArtefact(board, { artefactId: createArtefact(artefacts, made), parentId, ...place, w, h })
    }
  })
  return Y.encodeStateAsUpdate(doc)
}

/** A log is compacted when it is longer; a few cards are missing. */
const LOG_BYTES = 4 * 1024 * 1024 - 4_000

/** The same as a log of somebody's day, which is about to be compacted: every card was moved again and again. */
export function wornLog(cards: number): Uint8Array[] {
  const log = [bigDocument(cards)]
  const doc = new Y.Doc()
  Y.applyUpdate(doc, log[0]!)
  let bytes = log[0]!.length
  doc.on('update', (update: Uint8Array) => {
    log.push(update)
    bytes += update.length
  })
  for (let n = 0, longest = 0; bytes + longest < LOG_BYTES; n++) {
    moveAll(doc, n)
    longest = Math.max(longest, log.at(-1)!.length)
  }
  while (bytes < LOG_BYTES) moveAll(doc, 1, 20)
  return log
}

function moveAll(doc: Y.Doc, dy: number, atMost = Infinity): void {
  const { board } = rootsOf(doc)
  doc.transact(() => {
    for (const record of [...board.values()].slice(0, atMost)) {
      const [x, y] = (record.get('xy') ?? [0, 0]) as [number, number]
      record.set('xy', [x, y + dy])
    }
  })
}

const firstPageOf = (board: Roots['board']) =>
  [...board.keys()].find((id) => id.startsWith('page:')) ?? 'page:preparation'

/** Writes notes in one transaction, as a paste does. */
export function addNotes(doc: Y.Doc, cards: number): void {
  const { artefacts, board } = rootsOf(doc)
  const pageId = firstPageOf(board)
  // Free spots are not looked for: with thousands of cards that would take longer than what is measured
  doc.transact(() => {
    for (let n = 0; n < cards; n++) {
      const text = sentence.repeat(1 + (n % 3))
      const authorship = { as: 'anonymous' } as const
      const artefactId = createArtefact(artefacts, {
        kind: 'note',
        phase: 'preparation',
        createdAt: 1 + n,
        authorship,
        fields: { text },
      })
      placeArtefact(board, {
        artefactId,
        parentId: pageId,
        x: (n % 50) * 220,
        y: Math.floor(n / 50) * 180,
        w: 200,
        h: 160,
      })
    }
  })
}
