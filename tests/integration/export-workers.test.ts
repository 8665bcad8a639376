import { afterEach, describe, expect, it, vi } from 'vitest'
import { ExportWorkers } from '#server/export/workers.ts'

const file = () => ({ type: 'read', bytes: Buffer.from('{"format":"other"}') }) as const
const workers = new Set<ExportWorkers>()

function open(): ExportWorkers {
  const opened = new ExportWorkers()
  workers.add(opened)
  return opened
}

afterEach(() => {
  for (const each of workers) each.close()
  workers.clear()
})

describe('export workers', () => {
  // Two threads boot from source, one after the other
  it('answer every job, also after one that could not be done', { timeout: 60_000 }, async () => {
    const pool = open()
    const broken = pool.run<'write'>({
      type: 'write',
      material: null as never,
      settings: { format: 'csv' } as never,
    })
    const sound = pool.run<'read'>(file())
    await expect(broken).rejects.toMatchObject({ code: 'internal' })
    expect(await sound).toMatchObject({ ok: false, refusal: { code: 'import_unreadable' } })
  })

  it('refuse what would wait too long', async () => {
    const pool = open()
    const jobs = Array.from({ length: 40 }, () => pool.run<'read'>(file()))
    const last = jobs.pop()!
    const rest = Promise.allSettled(jobs)
    await expect(last).rejects.toMatchObject({ code: 'rate_limited' })
    pool.close()
    await rest
  })

  it('stop with the server: the running job is ended and refused like those that wait', async () => {
    const pool = open()
    const outcomes = Promise.allSettled([pool.run<'read'>(file()), pool.run<'read'>(file())])
    await vi.waitFor(() => expect(process.getActiveResourcesInfo()).toContain('ProcessWrap'))
    pool.close()
    const codes = (await outcomes).map(
      (each) => each.status === 'rejected' && (each.reason as { code: string }).code,
    )
    expect(codes).toEqual(['server_stopping', 'server_stopping'])
    await vi.waitFor(() => expect(process.getActiveResourcesInfo()).not.toContain('ProcessWrap'))
    expect(await pool.run<'read'>(file()).catch((error: { code: string }) => error.code)).toBe(
      'server_stopping',
    )
  })
})
