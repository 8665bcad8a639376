/** Counts values in buckets with fixed upper bounds. */
export class Histogram {
  readonly bounds: readonly number[]
  /** Per bound, values at or below it and above the one before; the last entry counts what is above all. */
  readonly counts: number[]
  sum = 0

  constructor(bounds: readonly number[]) {
    this.bounds = bounds
    this.counts = new Array<number>(bounds.length + 1).fill(0)
  }

  observe(value: number): void {
    let at = 0
    while (at < this.bounds.length && value > this.bounds[at]!) at++
    this.counts[at]!++
    this.sum += value
  }
}
