/** A rate limit that allows bursts: holds up to `burst` tokens and gains `perSecond` of them. */
export class TokenBucket {
  readonly #perMs: number
  readonly #burst: number
  #tokens: number
  #filledAt: number

  constructor(perSecond: number, burst: number, nowMs: number) {
    this.#perMs = perSecond / 1000
    this.#burst = burst
    this.#tokens = burst
    this.#filledAt = nowMs
  }

  /** Takes tokens if there are enough; a clock that jumps back costs nothing. */
  take(tokens: number, nowMs: number): boolean {
    const gained = Math.max(0, nowMs - this.#filledAt) * this.#perMs
    this.#tokens = Math.min(this.#burst, this.#tokens + gained)
    this.#filledAt = nowMs
    if (this.#tokens < tokens) return false
    this.#tokens -= tokens
    return true
  }
}
