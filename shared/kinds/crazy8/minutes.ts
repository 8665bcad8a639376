const MINUTE_MS = 60_000

export const crazy8Fields = 8
export const crazy8Ms = crazy8Fields * MINUTE_MS

/** A round may be stretched by some minutes; any longer time is for something else. */
const MOST_MS = 12 * MINUTE_MS

/** A field counted from 0, and what is left of its minute. */
export interface RunningField {
  index: number
  leftMs: number
}

/**
 * Whose minute it is, by a timer that was set for a round of eight. The last field keeps what the round was stretched by.
 * Null where the timer is for something else, or the time is over.
 *
 * @param plannedMs how long the timer was set for, with what it was stretched by
 * @param leftMs of the whole round
 */
export function runningField(plannedMs: number, leftMs: number): RunningField | null {
  if (plannedMs < crazy8Ms || plannedMs > MOST_MS || leftMs <= 0) return null
  const passedMs = Math.max(0, plannedMs - leftMs)
  const index = Math.min(crazy8Fields - 1, Math.floor(passedMs / MINUTE_MS))
  const isLast = index === crazy8Fields - 1
  return { index, leftMs: isLast ? leftMs : (index + 1) * MINUTE_MS - passedMs }
}
