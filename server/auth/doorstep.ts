import { limits } from '#shared/base/limits.ts'
import { Problem } from '#shared/errors/problem.ts'
import type { Clock } from '#server/ports/clock.ts'

/** Addresses that are remembered; then those that owe nothing are forgotten. */
const MAX_KNOWN = 10_000

/**
 * How fast requests of one address are let in while nobody knows whose they are. A hall that opens the page at once
 * passes together; whoever asks without end waits, and is refused where the waiting would be long. Members have a share
 * of their own instead (`Turns`), so that a neighbour's flood keeps nobody from working.
 */
export class Doorstep {
  readonly #clock: Clock
  /** When all that an address has asked for is paid, at an even pace. */
  readonly #paidAt = new Map<string, number>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** @throws Problem rate_limited */
  async enter(address: string): Promise<void> {
    const now = this.#clock.now()
    const savedMs = (limits.strangersBurst / limits.strangersPerSecond) * 1_000
    const paidAt = Math.max(this.#paidAt.get(address) ?? 0, now - savedMs)
    const waitMs = paidAt - now
    if (waitMs > limits.strangersWaitMs) {
      const seconds = Math.ceil(waitMs / 1_000)
      throw new Problem('rate_limited', 'too many requests of strangers', { seconds })
    }
    if (this.#paidAt.size >= MAX_KNOWN) this.#forget(now - savedMs)
    this.#paidAt.set(address, paidAt + 1_000 / limits.strangersPerSecond)
    if (waitMs > 0) await new Promise<void>((resolve) => this.#clock.after(waitMs, resolve))
  }

  #forget(before: number): void {
    for (const [address, paidAt] of this.#paidAt) if (paidAt <= before) this.#paidAt.delete(address)
  }
}
