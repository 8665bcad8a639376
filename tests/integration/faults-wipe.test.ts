import { beforeEach, describe, expect, test } from 'vitest'
import { documentHistory } from '#client/session/history.ts'
import { readArtefact } from '#shared/document/artefacts.ts'
import { newId, type MemberId } from '#shared/base/ids.ts'
import { tellFigure } from '#tests/support/figures.ts'
import { addNote, LiveRoomsFixture, preparedDocument } from '#tests/support/live-rooms.ts'
import type { RoomPeer } from '#tests/support/room-peer.ts'
import { hashOf } from '#tests/support/session-client.ts'

const NOTES = 200

let live: LiveRoomsFixture
let moderator: RoomPeer
let vandal: RoomPeer
let notes: { id: string; shapeId: string }[]
let before: string

beforeEach(async () => {
  live = new LiveRoomsFixture()
  await live.rooms.create(live.groupId, preparedDocument())
  moderator = await live.enter('moderator')
  vandal = await live.enter()
  notes = moderator.doc.transact(() =>
    Array.from({ length: NOTES }, (_, i) => addNote(moderator.doc, `Karte ${i}`)),
  )
  await live.tick()
  before = hashOf(moderator.doc)
})

/** Takes everything off the board and tries to destroy it for good. */
async function wipe(): Promise<void> {
  const { board, artefacts } = vandal.roots
  vandal.doc.transact(() => {
    for (const id of [...board.keys()]) board.delete(id)
    for (const id of [...artefacts.keys()]) artefacts.delete(id)
  }, vandal.doc)
  await live.tick()
}

const placed = ({ roots }: RoomPeer) => notes.filter(({ shapeId }) => roots.board.has(shapeId)).length
const kept = ({ roots }: RoomPeer) =>
  notes.filter(({ id }, i) => readArtefact(roots.artefacts, id)?.fields.text === `Karte ${i}`).length

describe('S7 somebody who wipes the board', () => {
  test('S7 destroys no card and no page, only takes them off the board', async (context) => {
    await wipe()
    for (const peer of [moderator, vandal]) {
      expect(placed(peer)).toBe(0)
      expect(kept(peer)).toBe(NOTES)
      expect(peer.roots.board.has('page:start')).toBe(true)
    }
    tellFigure(context, `${NOTES} cards wiped, ${kept(moderator)} kept, pages kept`)
  })

  test('S7 is undone by a moderator within a minute, by the version that was saved', async (context) => {
    const saving = live.rooms.saveVersion(live.groupId, 'Zwischenstand', 'Moderation')
    await live.tick()
    const version = await saving
    await wipe()
    const startedAt = live.clock.now()
    const restoring = live.rooms.restore(live.groupId, version.id, {
      memberId: newId<MemberId>(),
      name: 'Moderation',
    })
    await live.tick()
    await restoring
    await live.tick()
    expect(hashOf(moderator.doc)).toBe(before)
    expect(hashOf(vandal.doc)).toBe(before)
    expect(live.clock.now() - startedAt).toBeLessThan(60_000)
    tellFigure(context, `everything back after ${live.clock.now() - startedAt} ms of server time`)
  })

  test('S7 who did it by mistake takes it back by one undo, with what others wrote meanwhile', async (context) => {
    const history = documentHistory(vandal.roots, vandal.doc)
    await wipe()
    const meanwhile = addNote(moderator.doc, 'Inzwischen geschrieben')
    await live.tick()
    history.undo()
    await live.tick()
    expect(placed(moderator)).toBe(NOTES)
    expect(kept(moderator)).toBe(NOTES)
    expect(moderator.roots.board.has(meanwhile.shapeId)).toBe(true)
    expect(hashOf(moderator.doc)).toBe(hashOf(vandal.doc))
    history.destroy()
    tellFigure(context, `${placed(moderator)} of ${NOTES} back by one undo`)
  })

  test('S7 goes on after a locked room: nobody but the moderators can take anything off', async () => {
    moderator.command({ type: 'lock' })
    await live.clock.advance(5_000)
    await wipe()
    expect(vandal.refusals).toEqual(['room_locked'])
    expect(placed(moderator)).toBe(NOTES)
  })
})
