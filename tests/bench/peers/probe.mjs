import { monitorEventLoopDelay } from 'node:perf_hooks'

/**
 * Lets the benchmark ask a server process about itself: answers each IPC message `sample` with event-loop lag since
 * the last one, memory and CPU time of all its threads.
 */
export function answerProbes() {
  const lag = monitorEventLoopDelay({ resolution: 5 })
  lag.enable()
  process.on('message', (message) => {
    if (message !== 'sample') return
    globalThis.gc?.()
    const { rss, heapUsed, external } = process.memoryUsage()
    const { user, system } = process.cpuUsage()
    process.send({
      type: 'sample',
      lagP99Ms: lag.percentile(99) / 1e6,
      rssBytes: rss,
      heapBytes: heapUsed + external,
      cpuMs: (user + system) / 1000,
    })
    lag.reset()
  })
}
