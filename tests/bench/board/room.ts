import * as Y from 'yjs'
import { generateNKeysBetween } from 'fractional-indexing-jittered'
import { createArtefact } from '#shared/document/artefacts.ts'
import { writeRecord } from '#shared/document/board-record.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { cardsOf, type Mix } from '../cards.ts'

const GAP = 24

/** One update that builds a page with this many cards, in rows beside each other. */
export function roomWithCards(count: number, mix: Mix): Uint8Array {
  const doc = new Y.Doc()
  const { artefacts, board } = rootsOf(doc)
  const cards = cardsOf(mix, count)
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
