import { performance } from 'node:perf_hooks'

interface PaceOptions {
  /** Time between two ticks while the server has time. */
  tickMs: number
  /** The same when it has none left. */
  busyTickMs: number
}

/** Share of the event loop's time that is used, from 0 to 1, since the last call. */
type Utilisation = () => number

const RELAXED = 0.5
const BUSY = 0.85
const SAMPLE_EVERY_TICKS = 16
/** How far one sample moves the pace: loads change within seconds, not within ticks. */
const SMOOTHING = 0.1

/**
 * How long it is from one tick to the next. A longer pause means fewer commits and writes for the same people, so a
 * busy server trades the latency it can afford for the time it needs; one that is idle answers at once.
 */
export class TickPace {
  readonly #options: PaceOptions
  readonly #utilisation: Utilisation
  #busyness = 0
  #ticks = 0

  constructor(options: PaceOptions, utilisation: Utilisation = loopUtilisation()) {
    this.#options = options
    this.#utilisation = utilisation
  }

  /** Milliseconds until the next tick; called once per tick. */
  next(): number {
    if (++this.#ticks % SAMPLE_EVERY_TICKS === 0) {
      this.#busyness += SMOOTHING * (busynessOf(this.#utilisation()) - this.#busyness)
    }
    const { tickMs, busyTickMs } = this.#options
    return Math.round(tickMs + this.#busyness * Math.max(0, busyTickMs - tickMs))
  }
}

const busynessOf = (utilisation: number) =>
  Math.min(1, Math.max(0, (utilisation - RELAXED) / (BUSY - RELAXED)))

function loopUtilisation(): Utilisation {
  let before = performance.eventLoopUtilization()
  return () => {
    const now = performance.eventLoopUtilization()
    const { utilization } = performance.eventLoopUtilization(now, before)
    before = now
    return utilization
  }
}
