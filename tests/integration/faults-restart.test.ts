import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newId, type GroupId } from '#shared/base/ids.ts'
import { eventually } from '#tests/support/eventually.ts'
import { isLong, tellFigure } from '#tests/support/figures.ts'
import { seededRandom } from '#tests/support/seeded-random.ts'
import { ServerProcess } from '#tests/support/server-process.ts'
import { areAlike, SessionClient } from '#tests/support/session-client.ts'

// Each stock provider listens for the end of the process
process.setMaxListeners(0)

const SEED = 11
const CLIENTS = isLong ? 500 : 200
const PER_ROOM = 40

let folder: string
let server: ServerProcess
let rooms: SessionClient[][]

const everybody = () => rooms.flat()
const areIn = () => everybody().every(({ status }) => status === 'online')
const agree = () => rooms.every((clients) => areAlike(clients.map(({ room }) => room.doc)))

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'werkraum-restart-'))
  server = await ServerProcess.start(join(folder, 'rooms.sqlite'))
  const chance = seededRandom(SEED)
  const random = () => chance.below(1_000_000) / 1_000_000
  rooms = Array.from({ length: Math.ceil(CLIENTS / PER_ROOM) }, () => {
    const place = { syncUrl: server.syncUrl, groupId: newId<GroupId>() }
    return Array.from({ length: PER_ROOM }, () => new SessionClient(place, { random }))
  })
  await eventually('everybody is in', areIn, 60_000)
  for (const [writer] of rooms) writer!.write('Vor dem Neustart')
  await eventually('everybody has it', agree, 30_000)
}, 120_000)

afterEach(async () => {
  for (const client of everybody()) client.leave()
  await server.end('SIGKILL')
  rmSync(folder, { recursive: true })
}, 60_000)

/** That attempts are spread is told by tests/unit/client/session/room-connection.test.ts, where time stands still. */
describe('R11 a server that is started again', () => {
  test(
    `R11 has ${CLIENTS} people back and alike within 30 seconds`,
    { timeout: 240_000 },
    async (context) => {
      await server.end('SIGTERM')
      const written = rooms.map(([, second]) => second!.write('Während des Neustarts'))
      await server.start()
      const inMs = await eventually('everybody is back', areIn, 30_000)
      const hasEverything = () =>
        agree() &&
        rooms.every((clients, i) => clients.every(({ room }) => room.artefacts.get(written[i]!) !== null))
      const alikeMs = await eventually('everybody has everything', hasEverything, 30_000)
      expect(inMs + alikeMs).toBeLessThan(30_000)
      tellFigure(
        context,
        `${CLIENTS} people in ${rooms.length} rooms: back after ${(inMs / 1000).toFixed(1)} s, alike after ${((inMs + alikeMs) / 1000).toFixed(1)} s`,
      )
    },
  )
})
