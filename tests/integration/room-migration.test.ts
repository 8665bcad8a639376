import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { currentSchema } from '#shared/document/migrations.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { addNote, contentHash, LiveRoomsFixture } from '#tests/support/live-rooms.ts'

function stored(schema: number | null): Uint8Array {
  const doc = new Y.Doc()
  addNote(doc, 'von früher')
  if (schema !== null) rootsOf(doc).meta.set('schema', schema)
  return Y.encodeStateAsUpdate(doc)
}

test('a document of an earlier version is brought up to date when its room opens, durably and once', async () => {
  const live = new LiveRoomsFixture()
  await live.rooms.create(live.groupId, stored(null))
  const peer = await live.enter()
  expect(peer.roots.meta.get('schema')).toBe(currentSchema)
  peer.leave()
  await live.clock.advance(10_000)
  expect(live.rooms.metrics.rooms).toBe(0)
  const rows = (await live.updateLog.load(live.groupId)).updates.length
  const again = await live.enter()
  expect(contentHash(again.doc)).toBe(contentHash(peer.doc))
  expect((await live.updateLog.load(live.groupId)).updates).toHaveLength(rows)
})

test('a room whose document a later version wrote is not opened', async () => {
  const live = new LiveRoomsFixture()
  await live.rooms.create(live.groupId, stored(currentSchema + 1))
  const peer = await live.enter()
  expect(peer.closed?.reason).toBe('room_unavailable')
})
