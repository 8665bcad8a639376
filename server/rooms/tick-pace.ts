import { performance } from 'node:perf_hooks'

export interface PaceOptions {
  /** Time between two turns of a room while the server has time. */
  tickMs: number
  /** The same when it has none left. */
  busyTickMs: number
}

/** When the next tick comes, and how many ticks make up one round in which each room has its turn. */
export interface Beat {
  pauseMs: number
  turns: number
}

/** Share of the event loop's time that is used, from 0 to 1, since the last call. */
export type Utilisation = () => number

const RELAXED = 0.5
const BUSY = 0.85
const SAMPLE_EVERY_TICKS = 16
/** How far one sample moves the pace: loads change within seconds, not within ticks. */
const SMOOTHING = 0.1
/** About as long as a tick gets; what is longer is divided among the rooms. */
const LONG_TICK_MS = 20

/**
 * How often rooms have their turn. A longer round means fewer writes for the same people, so a busy server trades the
 * latency it can afford for the time it needs; one that is idle answers at once. In a long round the rooms take turns:
 * all of them at once would wait for each other, and nobody would be read meanwhile.
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

  /** Called once per tick. */
  next(): Beat {
    if (++this.#ticks % SAMPLE_EVERY_TICKS === 0) {
      this.#busyness += SMOOTHING * (busynessOf(this.#utilisation()) - this.#busyness)
    }
    const { tickMs, busyTickMs } = this.#options
    const roundMs = tickMs + this.#busyness * Math.max(0, busyTickMs - tickMs)
    const turns = Math.max(1, Math.round(roundMs / LONG_TICK_MS))
    return { pauseMs: Math.round(roundMs / turns), turns }
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
