import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as Y from 'yjs'
import { setField, setTag, textOf, turnInto } from '#shared/document/artefacts.ts'
import type { Member } from '#server/ports/people-store.ts'
import { openRoomLogs } from '#server/adapters/sqlite/update-log.ts'
import { oneOfEveryKind } from '#tests/support/filled-cards.ts'
import { addNote, LiveRoomsFixture, preparedDocument } from '#tests/support/live-rooms.ts'
import { RoomPeer } from '#tests/support/room-peer.ts'
import { contentOf, frozenFiles, type FrozenMeeting } from './frozen-room.ts'

/*
 * Freezes a small meeting as the present version stores and speaks it:
 *   npx tsx tests/compatibility/freeze-room.ts <version>
 * Run once for a release. What is frozen is never written again.
 */
class RecordedPeer extends RoomPeer {
  frames: [number, string][] = []
  index = 0

  override send(frame: Uint8Array): void {
    this.frames.push([this.index, Buffer.from(frame).toString('hex')])
    super.send(frame)
  }
}

const version = process.argv[2]
if (!version) throw new Error('say which version')
const folder = join(import.meta.dirname, 'rooms', version)
if (existsSync(folder)) throw new Error(`${version} is frozen already`)
mkdirSync(folder)
const files = frozenFiles(folder)
const logs = await openRoomLogs(files.database)
const live = new LiveRoomsFixture(logs)
const frames: [number, string][] = []
const members: Member[] = []

/** Waits for the storage thread, which knows nothing of the fixture's clock. */
async function stored(): Promise<void> {
  await live.tick(1)
  await logs.updateLog.load(live.groupId)
  await live.tick(3)
}

async function enter(role: 'moderator' | 'participant', name: string): Promise<RecordedPeer> {
  const peer = new RecordedPeer(new Y.Doc())
  peer.frames = frames
  peer.index = members.length
  members.push(live.people.member(role, name))
  await peer.join(live.rooms, live.admitted(members.at(-1)!.id))
  await stored()
  return peer
}

const prepared = preparedDocument()
await live.rooms.create(live.groupId, prepared)
const [anna, bilal, chris] = [
  await enter('moderator', 'Anna'),
  await enter('participant', 'Bilal'),
  await enter('participant', 'Chris'),
]
const note = addNote(bilal.doc, 'Der Antrag dauert zu lange')
await stored()
textOf(chris.roots.artefacts, note.id, 'text')!.insert(4, 'gelbe ')
setTag(bilal.roots.artefacts, note.id, 'Wohngeld', true)
chris.sendPresence(chris.doc.clientID, 1, { p: 'page:start', c: [10, 20] })
await stored()
anna.command({ type: 'startTimer', durationMs: 600_000 })
anna.command({ type: 'goToPhase', phase: 'solution', pageId: 'page:start' })
await stored()
chris.doc.transact(() => {
  turnInto(chris.roots.artefacts, note.id, 'idea')
  setField(chris.roots.artefacts, note.id, 'sketch', null)
})
bilal.doc.transact(() => oneOfEveryKind(bilal.doc, 'page:start'))
await stored()
const second = addNote(anna.doc, 'Zweite Karte 👍')
await stored()
bilal.roots.board.get(second.shapeId)!.set('xy', [120, 340])
bilal.roots.board.delete(note.shapeId)
await stored()
await stored()

const meeting: FrozenMeeting = {
  groupId: live.groupId,
  members: [anna, bilal, chris].map(({ doc }, n) => ({
    id: members[n]!.id,
    role: members[n]!.role as 'moderator' | 'participant',
    client: doc.clientID,
  })),
  prepared: Buffer.from(prepared).toString('hex'),
  frames,
  content: contentOf(anna.doc),
  events: (await logs.eventLog.load(live.groupId)).map(({ event }) => event.type),
  versionNames: (await live.rooms.versions(live.groupId)).map(({ name }) => name),
}
writeFileSync(files.meeting, `${JSON.stringify(meeting, null, 1)}\n`)
await Promise.all([live.rooms.close(), live.clock.advance(5_000)])
await logs.close()
