import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { Database } from '#server/adapters/sqlite/driver.ts'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { GroupId } from '#shared/base/ids.ts'
import type { StoredDocument } from '#server/ports/update-log.ts'
import { openRoomLogs } from '#server/adapters/sqlite/update-log.ts'
import { messageTypes } from '#shared/protocol/wire.ts'
import { foldUpdates } from '#shared/document/fold.ts'
import { LiveRoomsFixture } from '#tests/support/live-rooms.ts'
import { RoomPeer } from '#tests/support/room-peer.ts'
import { contentOf, frozenFiles, type FrozenMeeting } from './frozen-room.ts'

const versions = readdirSync(join(import.meta.dirname, 'rooms'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

function documentOf({ updates }: StoredDocument): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, foldUpdates(updates))
  return doc
}

/** Compacts as version 0.1 did, in the tables it had. */
function compactAsThen(file: string): void {
  const database = new Database(file)
  const rows = database
    .prepare<[], { group_id: string; position: number; data: Buffer }>('SELECT * FROM updates')
    .all()
  const snapshot = foldUpdates(rows.map(({ data }) => data))
  const { group_id, position } = rows.at(-1)!
  database
    .prepare('INSERT INTO snapshots (group_id, position, data, crc) VALUES (?, ?, ?, ?)')
    .run(group_id, position, snapshot, crc32(snapshot))
  database.exec('DELETE FROM updates')
  database.close()
}

describe.each(versions)('what version %s left behind', (version) => {
  const files = frozenFiles(join(import.meta.dirname, 'rooms', version))
  const meeting = JSON.parse(readFileSync(files.meeting, 'utf8')) as FrozenMeeting
  const groupId = meeting.groupId as GroupId

  test('its database opens with all that was said and decided', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'werkraum-frozen-'))
    copyFileSync(files.database, join(folder, 'rooms.sqlite'))
    const logs = await openRoomLogs(join(folder, 'rooms.sqlite'))
    const stored = await logs.updateLog.load(groupId)
    expect(contentOf(documentOf(stored))).toEqual(meeting.content)
    expect([...stored.clients.values()]).toEqual(expect.arrayContaining(meeting.members.map(({ id }) => id)))
    expect((await logs.eventLog.load(groupId)).map(({ event }) => event.type)).toEqual(meeting.events)
    const kept = await logs.updateLog.versions(groupId)
    expect(kept.map(({ name }) => name)).toEqual(meeting.versionNames)
    const state = await logs.updateLog.version(groupId, kept[0]!.id)
    expect(() => Y.applyUpdate(new Y.Doc(), state!.state)).not.toThrow()
    await logs.close()
    rmSync(folder, { recursive: true })
  })

  test('a snapshot that it stored is read, and says the same once it is packed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'werkraum-frozen-'))
    copyFileSync(files.database, join(folder, 'rooms.sqlite'))
    compactAsThen(join(folder, 'rooms.sqlite'))
    const logs = await openRoomLogs(join(folder, 'rooms.sqlite'))
    expect(contentOf(documentOf(await logs.updateLog.load(groupId)))).toEqual(meeting.content)
    const doc = documentOf(await logs.updateLog.load(groupId))
    const known = Y.encodeStateVector(doc)
    doc.getMap('meta').set('later', true)
    const update = Y.encodeStateAsUpdate(doc, known)
    await logs.updateLog.append([{ groupId, update, newClients: [] }])
    await logs.updateLog.compact(groupId)
    const stored = await logs.updateLog.load(groupId)
    expect(stored.updates).toHaveLength(1)
    expect(contentOf(documentOf(stored))).toEqual(contentOf(doc))
    await logs.close()
    rmSync(folder, { recursive: true })
  })

  test('what its clients sent still leads to the same content, though their pages have to be loaded anew', async () => {
    const live = new LiveRoomsFixture()
    await live.rooms.create(live.groupId, new Uint8Array(Buffer.from(meeting.prepared, 'hex')))
    const peers: RoomPeer[] = []
    for (const { role, client } of meeting.members) {
      const peer = new RoomPeer(Object.assign(new Y.Doc(), { clientID: client }))
      // Without a version, as a page of today hands over what an older one had kept
      peers.push(await peer.join(live.rooms, live.admitted(live.people.member(role).id), {}))
    }
    await live.tick()
    for (const [member, hex] of meeting.frames) {
      const frame = new Uint8Array(Buffer.from(hex, 'hex'))
      // Commands are sent once or never; pages keep what was written
      if (frame[0] === messageTypes.facilitation) continue
      peers[member]!.send(frame)
      await live.tick(1)
    }
    await live.tick(5)
    expect(peers.flatMap(({ refusals }) => refusals)).toEqual([])
    expect(contentOf(peers[0]!.doc)).toEqual(meeting.content)
  })
})
