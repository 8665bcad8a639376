/** A stretch of the screen from top to bottom, in pixels. */
export interface Band {
  top: number
  bottom: number
}

const STEP_PX = 4

/**
 * Where something of this height lies on none of the others, as near to the bottom as can be; where there is no such
 * place, where it covers least of them.
 *
 * @param taken of what shares its columns of the screen
 * @param within what of the screen may be used
 */
export function freeBand(height: number, taken: readonly Band[], within: Band): number {
  const lowest = Math.max(within.top, within.bottom - height)
  let best = { top: lowest, covers: Infinity }
  for (let top = lowest; top >= within.top; top -= STEP_PX) {
    const covers = taken.reduce(
      (sum, band) => sum + Math.max(0, Math.min(band.bottom, top + height) - Math.max(band.top, top)),
      0,
    )
    if (covers === 0) return top
    if (covers < best.covers) best = { top, covers }
  }
  return best.top
}
