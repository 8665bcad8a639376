import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Database } from '#server/adapters/sqlite/driver.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openRoomDatabase } from '#server/adapters/sqlite/update-log-schema.ts'
import { RoomStatements } from '#server/adapters/sqlite/update-log-statements.ts'
import { openRoomLogs } from '#server/adapters/sqlite/update-log.ts'
import type { UpdateLog } from '#server/ports/update-log.ts'
import type { GroupId } from '#shared/base/ids.ts'
import { foldUpdates } from '#shared/document/fold.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { eventually } from '#tests/support/eventually.ts'
import { tellFigure } from '#tests/support/figures.ts'
import { documentOnDisk } from '#tests/support/server-process.ts'
import { areAlike, SessionClient } from '#tests/support/session-client.ts'
import { mountSmallDisk } from '#tests/support/small-disk.ts'
import { SyncServer } from '#tests/support/sync-server.ts'

const DISK_BYTES = 8 * 1024 * 1024
const LONG_TEXT = 'Der Antrag liegt seit Wochen. '.repeat(400)

/** A place for the database that can be full. */
interface RoomsOnDisk {
  file: string
  updateLog: UpdateLog
  fill(): void
  free(): void
  close(): Promise<void>
}

/** A real file system of eight megabytes; null where this user may not mount one. */
async function mountedDisk(folder: string): Promise<RoomsOnDisk | null> {
  mkdirSync(join(folder, 'disk'))
  const disk = mountSmallDisk(join(folder, 'disk'), DISK_BYTES)
  if (!disk) return null
  const file = join(disk.folder, 'rooms.sqlite')
  const logs = await openRoomLogs(file)
  return {
    file,
    updateLog: logs.updateLog,
    fill: () => disk.fill(),
    free: () => disk.free(),
    close: async () => {
      await logs.close()
      disk.unmount()
    },
  }
}

/** The same for everybody else: a database that may not grow. */
function cappedDisk(folder: string): RoomsOnDisk {
  const file = join(folder, 'rooms.sqlite')
  const database = openRoomDatabase(file)
  const statements = new RoomStatements(database)
  const later = <Value>(run: () => Value) => Promise.resolve().then(run)
  const updateLog: UpdateLog = {
    append: (entries) => later(() => statements.append(entries)),
    load: (groupId) => later(() => statements.load(groupId)),
    compact: (groupId) => later(() => compactHere(statements, groupId)),
    bindClients: (bindings) => later(() => statements.bindClients(bindings)),
    saveVersion: (version) => later(() => statements.saveVersion(version)),
    removeVersion: (groupId, versionId) => later(() => statements.removeVersion(groupId, versionId)),
    versions: (groupId) => later(() => statements.versions(groupId)),
    remove: (groupId) => later(() => statements.remove(groupId)),
    settle: () => later(() => statements.eraseTraces()),
    version: (groupId, versionId) => later(() => statements.version(groupId, versionId)),
  }
  return {
    file,
    updateLog,
    fill: () => void database.pragma('max_page_count = 1'),
    free: () => void database.pragma('max_page_count = 1000000'),
    close: async () => void database.close(),
  }
}

/** Without a thread, because the limit belongs to this connection. */
function compactHere(statements: RoomStatements, groupId: GroupId): void {
  const { updates, position } = statements.updatesOf(groupId)
  statements.keepSnapshot(groupId, position, { codec: 'plain', data: foldUpdates(updates) })
  while (statements.dropCovered(groupId)) continue
}

let folder: string
let disk: RoomsOnDisk
let server: SyncServer
let clients: SessionClient[]
let firstFailureAt: number | null

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'werkraum-full-'))
  disk = (await mountedDisk(folder)) ?? cappedDisk(folder)
  const append = disk.updateLog.append.bind(disk.updateLog)
  firstFailureAt = null
  disk.updateLog.append = (entries) =>
    append(entries).catch((error: unknown) => {
      firstFailureAt ??= performance.now()
      throw error
    })
  server = await SyncServer.start({ updateLog: disk.updateLog })
  const group = server.people.group()
  const place = { syncUrl: `${server.url}/sync`, groupId: group.id }
  const members = [server.people.member(), server.people.member()]
  clients = members.map(({ id }) => new SessionClient(place, { memberId: id }))
  await eventually('both are in', () => clients.every(({ status }) => status === 'online'), 20_000)
})

afterEach(async () => {
  for (const client of clients) client.leave()
  await server.stop()
  await disk.close()
  rmSync(folder, { recursive: true })
})

const held = ({ room }: SessionClient) => room.connection.getState().held === 'storage_unavailable'

describe('R4 a disk that is full', () => {
  test(
    'R4 makes the room read-only within two seconds, is never called saved, and costs nothing once there is space',
    { timeout: 90_000 },
    async (context) => {
      const [writer, reader] = clients as [SessionClient, SessionClient]
      const written = [writer.write('Vorher'), reader.write('Auch vorher')]
      await eventually('both are saved', () => clients.every(({ saysSaved }) => saysSaved), 20_000)

      disk.fill()
      const acknowledged = [...written]
      for (let i = 0; i < 200 && !held(writer); i++) {
        const id = writer.write(`${i} ${LONG_TEXT}`)
        written.push(id)
        await eventually('saved or told', () => writer.saysSaved || held(writer), 20_000)
        if (writer.saysSaved) acknowledged.push(id)
      }
      const toldAfterMs = performance.now() - firstFailureAt!
      await eventually('everybody is told', () => clients.every(held), 2_000)
      expect(toldAfterMs).toBeLessThan(2_000)
      const full = rootsOf(documentOnDisk(disk.file, writer.room.groupId)).artefacts
      expect(acknowledged.filter((id) => !full.has(id))).toEqual([])
      expect(written.filter((id) => full.has(id))).toEqual(acknowledged)
      written.push(reader.write('Trotzdem weitergeschrieben'))
      expect(reader.saysSaved).toBe(false)

      disk.free()
      await eventually('everything is saved', () => clients.every(({ saysSaved }) => saysSaved), 30_000)
      written.push(writer.write('Und weiter'))
      await eventually('writing goes on', () => writer.saysSaved, 20_000)
      await eventually('both are alike', () => areAlike(clients.map(({ room }) => room.doc)), 10_000)
      const stored = documentOnDisk(disk.file, writer.room.groupId)
      expect(areAlike([stored, writer.room.doc])).toBe(true)
      expect(written.filter((id) => !rootsOf(stored).artefacts.has(id))).toEqual([])
      expect(integrityOf(disk.file)).toBe('ok')
      const where = disk.file.includes('/disk/') ? 'tmpfs of 8 MB' : 'capped database'
      tellFigure(
        context,
        `${where}: 0 false acknowledgements, told after ${toldAfterMs.toFixed(0)} ms, integrity ok`,
      )
    },
  )
})

function integrityOf(file: string): unknown {
  const database = new Database(file, { readonly: true })
  const verdict = database.pragma('integrity_check', { simple: true })
  database.close()
  return verdict
}
