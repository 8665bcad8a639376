import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { GroupId } from '#shared/base/ids.ts'
import { openRoomLogs } from '#server/adapters/sqlite/update-log.ts'
import { foldUpdates } from '#shared/document/fold.ts'
import { LiveRoomsFixture } from '#tests/support/live-rooms.ts'
import { RoomPeer } from '#tests/support/room-peer.ts'
import { contentOf, frozenFiles, type FrozenMeeting } from './frozen-room.ts'

const versions = readdirSync(join(import.meta.dirname, 'rooms'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

describe.each(versions)('what version %s left behind', (version) => {
  const files = frozenFiles(join(import.meta.dirname, 'rooms', version))
  const meeting = JSON.parse(readFileSync(files.meeting, 'utf8')) as FrozenMeeting
  const groupId = meeting.groupId as GroupId

  test('its database opens with all that was said and decided', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'werkraum-frozen-'))
    copyFileSync(files.database, join(folder, 'rooms.sqlite'))
    const logs = await openRoomLogs(join(folder, 'rooms.sqlite'))
    const stored = await logs.updateLog.load(groupId)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, foldUpdates(stored.updates))
    expect(contentOf(doc)).toEqual(meeting.content)
    expect([...stored.clients.values()]).toEqual(expect.arrayContaining(meeting.members.map(({ id }) => id)))
    expect((await logs.eventLog.load(groupId)).map(({ event }) => event.type)).toEqual(meeting.events)
    const kept = await logs.updateLog.versions(groupId)
    expect(kept.map(({ name }) => name)).toEqual(meeting.versionNames)
    const state = await logs.updateLog.version(groupId, kept[0]!.id)
    expect(() => Y.applyUpdate(new Y.Doc(), state!.state)).not.toThrow()
    await logs.close()
    rmSync(folder, { recursive: true })
  })

  test('its clients can still take part: their frames lead to the same content', async () => {
    const live = new LiveRoomsFixture()
    await live.rooms.create(live.groupId, new Uint8Array(Buffer.from(meeting.prepared, 'hex')))
    const peers: RoomPeer[] = []
    for (const { role, client } of meeting.members) {
      const peer = new RoomPeer(Object.assign(new Y.Doc(), { clientID: client }))
      peers.push(await peer.join(live.rooms, live.admitted(live.people.member(role).id), { v: 1 }))
    }
    await live.tick()
    for (const [member, hex] of meeting.frames) {
      peers[member]!.send(new Uint8Array(Buffer.from(hex, 'hex')))
      await live.tick(1)
    }
    await live.tick(5)
    expect(peers.flatMap(({ refusals }) => refusals)).toEqual([])
    expect(contentOf(peers[0]!.doc)).toEqual(meeting.content)
  })
})
