/** What the operating system says about this process. */
export interface ProcessFacts {
  residentBytes: number
  /** All threads, since the start. */
  cpuSeconds: number
}

const MICROSECONDS_PER_SECOND = 1e6

export function processFacts(): ProcessFacts {
  const { user, system } = process.cpuUsage()
  return {
    residentBytes: process.memoryUsage.rss(),
    cpuSeconds: (user + system) / MICROSECONDS_PER_SECOND,
  }
}
