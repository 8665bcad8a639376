import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { writeRecord } from '#shared/document/board-record.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { slidesOf } from '#shared/document/slides.ts'

function boardWith(layout: 'sheet' | 'free', frames: Record<string, object>) {
  const { board } = rootsOf(new Y.Doc())
  writeRecord(board, { id: 'page:one', typeName: 'page', name: 'Eins', index: 'a1', meta: { layout } })
  for (const [id, more] of Object.entries(frames))
    writeRecord(board, {
      ...{ id: `shape:${id}`, typeName: 'shape', type: 'frame', parentId: 'page:one', index: 'a1' },
      ...{
        x: 0,
        y: 0,
        rotation: 0,
        isLocked: false,
        opacity: 1,
        props: { w: 10, h: 10, name: id },
        meta: {},
      },
      ...more,
    })
  return board
}
const names = (board: ReturnType<typeof boardWith>) => slidesOf(board, 'page:one').map(({ name }) => name)

test('frames on a free page are slides row by row, also where they are not level to the pixel', () => {
  const board = boardWith('free', {
    unten: { x: 0, y: 900 },
    rechts: { x: 500, y: 12 },
    links: { x: 0, y: 20 },
    woanders: { parentId: 'page:two' },
    notiz: { type: 'note' },
  })
  expect(names(board)).toEqual(['links', 'rechts', 'unten'])
})

test('a sheet shows its fields in reading order', () => {
  const board = boardWith('sheet', {
    zwei: { meta: { seat: [1, 6, 6] } },
    drei: { meta: { seat: [2, 0, 12] } },
    eins: { meta: { seat: [1, 0, 6] } },
  })
  expect(names(board)).toEqual(['eins', 'zwei', 'drei'])
})

test('a page without frames, and one that is not there, has no slides', () => {
  const board = boardWith('free', {})
  expect([slidesOf(board, 'page:one'), slidesOf(board, 'page:none')]).toEqual([[], []])
})
