import type { Box } from '../document/shape-box.ts'

/** Something that flows: it has an order, and a height once its width is known. */
export interface FlowItem {
  id: string
  heightAt: (w: number) => number
}

export interface FlowRoom {
  /** Where the first item begins, relative to the container. */
  x: number
  y: number
  w: number
  columns: number
  gap: number
}

interface Flowed {
  boxes: Map<string, Box>
  /** Where the next item would begin, and how wide it would be. */
  next: { x: number; y: number; w: number }
  /** Lowest edge of all items; the beginning where there are none. */
  bottom: number
}

/**
 * Places items by their order alone: each goes under the shortest column so far, the left one of equals. The same
 * order and heights give the same places on every machine, nothing overlaps, and one more item at the end moves none
 * of the others.
 */
export function flow(items: readonly FlowItem[], room: FlowRoom): Flowed {
  const w = columnWidth(room)
  const bottoms = Array.from({ length: room.columns }, () => room.y)
  const boxes = new Map<string, Box>()
  const seat = () => {
    const column = shortest(bottoms)
    return { column, x: room.x + column * (w + room.gap), y: bottoms[column]! }
  }
  let bottom = room.y
  for (const item of items) {
    const { column, x, y } = seat()
    const h = Math.max(1, Math.round(item.heightAt(w)))
    boxes.set(item.id, { x, y, w, h })
    bottom = Math.max(bottom, y + h)
    bottoms[column] = y + h + room.gap
  }
  const { x, y } = seat()
  return { boxes, next: { x, y, w }, bottom }
}

const columnWidth = ({ w, columns, gap }: FlowRoom) => Math.floor((w - (columns - 1) * gap) / columns)

function shortest(bottoms: readonly number[]): number {
  let best = 0
  bottoms.forEach((bottom, column) => {
    if (bottom < bottoms[best]!) best = column
  })
  return best
}

/**
 * Rank among flowed siblings that somebody means who lets something go at a point: before the first one in that
 * column whose middle lies below, else behind the column's last.
 * @param siblings in their order, without what is being moved
 */
export function rankAt(point: { x: number; y: number }, siblings: readonly { box: Box }[]): number {
  const inColumn = siblings
    .map(({ box }, rank) => ({ box, rank }))
    .filter(({ box }) => point.x >= box.x - box.w * 0.1 && point.x <= box.x + box.w * 1.1)
  const below = inColumn.find(({ box }) => point.y < box.y + box.h / 2)
  if (below) return below.rank
  const last = inColumn.at(-1)
  return last ? last.rank + 1 : siblings.length
}
