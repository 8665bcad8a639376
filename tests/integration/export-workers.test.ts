import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { exportWorkers } from '#server/export-process.ts'
import { ExportWorkers } from '#server/export/workers.ts'
import type { RunJob } from '#server/export/jobs.ts'

const folder = mkdtempSync(join(tmpdir(), 'werkraum-import-'))
afterAll(() => rmSync(folder, { recursive: true }))
let files = 0

function file() {
  const path = join(folder, String(files++))
  writeFileSync(path, '{"format":"other"}')
  return { type: 'read', file: path, folder: `${path}-images` } as const
}

const from = (person: string, gone = new AbortController().signal) => ({ person, gone })
const workers = new Set<ExportWorkers>()

function open(runJob?: RunJob): ExportWorkers {
  const opened = runJob ? new ExportWorkers(runJob) : exportWorkers()
  workers.add(opened)
  return opened
}

afterEach(() => {
  for (const each of workers) each.close()
  workers.clear()
})

const codeOf = (error: { code: string }) => error.code

describe('export workers', () => {
  // Two processes boot from source, one after the other
  it('answer every job, also after one that could not be done', { timeout: 60_000 }, async () => {
    const pool = open()
    const broken = pool.run<'write'>({ type: 'write', dataFolder: tmpdir() } as never, from('a'))
    const sound = pool.run<'read'>(file(), from('b'))
    await expect(broken).rejects.toMatchObject({ fault: 'unavailable' })
    expect(await sound).toMatchObject({ ok: false, refusal: { code: 'import_unreadable' } })
  })

  it('S35: let one person wait once, so that whoever else comes waits for two of theirs at most', async () => {
    const done: string[] = []
    const turns: (() => void)[] = []
    const pool = open(async (job) => {
      await new Promise<void>((resolve) => turns.push(resolve))
      done.push((job as unknown as { name: string }).name)
    })
    const ask = (name: string, person: string) =>
      pool.run<'read'>({ ...file(), name } as never, from(person)).then(() => 'done', codeOf)
    const greedy = Array.from({ length: 26 }, (_, n) => ask(`greedy ${n}`, 'manager'))
    const other = ask('other', 'moderator elsewhere')
    for (let n = 0; n < 3; n++) {
      await expect.poll(() => turns.length).toBe(n + 1)
      turns[n]!()
    }
    expect(await other).toBe('done')
    expect(done).toEqual(['greedy 0', 'greedy 1', 'other'])
    expect((await Promise.all(greedy)).filter((code) => code === 'exports_waiting')).toHaveLength(24)
    const again = ask('greedy again', 'manager')
    await expect.poll(() => turns.length).toBe(4)
    turns[3]!()
    expect(await again).toBe('done')
  })

  it('do nothing for somebody who hung up while waiting', async () => {
    let begun = 0
    let finish: () => void = () => undefined
    const pool = open((_, signal) => {
      signal.throwIfAborted()
      begun++
      return new Promise((resolve) => (finish = () => resolve(0)))
    })
    const leaving = new AbortController()
    const first = pool.run<'read'>(file(), from('a'))
    const second = pool.run<'read'>(file(), from('b', leaving.signal)).catch(codeOf)
    await expect.poll(() => begun).toBe(1)
    leaving.abort()
    finish()
    await first
    expect(await second).toBe('request_invalid')
    expect(begun).toBe(1)
  })

  it('stop with the server: the running job is ended and refused like those that wait', async () => {
    const pool = open()
    const outcomes = Promise.allSettled([
      pool.run<'read'>(file(), from('a')),
      pool.run<'read'>(file(), from('b')),
    ])
    await vi.waitFor(() => expect(process.getActiveResourcesInfo()).toContain('ProcessWrap'))
    pool.close()
    const codes = (await outcomes).map((each) => each.status === 'rejected' && codeOf(each.reason as never))
    expect(codes).toEqual(['server_stopping', 'server_stopping'])
    await vi.waitFor(() => expect(process.getActiveResourcesInfo()).not.toContain('ProcessWrap'))
    expect(await pool.run<'read'>(file(), from('a')).catch(codeOf)).toBe('server_stopping')
  })
})
