const MINUTE_MS = 60_000

/** A sheet that is filled against the clock: one field or row after the other, each with as much time. */
export interface Rounds {
  count: number
  eachMs: number
}

export const crazy8Rounds: Rounds = { count: 8, eachMs: MINUTE_MS }
/** Six sheets that are handed on five times (Rohrbach, 1968). */
export const brainwritingRounds: Rounds = { count: 6, eachMs: 4 * MINUTE_MS }

/** By the kind whose items are filled in rounds. */
export const roundsOf: Readonly<Record<string, Rounds | undefined>> = {
  crazy8: crazy8Rounds,
  brainwriting: brainwritingRounds,
}

export const roundsMs = ({ count, eachMs }: Rounds): number => count * eachMs

/** A timer may be stretched by half of its time; any longer one is for something else. */
const MOST = 1.5

/** A round counted from 0, and what is left of its time. */
export interface RunningRound {
  index: number
  leftMs: number
}

/**
 * Which round runs, by a timer that was set for all of them. The last one keeps what the timer was stretched by.
 * Null where the timer is for something else, or the time is over.
 *
 * @param plannedMs how long the timer was set for, with what it was stretched by
 * @param leftMs of all rounds
 */
export function runningRound(rounds: Rounds, plannedMs: number, leftMs: number): RunningRound | null {
  const all = roundsMs(rounds)
  if (plannedMs < all || plannedMs > MOST * all || leftMs <= 0) return null
  const passedMs = Math.max(0, plannedMs - leftMs)
  const index = Math.min(rounds.count - 1, Math.floor(passedMs / rounds.eachMs))
  const isLast = index === rounds.count - 1
  return { index, leftMs: isLast ? leftMs : (index + 1) * rounds.eachMs - passedMs }
}
