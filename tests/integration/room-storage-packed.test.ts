import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Database } from '#server/adapters/sqlite/driver.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { newId, type GroupId, type VersionId } from '#shared/base/ids.ts'
import { contentHashes } from '#server/adapters/sqlite/backup-manifest.ts'
import { openRoomLogs, type RoomLogs } from '#server/adapters/sqlite/update-log.ts'
import { addNote } from '#tests/support/live-rooms.ts'
import { hashOf } from '#tests/support/session-client.ts'

const NOTES = 300
const groupId = newId<GroupId>()

let folder: string
let file: string
let logs: RoomLogs
let doc: Y.Doc
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'werkraum-packed-'))
  file = join(folder, 'rooms.sqlite')
  logs = await openRoomLogs(file)
  doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (let n = 0; n < NOTES; n++) addNote(doc, `${n} Der Antrag dauert zu lange`)
  await logs.updateLog.append(updates.map((update) => ({ groupId, update, newClients: [] })))
})
afterEach(async () => {
  await logs.close()
  rmSync(folder, { recursive: true })
})

interface BlobFacts {
  codec: string
  bytes: number
}

function onDisk<Value>(read: (database: Database) => Value): Value {
  const database = new Database(file)
  try {
    return read(database)
  } finally {
    database.close()
  }
}

const factsOf = (table: 'snapshots' | 'versions', blob: 'data' | 'state') =>
  onDisk(
    (database) => database.prepare(`SELECT codec, length(${blob}) AS bytes FROM ${table}`).get() as BlobFacts,
  )
const logLength = () =>
  onDisk((database) => database.prepare('SELECT count(*) FROM updates').pluck().get() as number)

async function loaded(): Promise<Y.Doc> {
  const copy = new Y.Doc()
  for (const update of (await logs.updateLog.load(groupId)).updates) Y.applyUpdate(copy, update)
  return copy
}

/** Flips one bit of the snapshot as it lies there. */
function damage(): void {
  onDisk((database) => {
    const data = database.prepare('SELECT data FROM snapshots').pluck().get() as Buffer
    data[data.length >> 1]! ^= 0x10
    database.prepare('UPDATE snapshots SET data = ?').run(data)
  })
}

describe('what lies in the database', () => {
  test('a compacted document is packed to less than half, and nothing else of it is left', async () => {
    await logs.updateLog.compact(groupId)
    const { codec, bytes } = factsOf('snapshots', 'data')
    expect(codec).toBe('brotli')
    expect(bytes).toBeLessThan(Y.encodeStateAsUpdate(doc).length / 2)
    expect(logLength()).toBe(0)
    expect(hashOf(await loaded())).toBe(hashOf(doc))
  })

  test('a version is packed, and comes back byte for byte', async () => {
    const state = Y.encodeStateAsUpdate(doc)
    const facts = { name: '', createdAt: 1, createdBy: '', reason: 'manual', cardCount: NOTES } as const
    const id = newId<VersionId>()
    await logs.updateLog.saveVersion({ ...facts, id, groupId, state })
    expect(factsOf('versions', 'state').bytes).toBeLessThan(state.length / 2)
    const kept = await logs.updateLog.version(groupId, id)
    expect(Buffer.compare(kept!.state, state)).toBe(0)
  })

  test('R17 a backup knows the content of a packed document', async () => {
    await logs.updateLog.compact(groupId)
    await logs.close()
    const { rooms, unreadable } = contentHashes(file)
    expect(unreadable).toEqual([])
    expect(rooms[groupId]?.startsWith(hashOf(doc))).toBe(true)
    logs = await openRoomLogs(file)
  })

  test('R5 a packed snapshot with a flipped bit is neither read nor replaced', async () => {
    await logs.updateLog.compact(groupId)
    damage()
    await expect(logs.updateLog.load(groupId)).rejects.toThrow('damaged')
    const update = Y.encodeStateAsUpdate(doc)
    await logs.updateLog.append([{ groupId, update, newClients: [] }])
    await expect(logs.updateLog.compact(groupId)).rejects.toThrow('damaged')
    expect(logLength()).toBe(1)
  })

  test('closing gives up a compaction, and the document is whole', async () => {
    const compaction = logs.updateLog.compact(groupId)
    const outcome = compaction.then(
      () => 'done',
      () => 'given up',
    )
    await logs.close()
    expect(await outcome).toBe('given up')
    logs = await openRoomLogs(file)
    expect(hashOf(await loaded())).toBe(hashOf(doc))
    expect(logLength()).toBe(NOTES)
  })
})
