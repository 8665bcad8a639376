import { limits } from '#shared/base/limits.ts'
import { Problem } from '#shared/errors/problem.ts'
import type { Clock } from '#server/ports/clock.ts'

const windowMs = 60_000
const sweepAbove = 10_000
/** Attempts that may wait for others of their address; a town hall that logs in at nine stays far below. */
const maxWaiting = 500

/**
 * What can be guessed. Links are not in the list: nobody guesses 256 bits, so limiting them would only lock people out
 * whose neighbour mistyped a code.
 */
type Guessable = 'password' | 'code'

export type GuessEvent = 'guess_wrong' | 'locked_out'
type TellOfGuess = (event: GuessEvent, kind: Guessable, address: string) => void

/** What one address has tried of one kind. */
interface Attempts {
  /** When the wrong ones of the last minute were made. */
  wrongAt: number[]
  checking: number
  waiting: (() => void)[]
}

/**
 * Bounds wrong passwords and codes from one address. Invariants (cited by the tests):
 * 1. Right ones never count, however many come at once: a whole town hall joins through one address.
 * 2. No more than the limit are found wrong within a minute, however many come at once: while as many are being checked
 *    as may still be wrong, the others wait.
 * 3. Wrong codes keep nobody from logging in, and the other way round.
 */
export class GuessLimit {
  readonly #clock: Clock
  readonly #tell: TellOfGuess
  readonly #attempts = new Map<string, Attempts>()

  /** @param tell hears of each wrong guess, and of each one that was not even looked at */
  constructor(clock: Clock, tell: TellOfGuess = () => undefined) {
    this.#clock = clock
    this.#tell = tell
  }

  /**
   * Runs an attempt that answers null when the guess was wrong.
   * @throws Problem rate_limited
   */
  async attempt<Found>(
    kind: Guessable,
    address: string,
    check: () => Promise<Found | null>,
  ): Promise<Found | null> {
    const attempts = this.#of(`${kind} ${address}`)
    await this.#turn(attempts, () => this.#tell('locked_out', kind, address))
    try {
      const found = await check()
      if (found === null) {
        attempts.wrongAt.push(this.#clock.now())
        this.#tell('guess_wrong', kind, address)
      }
      return found
    } finally {
      attempts.checking--
      // All of them look again: how many may go on depends on what was found.
      for (const goOn of attempts.waiting.splice(0)) goOn()
    }
  }

  async #turn(attempts: Attempts, lockedOut: () => void): Promise<void> {
    for (;;) {
      const now = this.#clock.now()
      attempts.wrongAt = attempts.wrongAt.filter((at) => at > now - windowMs)
      const { wrongAt, checking, waiting } = attempts
      if (wrongAt.length + checking < limits.guessesPerMinute) break
      if (wrongAt.length >= limits.guessesPerMinute || waiting.length >= maxWaiting) {
        lockedOut()
        const seconds = Math.ceil(((wrongAt[0] ?? now) + windowMs - now) / 1000)
        throw new Problem('rate_limited', 'too many wrong guesses', { seconds })
      }
      await new Promise<void>((goOn) => waiting.push(goOn))
    }
    attempts.checking++
  }

  #of(key: string): Attempts {
    if (this.#attempts.size > sweepAbove) this.#sweep()
    const known = this.#attempts.get(key)
    if (known) return known
    const fresh: Attempts = { wrongAt: [], checking: 0, waiting: [] }
    this.#attempts.set(key, fresh)
    return fresh
  }

  #sweep(): void {
    const now = this.#clock.now()
    for (const [key, { wrongAt, checking, waiting }] of this.#attempts) {
      const isIdle = checking === 0 && waiting.length === 0
      if (isIdle && (wrongAt.at(-1) ?? 0) <= now - windowMs) this.#attempts.delete(key)
    }
  }
}
