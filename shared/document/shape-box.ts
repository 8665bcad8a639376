import type * as Y from 'yjs'

/** In board units, relative to the parent. */
export interface Box {
  x: number
  y: number
  w: number
  h: number
}

/** A frame's name stands above it and keeps its size on the screen; this is its height in board units at half size. */
export const FRAME_NAME_HEIGHT = 64

/** What a shape of the document takes up, with the name of a frame: room for a new card is found beside it. */
export function boxOf(shape: Y.Map<unknown>): Box {
  const [x, y] = (shape.get('xy') as [number, number] | undefined) ?? [0, 0]
  const box = { x, y, w: Number(shape.get('p.w')) || 100, h: Number(shape.get('p.h')) || 100 }
  if (shape.get('type') !== 'frame') return box
  return { ...box, y: y - FRAME_NAME_HEIGHT, h: box.h + FRAME_NAME_HEIGHT }
}
