import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { Database } from '#server/adapters/sqlite/driver.ts'
import pino from 'pino'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { compose, type Composition } from '#server/compose.ts'
import { readConfig } from '#server/config.ts'
import { MemoryUpdateLog } from '#server/adapters/memory/update-log.ts'
import { type GroupId } from '#shared/base/ids.ts'
import { readArtefact } from '#shared/document/artefacts.ts'
import type { WorkshopFile } from '#shared/report/workshop-file.ts'
import { eventually } from '#tests/support/eventually.ts'
import { tellFigure } from '#tests/support/figures.ts'
import { Browser } from '#tests/support/http-installation.ts'
import { addNote, preparedDocument } from '#tests/support/live-rooms.ts'
import { poison } from '#tests/support/poison.ts'
import { SessionClient } from '#tests/support/session-client.ts'
import { SyncServer } from '#tests/support/sync-server.ts'

const HEALTHY = 5

/** Five cards as anybody writes them, among everything that should not be there. */
function poisonedDocument() {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, preparedDocument())
  const healthy = Array.from({ length: HEALTHY }, (_, i) => addNote(doc, `Gesunde Karte ${i}`).id)
  const poisons = poison(doc, 'page:start')
  return { update: Y.encodeStateAsUpdate(doc), healthy, poisons }
}

describe('S10 poison put straight into the database', () => {
  const groupIdOf = (server: SyncServer) => server.people.group().id
  let server: SyncServer
  let log: MemoryUpdateLog
  const clients: SessionClient[] = []

  beforeEach(async () => {
    log = new MemoryUpdateLog()
    server = await SyncServer.start({ updateLog: log })
  })
  afterEach(async () => {
    for (const client of clients.splice(0)) client.leave()
    await server.stop()
  })

  async function enter(groupId: GroupId): Promise<SessionClient> {
    const place = { syncUrl: `${server.url}/sync`, groupId }
    const client = new SessionClient(place, { memberId: server.people.member().id })
    clients.push(client)
    await eventually('is in', () => client.status === 'online', 20_000)
    return client
  }

  test(
    'S10 crashes no client and hides no healthy card; people go on writing',
    { timeout: 60_000 },
    async (context) => {
      const groupId = groupIdOf(server)
      const { update, healthy, poisons } = poisonedDocument()
      await log.append([{ groupId, update, newClients: [] }])
      const [writer, reader] = [await enter(groupId), await enter(groupId)]
      for (const { room } of clients) {
        const seen = healthy.map((id) => room.artefacts.get(id)?.fields.text)
        expect(seen).toEqual(healthy.map((_, i) => `Gesunde Karte ${i}`))
        for (const id of room.roots.artefacts.keys()) readArtefact(room.roots.artefacts, id)
      }
      const fresh = writer.write('Trotzdem')
      await eventually(
        'others see it',
        () => reader.room.artefacts.get(fresh)?.fields.text === 'Trotzdem',
        10_000,
      )
      await eventually('it is saved', () => writer.saysSaved, 10_000)
      expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
      tellFigure(context, `sessions: ${poisons.count} poisons, ${HEALTHY} of ${HEALTHY} healthy cards shown`)
    },
  )
})

describe('S10 the exports of a poisoned room', () => {
  let folder: string
  let server: Composition

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'werkraum-poison-'))
    const config = readConfig({ WERKRAUM_DATA: folder, PORT: '0', HOST: '127.0.0.1' })
    if (!config.ok) throw new Error('the defaults are wrong')
    const passwordCost = { logN: 4, r: 8, p: 1 }
    server = await compose(config.value, {
      passwordCost,
      clientFolder: 'nowhere',
      logger: pino({ level: 'silent' }),
    })
    await server.app.ready()
  })
  afterEach(async () => {
    await server.stop()
    await rm(folder, { recursive: true })
  })

  const formats = ['json', 'markdown', 'csv', 'xlsx'] as const

  test(`S10 work in every format and hold what is healthy`, { timeout: 120_000 }, async (context) => {
    const moderator = new Browser(server.app)
    const token = await server.platform.setUpLink.issue()
    await moderator.ok('setUp', {
      body: { token, name: 'Mara', email: 'mara@example.org', password: 'eine lange Losung' },
    })
    const { id: workshopId, groups } = await moderator.found('Probe', ['A'])
    const { update, poisons } = poisonedDocument()
    putIntoDatabase(join(folder, 'rooms.sqlite'), groups[1]!.id, update)
    const statuses: string[] = []
    for (const format of formats) {
      const answer = await moderator.call('exportWorkshop', { path: { workshopId }, query: { format } })
      statuses.push(`${format} ${answer.status}`)
      if (format === 'xlsx') continue
      const text = answer.bytes.toString()
      for (let i = 0; i < HEALTHY; i++) expect(text, format).toContain(`Gesunde Karte ${i}`)
      if (format !== 'json') continue
      const file = JSON.parse(text) as WorkshopFile
      const readable = file.groups[1]!.document.artefacts.length
      expect(readable).toBeGreaterThanOrEqual(HEALTHY)
      expect(readable).toBeLessThan(HEALTHY + poisons.artefacts)
    }
    expect(statuses).toEqual(formats.map((format) => `${format} 200`))
    tellFigure(context, `exports: ${statuses.join(', ')}`)
  })
})

function putIntoDatabase(file: string, groupId: GroupId, update: Uint8Array): void {
  const database = new Database(file)
  database
    .prepare('INSERT INTO updates (group_id, data, crc) VALUES (?, ?, ?)')
    .run(groupId, update, crc32(update))
  database.close()
}
