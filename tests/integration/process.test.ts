import { getPriority } from 'node:os'
import { describe, expect, it } from 'vitest'
import { LOW_PRIORITY, runInProcess } from '#server/base/process.ts'

const caller = new URL('../support/caller.ts', import.meta.url).href
const run = (job: string, signal = new AbortController().signal) =>
  runInProcess(caller, 'obedient-worker', job, signal)

// Each boots a process from source
describe('a job in a process of its own', { timeout: 60_000 }, () => {
  it.runIf(process.platform === 'linux')('gives way with all its threads, and nobody else does', async () => {
    const before = getPriority(0)
    const priorities = (await run('priorities')) as number[]
    expect(priorities.length).toBeGreaterThan(1)
    expect(new Set(priorities)).toEqual(new Set([LOW_PRIORITY]))
    expect(getPriority(0)).toBe(before)
  })

  it('says what kind of error it met, and not what stood in the file', async () => {
    await expect(run('fail')).rejects.toThrow(/^obedient-worker: told_to$/)
  })

  it('fails when its process ends before the answer', async () => {
    await expect(run('end')).rejects.toThrow('ended with 3')
  })

  it('is given up when it is told to', async () => {
    const stop = new AbortController()
    const running = run('never', stop.signal)
    stop.abort(new Error('no longer wanted'))
    await expect(running).rejects.toThrow()
    await expect(run('priorities', stop.signal)).rejects.toThrow('no longer wanted')
  })
})
