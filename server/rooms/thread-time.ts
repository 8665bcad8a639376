import { limits } from '#shared/base/limits.ts'

/**
 * What one person may take of the rooms' thread, in two measures: so much a second in the long run, saved up for ten
 * seconds; and within that never so much in one go that others notice. Both may be overdrawn, because nobody knows what
 * a frame costs before it was worked off, and are then waited for.
 */
export class ThreadTime {
  #savedMs: number = limits.threadMsBurst
  #inOneGoMs: number = limits.threadMsInOneGo
  #at: number

  constructor(nowMs: number) {
    this.#at = nowMs
  }

  /** How long to wait until there is time again; 0 where there is some. */
  waitMs(nowMs: number): number {
    this.#gain(nowMs)
    const saved = -this.#savedMs / perMs(limits.threadMsPerSecond)
    const inOneGo = -this.#inOneGoMs / perMs(limits.threadMsPerBusySecond)
    return Math.ceil(Math.max(0, saved, inOneGo))
  }

  bill(ms: number, nowMs: number): void {
    this.#gain(nowMs)
    this.#savedMs -= ms
    this.#inOneGoMs -= ms
  }

  /** How much was taken beyond what there was. */
  get overdrawnMs(): number {
    return Math.max(0, -this.#savedMs)
  }

  /** Whether nothing is known of this person that a new one would not have. */
  isFresh(nowMs: number): boolean {
    this.#gain(nowMs)
    return this.#savedMs === limits.threadMsBurst
  }

  #gain(nowMs: number): void {
    const passedMs = Math.max(0, nowMs - this.#at)
    this.#at = nowMs
    if (passedMs === 0) return
    this.#savedMs = Math.min(limits.threadMsBurst, this.#savedMs + passedMs * perMs(limits.threadMsPerSecond))
    this.#inOneGoMs = Math.min(
      limits.threadMsInOneGo,
      this.#inOneGoMs + passedMs * perMs(limits.threadMsPerBusySecond),
    )
  }
}

const perMs = (perSecond: number) => perSecond / 1_000
