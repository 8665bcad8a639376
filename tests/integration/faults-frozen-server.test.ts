import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newId, type GroupId } from '#shared/base/ids.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { eventually } from '#tests/support/eventually.ts'
import { isLong, tellFigure } from '#tests/support/figures.ts'
import { documentOnDisk, ServerProcess } from '#tests/support/server-process.ts'
import { areAlike, SessionClient } from '#tests/support/session-client.ts'

const OFFLINE_WITHIN_MS = 15_000
const CONVERGED_WITHIN_MS = 10_000

let folder: string
let file: string
let server: ServerProcess
let clients: SessionClient[]
const groupId = newId<GroupId>()

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'werkraum-frozen-'))
  file = join(folder, 'rooms.sqlite')
  server = await ServerProcess.start(file)
  clients = Array.from({ length: 3 }, () => new SessionClient({ syncUrl: server.syncUrl, groupId }))
  await eventually('everybody is in', () => clients.every(({ status }) => status === 'online'), 20_000)
  for (const client of clients) client.write('Vor dem Stillstand')
  await eventually('everything is saved', () => clients.every(({ saysSaved }) => saysSaved), 20_000)
}, 60_000)

afterEach(async () => {
  for (const client of clients) client.leave()
  server.thaw()
  await server.end('SIGKILL')
  rmSync(folder, { recursive: true })
})

/** Cards on the disk, read past the server. */
const stored = (ids: string[]) => {
  const { artefacts } = rootsOf(documentOnDisk(file, groupId))
  return ids.filter((id) => artefacts.has(id))
}

/** Everybody has the same again, it is on the disk, and only then it was called saved. */
async function expectReconciled(written: string[]): Promise<number> {
  const everythingThere = () =>
    clients.every(({ room }) => written.every((id) => room.artefacts.get(id) !== null)) &&
    areAlike(clients.map(({ room }) => room.doc))
  const tookMs = await eventually('everybody has everything', everythingThere, CONVERGED_WITHIN_MS)
  await eventually(
    'everything is saved',
    () => clients.every(({ saysSaved }) => saysSaved),
    CONVERGED_WITHIN_MS,
  )
  expect(areAlike([...clients.map(({ room }) => room.doc), documentOnDisk(file, groupId)])).toBe(true)
  return tookMs
}

describe('R3 a server that stands still', () => {
  test(
    'R3 for five seconds costs nothing: nothing is called saved meanwhile, and everything is there afterwards',
    { timeout: 60_000 },
    async (context) => {
      server.freeze()
      const written = clients.map((client, i) => client.write(`Während des Stillstands ${i}`))
      await pause(5_000)
      expect(clients.map(({ saysSaved }) => saysSaved)).toEqual([false, false, false])
      expect(stored(written)).toEqual([])
      server.thaw()
      const tookMs = await expectReconciled(written)
      tellFigure(context, `0 lost, alike ${tookMs.toFixed(0)} ms after it went on`)
    },
  )

  test(
    'R3 for longer is told to people, who go on writing and lose nothing',
    { timeout: 120_000 },
    async (context) => {
      server.freeze()
      const written = clients.map((client) => client.write('Noch nichts gemerkt'))
      const offlineMs = await eventually(
        'everybody knows',
        () => clients.every(({ status }) => status === 'offline'),
        OFFLINE_WITHIN_MS,
      )
      written.push(...clients.map((client) => client.write('Offline weitergeschrieben')))
      if (isLong) await pause(30_000 - offlineMs)
      expect(clients.map(({ saysSaved }) => saysSaved)).toEqual([false, false, false])
      server.thaw()
      const tookMs = await expectReconciled(written)
      tellFigure(
        context,
        `offline shown after ${(offlineMs / 1000).toFixed(1)} s, 0 lost, alike ${tookMs.toFixed(0)} ms after it went on`,
      )
    },
  )
})
