import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { rootsOf, type Roots } from '#shared/document/roots.ts'
import type { Author } from '#server/rooms/author.ts'
import { LockCheck } from '#server/rooms/board-locks.ts'
import { correct } from '#server/rooms/corrections.ts'
import { isShape, PageCensus, pageOf } from '#server/rooms/page-census.ts'
import { seededRandom } from '#tests/support/seeded-random.ts'

const author: Author = {
  id: 'm' as Author['id'],
  name: 'Jemand',
  organisation: 'Amt',
  rights: { arrangePages: true, writeForOthers: true, removeComments: true, release: true },
}

/** A board whose every change is corrected, with a census of its own. */
function correctedBoard(max: number) {
  const doc = new Y.Doc()
  const roots = rootsOf(doc)
  const census = new PageCensus(roots.board, max)
  const change = (by: (board: Roots['board']) => void) =>
    doc.transact((transaction) => {
      by(roots.board)
      correct(transaction, roots, author, census, LockCheck.none(roots))
    })
  return { board: roots.board, census, change }
}

const record = (id: string, parentId: string) =>
  new Y.Map<unknown>(
    Object.entries({
      id,
      typeName: 'shape',
      type: 'frame',
      parentId,
      index: 'a1',
      xy: [0, 0],
      rotation: 0,
      opacity: 1,
    }),
  )

function countOn(board: Roots['board'], page: string): number {
  const parentOf = (id: string) => board.get(id)?.get('parentId')
  return [...board.keys()].filter((id) => isShape(id) && pageOf(id, parentOf) === page).length
}

test('S7 no page ever has more than it may, whatever comes, moves, goes and comes back, one step at a time', () => {
  const max = 5
  for (let seed = 1; seed <= 150; seed++) {
    const random = seededRandom(seed)
    const { board, change } = correctedBoard(max)
    const ids = Array.from({ length: 12 }, (_, i) => `shape:${i}`)
    const parents = ['page:a', 'page:b', ...ids.slice(0, 5)]
    for (let step = 0; step < 60; step++) {
      change(() => {
        const id = random.pick(ids)
        const parent = random.pick(parents)
        if (!board.has(id)) board.set(id, record(id, parent))
        else if (random.chance(0.5)) board.get(id)!.set('parentId', parent)
        else board.delete(id)
      })
      for (const page of ['page:a', 'page:b'])
        expect(countOn(board, page), `seed ${seed}, step ${step}`).toBeLessThanOrEqual(max)
    }
  }
})

test('S22 on a full page additions and deletions cost no walk over the board, and everything else is rationed', () => {
  const max = 1_000
  const { board, change } = correctedBoard(max)
  const add = (id: string, page = 'page:a') => change(() => board.set(id, record(id, page)))
  change(() => {
    for (let i = 0; i < 1_500; i++)
      board.set(`shape:${i}`, record(`shape:${i}`, i < max ? 'page:a' : 'page:b'))
  })
  const walks = vi.spyOn(board, 'keys')
  for (let i = 0; i < 100; i++) add(`shape:more${i}`)
  for (let i = 0; i < 100; i++) change(() => board.delete(`shape:${max + i}`))
  expect(walks.mock.calls.length).toBeLessThanOrEqual(2)
  for (let i = 0; i < 1_000; i++) {
    change(() => board.delete('shape:0'))
    add('shape:0')
  }
  expect(walks.mock.calls.length).toBeLessThanOrEqual(60)
  walks.mockRestore()
  expect(countOn(board, 'page:a')).toBeLessThanOrEqual(max)
})

test('S33 shapes that come before what they are inside of are counted as well', () => {
  const max = 50
  const { board, change } = correctedBoard(max)
  change(() => {
    for (let i = 0; i < max + 5; i++) board.set(`shape:first${i}`, record(`shape:first${i}`, 'page:b'))
  })
  for (let frame = 0; frame < 20; frame++) {
    change(() => {
      for (let i = 0; i < 10; i++)
        board.set(`shape:${frame}.${i}`, record(`shape:${frame}.${i}`, `shape:frame${frame}`))
    })
    change(() => board.set(`shape:frame${frame}`, record(`shape:frame${frame}`, 'page:a')))
  }
  expect(countOn(board, 'page:a')).toBeLessThanOrEqual(max)
  expect(countOn(board, 'page:b')).toBeLessThanOrEqual(max)
  expect(board.size).toBeLessThanOrEqual(3 * max)
})
