import { setTimeout as pause } from 'node:timers/promises'

/**
 * Waits until something holds and answers how many milliseconds that took. For what only the operating system can
 * tell, a stopped process or a lost line; everything else injects its time.
 */
export async function eventually(what: string, holds: () => boolean, withinMs: number): Promise<number> {
  const startedAt = performance.now()
  while (!holds()) {
    if (performance.now() - startedAt > withinMs) throw new Error(`not within ${withinMs} ms: ${what}`)
    await pause(25)
  }
  return performance.now() - startedAt
}
