import { monitorEventLoopDelay } from 'node:perf_hooks'

/**
 * Lets the benchmark ask a server process about itself by IPC: `sample` is answered with event-loop lag since the last
 * one and CPU time of all threads, `memory` with memory after a garbage collection, which stops the server for a
 * moment and therefore has no place inside a measured window.
 */
export function answerProbes() {
  const lag = monitorEventLoopDelay({ resolution: 5 })
  lag.enable()
  process.on('message', (message) => {
    if (message === 'memory') {
      globalThis.gc?.()
      const { rss, heapUsed, external } = process.memoryUsage()
      process.send({ type: 'memory', rssBytes: rss, heapBytes: heapUsed + external })
    }
    if (message !== 'sample') return
    const { user, system } = process.cpuUsage()
    process.send({ type: 'sample', lagP99Ms: lag.percentile(99) / 1e6, cpuMs: (user + system) / 1000 })
    lag.reset()
  })
}
