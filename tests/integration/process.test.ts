import { getPriority } from 'node:os'
import { describe, expect, it } from 'vitest'
import { KeptProcess, LOW_PRIORITY, runInProcess } from '#server/base/process.ts'

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

describe('a process that is kept', { timeout: 60_000 }, () => {
  it('is the same for what comes soon, and another for another purpose, after a failure and after its end', async () => {
    const kept = new KeptProcess(caller, 'obedient-worker')
    const ask = (purpose: string, job = 'pid') => kept.run(purpose, job, new AbortController().signal)
    const [first, second] = await Promise.all([ask('one'), ask('one')])
    expect(second).toBe(first)
    const other = await ask('other')
    await expect(ask('other', 'fail')).rejects.toThrow('told_to')
    const afterFailure = await ask('other')
    kept.end()
    const afterEnd = await ask('other')
    kept.end()
    expect(new Set([first, other, afterFailure, afterEnd]).size).toBe(4)
  })
})
