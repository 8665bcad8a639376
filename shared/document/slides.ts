import type * as Y from 'yjs'
import { numberIn, textIn } from './board-record.ts'
import { fieldsOn, isSheet } from './fields.ts'

/** A part of a page that is shown alone while somebody presents. */
export interface Slide {
  /** Record id of the frame. */
  id: string
  name: string
}

/** The frames of a page in reading order: a sheet's fields row by row, on a free page from top left to bottom right. */
export function slidesOf(board: Y.Map<Y.Map<unknown>>, pageId: string): Slide[] {
  if (isSheet(board.get(pageId))) return fieldsOn(board, pageId).map(({ id, name }) => ({ id, name }))
  const frames: (Slide & { x: number; y: number })[] = []
  board.forEach((record, id) => {
    if (record.get('type') !== 'frame' || record.get('parentId') !== pageId) return
    const [x, y] = [numberIn(record.get('x')) ?? 0, numberIn(record.get('y')) ?? 0]
    frames.push({ id, name: textIn(record.get('p.name')), x, y })
  })
  return frames.sort(inReadingOrder).map(({ id, name }) => ({ id, name }))
}

/** Frames side by side are rarely level to the pixel. */
const SAME_ROW = 80

function inReadingOrder(a: { id: string; x: number; y: number }, b: typeof a): number {
  const row = Math.round(a.y / SAME_ROW) - Math.round(b.y / SAME_ROW)
  return row || a.x - b.x || (a.id < b.id ? -1 : 1)
}
