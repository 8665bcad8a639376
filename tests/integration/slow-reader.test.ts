import { beforeEach, describe, expect, test } from 'vitest'
import { limits } from '#shared/base/limits.ts'
import { addNote, LiveRoomsFixture, preparedDocument } from '#tests/support/live-rooms.ts'
import type { RoomPeer } from '#tests/support/room-peer.ts'

let live: LiveRoomsFixture
let writer: RoomPeer
let slow: RoomPeer
beforeEach(async () => {
  live = new LiveRoomsFixture()
  await live.rooms.create(live.groupId, preparedDocument())
  writer = await live.enter()
  slow = await live.enter()
})

let clock = 0
async function moveCursor(): Promise<void> {
  clock++
  writer.sendPresence(writer.doc.clientID, clock, { c: [clock, clock] })
  await live.tick(4)
}
const cursorSeen = (peer: RoomPeer) => peer.presence.get(writer.doc.clientID)

describe('R10 a reader that does not keep up', () => {
  test('misses presence first, still gets the document, and sees everybody again once it has caught up', async () => {
    slow.bufferedBytes = limits.outboxPresenceBytes + 1
    await moveCursor()
    const { shapeId } = addNote(writer.doc)
    await live.tick()
    expect(cursorSeen(slow)).toBeUndefined()
    expect(slow.roots.board.has(shapeId)).toBe(true)

    slow.bufferedBytes = 0
    const other = await live.enter()
    other.sendPresence(other.doc.clientID, 1, { c: [1, 1] })
    await live.tick(4)
    expect(cursorSeen(slow)).toEqual({ c: [clock, clock] })
  })

  test('is closed above the limit, and nobody else is', async () => {
    slow.bufferedBytes = limits.outboxCloseBytes + 1
    await moveCursor()
    expect(slow.closed).toEqual({ code: 4408, reason: 'too_slow' })
    expect(writer.closed).toBeNull()
  })

  test('is closed when it stays slow for too long', async () => {
    slow.bufferedBytes = limits.outboxPresenceBytes + 1
    await moveCursor()
    await live.clock.advance(limits.outboxCloseAfterMs)
    expect(slow.closed).toBeNull()
    await moveCursor()
    expect(slow.closed).toEqual({ code: 4408, reason: 'too_slow' })
  })
})
