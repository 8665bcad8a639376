import { existsSync } from 'node:fs'
import { inject, vi } from 'vitest'
import type * as processes from '#server/base/process.ts'
import type * as threads from '#server/base/thread.ts'

/** Threads and processes of the server start from what `build-workers.ts` built; those of tests from source. */
const callerOf = (source: string, name: string) => {
  const folder = inject('workersFolder')
  return existsSync(new URL(`${name}.js`, folder)) ? new URL('main.js', folder).href : source
}

vi.mock('#server/base/process.ts', async (original) => {
  const real = await original<typeof processes>()
  const runInProcess: typeof real.runInProcess = (caller, name, job, signal) =>
    real.runInProcess(callerOf(caller, name), name, job, signal)
  class KeptProcess extends real.KeptProcess {
    constructor(caller: string, name: string) {
      super(callerOf(caller, name), name)
    }
  }
  return { ...real, runInProcess, KeptProcess }
})

vi.mock('#server/base/thread.ts', async (original) => {
  const real = await original<typeof threads>()
  const startThread: typeof real.startThread = (caller, name, options) =>
    real.startThread(callerOf(caller, name), name, options)
  return { ...real, startThread }
})
