import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Clock } from '#server/ports/clock.ts'
import type { RoomMetrics } from './metrics.ts'

const SAMPLE_MS = 1_000
const RESOLUTION_MS = 10
const NS_PER_MS = 1e6

/** Observes how late the event loop is, once a second, by its 99th percentile. The returned function ends it. */
export function watchLoopLag(metrics: RoomMetrics, clock: Clock): () => void {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  delay.enable()
  let cancel = () => {}
  const sample = () => {
    // The monitor measures its own timer's interval, which includes the resolution
    metrics.loopLagMs.observe(Math.max(0, delay.percentile(99) / NS_PER_MS - RESOLUTION_MS))
    delay.reset()
    cancel = clock.after(SAMPLE_MS, sample)
  }
  cancel = clock.after(SAMPLE_MS, sample)
  return () => {
    cancel()
    delay.disable()
  }
}
