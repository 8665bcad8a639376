import type * as Y from 'yjs'
import { numberIn } from './board-record.ts'

/** In board units, relative to the parent. */
export interface Box {
  x: number
  y: number
  w: number
  h: number
}

/** A frame's name stands above it and keeps its size on the screen; this is its height in board units at half size. */
export const FRAME_NAME_HEIGHT = 64

/** Where a shape of the document lies in its parent; at its corner where that cannot be read. */
export function positionOf(shape: Y.Map<unknown>): [x: number, y: number] {
  const xy = shape.get('xy')
  const [x, y] = (Array.isArray(xy) ? xy : []) as unknown[]
  return [numberIn(x) || 0, numberIn(y) || 0]
}

/** What a shape of the document takes up, with the name of a frame: room for a new card is found beside it. */
export function boxOf(shape: Y.Map<unknown>): Box {
  const [x, y] = positionOf(shape)
  const box = {
    x,
    y,
    w: numberIn(shape.get('p.w')) || 100,
    h: numberIn(shape.get('p.h')) || 100,
  }
  if (shape.get('type') !== 'frame') return box
  return { ...box, y: y - FRAME_NAME_HEIGHT, h: box.h + FRAME_NAME_HEIGHT }
}
