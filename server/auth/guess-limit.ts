import { limits } from '#shared/base/limits.ts'
import { Problem } from '#shared/errors/problem.ts'
import type { Clock } from '#server/ports/clock.ts'

const windowMs = 60_000
const sweepAbove = 10_000

/**
 * Bounds wrong passwords, codes and tokens from one address. Only wrong ones count: a whole town hall joins through
 * one address within a minute, and none of these people is guessing. An attempt is counted before it is checked and
 * taken back when it was right, so that parallel attempts cannot slip through.
 */
export class GuessLimit {
  readonly #clock: Clock
  readonly #attempts = new Map<string, number[]>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /**
   * Runs an attempt that answers null when the guess was wrong.
   * @throws Problem rate_limited
   */
  async attempt<Found>(address: string, check: () => Promise<Found | null>): Promise<Found | null> {
    const at = this.#count(address)
    let found: Found | null
    try {
      found = await check()
    } catch (error) {
      this.#takeBack(address, at)
      throw error
    }
    if (found !== null) this.#takeBack(address, at)
    return found
  }

  #count(address: string): number {
    const now = this.#clock.now()
    if (this.#attempts.size > sweepAbove) this.#sweep(now)
    const recent = (this.#attempts.get(address) ?? []).filter((at) => at > now - windowMs)
    if (recent.length >= limits.guessesPerMinute) {
      const seconds = Math.ceil((recent[0]! + windowMs - now) / 1000)
      throw new Problem('rate_limited', 'too many wrong guesses', { seconds })
    }
    recent.push(now)
    this.#attempts.set(address, recent)
    return now
  }

  #takeBack(address: string, at: number): void {
    const attempts = this.#attempts.get(address)
    const index = attempts?.lastIndexOf(at) ?? -1
    if (index < 0) return
    attempts!.splice(index, 1)
    if (attempts!.length === 0) this.#attempts.delete(address)
  }

  #sweep(now: number): void {
    for (const [address, attempts] of this.#attempts) {
      if (attempts.at(-1)! <= now - windowMs) this.#attempts.delete(address)
    }
  }
}
