/**
 * The sheet's measures in board units (1 u is 1 px at 100 %). A sheet is always as wide, and grows downwards only.
 */
export const sheetMeasures = {
  w: 1248,
  top: 24,
  side: 32,
  bottom: 32,
  /** A fresh sheet. */
  minHeight: 688,
  /** Kept empty under the lowest thing, so that there is always room to go on. */
  below: 120,
} as const

export const columnMeasures = { count: 12, w: 84, gap: 16 } as const

const STEP_X = columnMeasures.w + columnMeasures.gap
/** Things on the sheet stand on vertical steps of this. */
const STEP_Y = 4

/** Width of so many columns with the gaps between them. */
export const spanWidth = (span: number): number => span * STEP_X - columnMeasures.gap

/** Left edge of a column, from 0. */
export const columnX = (column: number): number => sheetMeasures.side + column * STEP_X

/** The seat nearest to a place on the sheet where something of this width lies inside its sides. */
export function seatedAt(place: { x: number; y: number }, w: number): { x: number; y: number } {
  const columnsTaken = Math.min(columnMeasures.count, Math.ceil((w + columnMeasures.gap) / STEP_X))
  const last = columnMeasures.count - columnsTaken
  const column = Math.round((place.x - sheetMeasures.side) / STEP_X)
  return {
    x: columnX(Math.max(0, Math.min(last, column))),
    y: Math.max(sheetMeasures.top, Math.round(place.y / STEP_Y) * STEP_Y),
  }
}
