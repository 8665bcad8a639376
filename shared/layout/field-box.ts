import type { Field } from '../document/fields.ts'
import type { Box } from '../document/shape-box.ts'
import { flow, type FlowItem } from './flow.ts'
import { spanWidth } from './grid.ts'
import { breakLines } from './text/lines.ts'

export const fieldMeasures = {
  padding: 12,
  radius: 8,
  title: 24,
  hintLine: 24,
  maxHintLines: 2,
  /** Between the words on top and the first card, and between cards. */
  gap: 12,
  /** An empty place with its example, and one behind cards. */
  freshSlot: 112,
  nextSlot: 48,
} as const

const HINT = { size: 18, weight: 400 } as const

/** Lines that a field's hint takes below its title. */
export function hintLines(hint: string, w: number): number {
  if (hint === '') return 0
  const lines = breakLines(hint, HINT, w - 2 * fieldMeasures.padding)
  return Math.min(fieldMeasures.maxHintLines, lines.length)
}

/** Where the first card of a field begins below its title and hint. */
export function contentTop(lines: number): number {
  const { padding, title, hintLine, gap } = fieldMeasures
  return padding + title + lines * hintLine + gap
}

interface FieldContent {
  /** Relative to the field. */
  boxes: Map<string, Box>
  slot: Box | null
  /** Height that everything in it needs. */
  needs: number
}

/** A field's inside: flowing cards with an empty place behind the last one, or things that lie where they were put. */
export function fieldContent(
  field: Pick<Field, 'flow' | 'seat'>,
  items: readonly FlowItem[],
  free: readonly Box[],
  top: number,
): FieldContent {
  const { padding, gap, freshSlot, nextSlot } = fieldMeasures
  const lowestFree = Math.max(top, ...free.map(({ y, h }) => y + h))
  if (field.flow === null) return { boxes: new Map(), slot: null, needs: lowestFree + padding }
  const room = { x: padding, y: top, w: spanWidth(field.seat.span) - 2 * padding, columns: field.flow, gap }
  const { boxes, next, bottom } = flow(items, room)
  const fresh = items.length === 0
  const slot = fresh ? { x: room.x, y: top, w: room.w, h: freshSlot } : { ...next, h: nextSlot }
  return { boxes, slot, needs: Math.max(bottom, slot.y + slot.h, lowestFree) + padding }
}
