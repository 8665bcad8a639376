import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { writeRecord, type BoardRecord } from '#shared/document/board-record.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { followRemovals } from '#client/session/removals.ts'

const card = (id: string): BoardRecord => ({
  id,
  typeName: 'shape',
  type: 'card',
  parentId: 'page:one',
  index: 'a1',
  x: 1,
  y: 2,
  props: { w: 10, h: 10, artefactId: id },
  meta: { at: { x: 1, y: 2 } },
})

test('what somebody else takes off the board is told as it was, in one go', () => {
  const [here, there] = [new Y.Doc(), new Y.Doc()]
  const cards = ['shape:a', 'shape:b'].map(card)
  there.transact(() => cards.forEach((one) => writeRecord(rootsOf(there).board, one)))
  Y.applyUpdate(here, Y.encodeStateAsUpdate(there))
  const told: (readonly BoardRecord[])[] = []
  const byOthers: boolean[] = []
  const stop = followRemovals(rootsOf(here), (records, byOther) => {
    told.push(records)
    byOthers.push(byOther)
  })

  there.transact(() => cards.forEach(({ id }) => rootsOf(there).board.delete(id)))
  Y.applyUpdate(here, Y.encodeStateAsUpdate(there))
  expect(told).toEqual([cards])

  here.transact(() => writeRecord(rootsOf(here).board, cards[1]!))
  here.transact(() => rootsOf(here).board.delete('shape:b'))
  expect(told.splice(1)).toEqual([[cards[1]]])
  expect(byOthers).toEqual([true, false])

  stop()
  here.transact(() => writeRecord(rootsOf(here).board, cards[0]!))
  here.transact(() => rootsOf(here).board.delete('shape:a'))
  expect(told).toHaveLength(1)
})
