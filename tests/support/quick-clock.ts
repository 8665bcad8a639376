import type { Clock } from '#server/ports/clock.ts'

/** Time that passes faster than it does, from a moment on that processes share. */
export class QuickClock implements Clock {
  readonly #from: number
  readonly #factor: number

  constructor(from: number, factor: number) {
    this.#from = from
    this.#factor = factor
  }

  now(): number {
    return Math.round(this.#from + (Date.now() - this.#from) * this.#factor)
  }

  after(delayMs: number, run: () => void): () => void {
    const timer = setTimeout(run, delayMs / this.#factor)
    return () => clearTimeout(timer)
  }
}
