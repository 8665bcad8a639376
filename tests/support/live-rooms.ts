import { createHash } from 'node:crypto'
import * as Y from 'yjs'
import type { GroupId, MemberId } from '#shared/base/ids.ts'
import { rootNames, rootsOf } from '#shared/document/roots.ts'
import { createArtefact } from '#shared/document/artefacts.ts'
import { writeRecord } from '#shared/document/board-record.ts'
import { currentSchema } from '#shared/document/migrations.ts'
import { placeArtefact } from '#shared/document/placements.ts'
import type { Role } from '#shared/workshop/roles.ts'
import { MemoryEventLog } from '#server/adapters/memory/event-log.ts'
import { MemoryUpdateLog } from '#server/adapters/memory/update-log.ts'
import type { EventLog } from '#server/ports/event-log.ts'
import type { UpdateLog } from '#server/ports/update-log.ts'
import { createRooms, type Rooms } from '#server/rooms/rooms.ts'
import { FakeClock } from './fake-clock.ts'
import { People } from './people.ts'
import { RoomPeer } from './room-peer.ts'
import { silentLogger } from './silent-logger.ts'

export const TICK_MS = 30

/** Live rooms without sockets, with time in the test's hand. */
export class LiveRoomsFixture {
  readonly clock: FakeClock
  readonly people = new People()
  readonly updateLog: UpdateLog
  readonly eventLog: EventLog
  readonly rooms: Rooms
  readonly groupId: GroupId

  constructor(logs: { updateLog?: UpdateLog; eventLog?: EventLog } = {}, clock = new FakeClock()) {
    this.clock = clock
    this.updateLog = logs.updateLog ?? new MemoryUpdateLog()
    this.eventLog = logs.eventLog ?? new MemoryEventLog()
    this.groupId = this.people.group().id
    this.rooms = createRooms({
      updateLog: this.updateLog,
      eventLog: this.eventLog,
      clock: this.clock,
      logger: silentLogger,
      membership: (memberId, groupId) => Promise.resolve(this.people.admitted(memberId, groupId)),
      // Work takes no time here, or what a machine is slow at would be waited for
      measure: () => 0,
      tuning: { tickMs: TICK_MS, busyTickMs: TICK_MS, presenceEveryTicks: 2, unloadAfterMs: 1_000 },
    })
  }

  /** The same storage under a new server, as after a restart. */
  restarted(): LiveRoomsFixture {
    const { updateLog, eventLog, clock } = this
    const next = new LiveRoomsFixture({ updateLog, eventLog }, clock)
    return Object.assign(next, { people: this.people, groupId: this.groupId })
  }

  admitted(memberId: MemberId, groupId = this.groupId) {
    const admitted = this.people.admitted(memberId, groupId)
    if (!admitted) throw new Error('not admitted')
    return admitted
  }

  /** Somebody new, joined and in sync. */
  async enter(role: Role = 'participant', doc = new Y.Doc()): Promise<RoomPeer> {
    return this.comeIn(this.people.member(role).id, doc)
  }

  async comeIn(memberId: MemberId, doc = new Y.Doc()): Promise<RoomPeer> {
    const peer = await this.comeInQuietly(memberId, doc)
    await this.tick()
    return peer
  }

  /** Joined, and no time has passed since. */
  comeInQuietly(memberId: MemberId, doc = new Y.Doc()): Promise<RoomPeer> {
    return new RoomPeer(doc).join(this.rooms, this.admitted(memberId))
  }

  tick(ticks = 3): Promise<void> {
    return this.clock.advance(ticks * TICK_MS)
  }

  /** What the server itself holds. */
  async serverHash(): Promise<string> {
    const copy = await this.rooms.copy(this.groupId)
    const hash = contentHash(copy)
    copy.destroy()
    return hash
  }
}

/** Hash over the content of a document. State vectors are no proof of convergence, content is. */
export function contentHash(doc: Y.Doc): string {
  const content = rootNames.map((name) => rootsOf(doc)[name].toJSON())
  return createHash('sha256').update(stableJson(content)).digest('hex').slice(0, 16)
}

function stableJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

/** A prepared page, as a new group begins with. */
export function preparedDocument(pageId = 'page:start'): Uint8Array {
  const doc = new Y.Doc()
  const { board, meta } = rootsOf(doc)
  doc.transact(() => {
    meta.set('schema', currentSchema)
    writeRecord(board, {
      id: pageId,
      typeName: 'page',
      name: 'Anfang',
      index: 'a1',
      meta: { phase: 'problem' },
    })
  })
  return Y.encodeStateAsUpdate(doc)
}

/** Writes a note and places it, as one change. */
export function addNote(doc: Y.Doc, text = '', parentId = 'page:start'): { id: string; shapeId: string } {
  const { artefacts, board } = rootsOf(doc)
  return doc.transact(() => {
    const authorship = { as: 'anonymous' } as const
    const note = { kind: 'note', phase: 'problem', createdAt: 1, authorship, fields: { text } } as const
    const id = createArtefact(artefacts, note)
    const shapeId = placeArtefact(board, { artefactId: id, parentId, x: 10, y: 20, w: 200, h: 160 })
    return { id, shapeId }
  })
}
