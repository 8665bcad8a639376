import { FRAME_NAME_HEIGHT, type Box } from '#shared/document/shape-box.ts'

export type { Box }

/** How many cards away is still "here"; past that, covering something is the lesser evil. */
const REACH = 8
/** Steps per card: fine enough that a card lies where somebody pointed, or a hand's breadth beside it. */
const FINENESS = 4

/**
 * The place nearest to where a block should go that covers none of the others and is cut by no frame's edge, in steps
 * of a quarter of the block's card.
 */
export function freePlace(block: Box, step: { w: number; h: number }, { taken, frames }: Obstacles): Box {
  const free = offsetsByDistance(step)
    .map(({ x, y }) => ({ ...block, x: block.x + x, y: block.y + y }))
    .find(
      (box) => !covering(box, taken) && !frames.some((frame) => overlap(box, frame) && !holds(frame, box)),
    )
  return free ?? block
}

export interface Obstacles {
  taken: readonly Box[]
  frames: readonly Box[]
}

/** The strip above a frame in which its name stands. */
export const nameAbove = ({ x, y, w }: Box): Box => ({ x, y: y - FRAME_NAME_HEIGHT, w, h: FRAME_NAME_HEIGHT })

/**
 * Where the next card goes after `from`: beside it, past whatever lies there, and in a frame that is full to the right
 * under the row instead of over its edge.
 */
export function nextPlace(from: Box, size: { w: number; h: number }, gap: number, around: Surroundings): Box {
  const { taken, frame } = around
  const right = frame ? frame.x + frame.w : Infinity
  const bottom = frame ? frame.y + frame.h : Infinity
  let box = { ...size, x: from.x + from.w + gap, y: from.y }
  const rowStart = frame ? rowStartIn(frame, from, gap) : from.x
  for (let other = covering(box, taken); other || box.x + box.w > right; other = covering(box, taken)) {
    if (box.x + box.w <= right && other) box = { ...box, x: other.x + other.w + gap }
    else box = { ...box, x: rowStart, y: box.y + from.h + gap }
    if (box.y + box.h > bottom) return { ...size, x: from.x + from.w + gap, y: from.y }
  }
  return box
}

interface Surroundings {
  taken: readonly Box[]
  /** The frame both cards belong to. */
  frame?: Box | undefined
}

/** A row begins as far left as whole cards fit before the one it continues. */
function rowStartIn(frame: Box, from: Box, gap: number): number {
  const cardsBefore = Math.max(0, Math.floor((from.x - frame.x - gap) / (from.w + gap)))
  return from.x - cardsBefore * (from.w + gap)
}

const covering = (box: Box, taken: readonly Box[]) => taken.find((other) => overlap(box, other))

const holds = (frame: Box, { x, y, w, h }: Box) =>
  x >= frame.x && y >= frame.y && x + w <= frame.x + frame.w && y + h <= frame.y + frame.h

const overlap = (a: Box, b: Box) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h

function offsetsByDistance({ w, h }: { w: number; h: number }): { x: number; y: number }[] {
  const last = REACH * FINENESS
  const steps = Array.from({ length: 2 * last + 1 }, (_, n) => (n - last) / FINENESS)
  const offsets = steps.flatMap((row) => steps.map((column) => ({ x: column * w, y: row * h })))
  // Of two equally near ones the lower and then the right one, where reading goes on.
  return offsets.sort((a, b) => Math.hypot(a.x, a.y) - Math.hypot(b.x, b.y) || b.y - a.y || b.x - a.x)
}
