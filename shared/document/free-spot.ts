import type * as Y from 'yjs'
import { numberIn } from './board-record.ts'
import { isFlowing } from './fields.ts'
import { fittingIn, freeSpot, type Spot } from './placements.ts'
import { boxOf, type Box } from './shape-box.ts'

const GAP = 24
const RINGS = 12

/**
 * A spot close to a shape where a new one covers nothing: to its right, then below, then further out; else anywhere
 * in the same parent. What belongs together shall lie together.
 */
export function spotBeside(
  board: Y.Map<Y.Map<unknown>>,
  shapeId: string,
  wanted: { w: number; h: number },
): Spot | null {
  const shape = board.get(shapeId)
  const parentId = shape?.get('parentId')
  if (!shape || typeof parentId !== 'string') return null
  if (isFlowing(board, parentId)) return { parentId, x: 0, y: 0, ...wanted }
  const size = fittingIn(board, parentId, wanted)
  const origin = boxOf(shape)
  const taken = [...board.values()].filter((other) => other.get('parentId') === parentId).map(boxOf)
  const room = roomIn(board.get(parentId))
  for (const candidate of spotsAround(origin, size)) {
    const box = { ...candidate, ...size }
    if (inside(box, room) && !taken.some((other) => overlap(box, other))) return { parentId, ...box }
  }
  return { parentId, ...freeSpot(board, parentId, size), ...size }
}

function* spotsAround(origin: Box, size: { w: number; h: number }): Generator<{ x: number; y: number }> {
  for (let ring = 0; ring < RINGS; ring++) {
    const right = origin.x + origin.w + GAP + ring * (size.w + GAP)
    const below = origin.y + origin.h + GAP + ring * (size.h + GAP)
    yield { x: right, y: origin.y }
    yield { x: origin.x, y: below }
    for (let step = 0; step < ring; step++) {
      yield { x: right, y: origin.y + (step + 1) * (size.h + GAP) }
      yield { x: origin.x + (step + 1) * (size.w + GAP), y: below }
    }
  }
}

/** A frame cuts off what leaves it; a page has no end. */
function roomIn(parent: Y.Map<unknown> | undefined): Box | null {
  if (parent?.get('type') !== 'frame') return null
  return { x: 0, y: 0, w: numberIn(parent.get('p.w')) || 0, h: numberIn(parent.get('p.h')) || 0 }
}

const inside = (box: Box, room: Box | null) =>
  !room || (box.x >= 0 && box.y >= 0 && box.x + box.w <= room.w && box.y + box.h <= room.h)

const overlap = (a: Box, b: Box) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
