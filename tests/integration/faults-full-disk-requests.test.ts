import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { VersionView, WorkshopView } from '#shared/protocol/api.ts'
import type { Endpoint } from '#shared/protocol/endpoints.ts'
import { compose, type Composition } from '#server/compose.ts'
import { readConfig } from '#server/config.ts'
import { Browser, moderatorAccount } from '#tests/support/http-installation.ts'
import { mountSmallDisk, type SmallDisk } from '#tests/support/small-disk.ts'

const DISK_BYTES = 8 * 1024 * 1024

let folder: string
let disk: SmallDisk | null
let server: Composition
let browser: Browser

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'werkraum-full-'))
  disk = mountSmallDisk(folder, DISK_BYTES)
  const config = readConfig({
    WERKRAUM_DATA: folder,
    PORT: '0',
    HOST: '127.0.0.1',
    WERKRAUM_LOG_LEVEL: 'silent',
  })
  if (!config.ok) throw new Error('the defaults are wrong')
  server = await compose(config.value, { passwordCost: { logN: 4, r: 8, p: 1 }, clientFolder: 'nowhere' })
  await server.app.ready()
  browser = new Browser(server.app)
  await browser.ok('setUp', { body: { token: await server.platform.setUpLink.issue(), ...moderatorAccount } })
})

afterEach(async () => {
  await server.stop()
  disk?.unmount()
  rmSync(folder, { recursive: true })
})

/** Everything that makes something new, ready to be asked. */
async function creations({ id: workshopId, groups }: WorkshopView) {
  const path = { workshopId, groupId: groups[1]!.id }
  const version = await browser.ok<VersionView>('createVersion', { path, body: { name: 'Vorher' } })
  const file = await browser.call('exportWorkshop', { path, query: { format: 'json' } })
  const asJson = { 'content-type': 'application/json' }
  const calls: [Endpoint, Parameters<Browser['call']>[1]][] = [
    ['createWorkshop', { body: { title: 'Noch eine', groupNames: ['A'] } }],
    ['addGroup', { path, body: { name: 'Noch eine' } }],
    ['createInvite', { path, body: { role: 'participant', groupId: null } }],
    ['createVersion', { path, body: { name: 'Nachher' } }],
    ['restoreVersion', { path: { ...path, versionId: version.id } }],
    ['importWorkshop', { body: file.bytes, headers: asJson }],
  ]
  return calls
}

/** What was still taken found room in a log that has its place on the disk already; it counts as made. */
let made = 0
async function untilRefused(endpoint: Endpoint, call: Parameters<Browser['call']>[1]) {
  for (let tries = 0; ; tries++) {
    const answer = await browser.call(endpoint, call)
    if (answer.status >= 300 || tries === 400) return answer
    if (endpoint === 'createWorkshop' || endpoint === 'importWorkshop') made++
  }
}

describe('R4 a disk that is full', () => {
  test(
    'R4 is named to whoever creates something, and nothing half is left',
    { timeout: 60_000 },
    async (context) => {
      if (!disk) return context.skip('this user may not mount a file system')
      const calls = await creations(await browser.found())
      disk.fill()
      for (const [endpoint, call] of calls) {
        const answer = await untilRefused(endpoint, call)
        expect([endpoint, answer.status, answer.body]).toEqual([
          endpoint,
          503,
          { error: { code: 'storage_unavailable', values: {} } },
        ])
      }
      disk.free()
      expect(await browser.ok<unknown[]>('workshops')).toHaveLength(1 + made)
      for (const [endpoint, call] of calls)
        expect([endpoint, (await browser.call(endpoint, call)).status < 300]).toEqual([endpoint, true])
    },
  )
})
