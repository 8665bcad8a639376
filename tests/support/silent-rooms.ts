import * as Y from 'yjs'
import type { GroupId, MemberId } from '#shared/base/ids.ts'
import { writeDraftCard } from '#shared/document/draft-cards.ts'
import { rootsOf } from '#shared/document/roots.ts'
import type { RoundAuthorship } from '#shared/facilitation/step/round-authorships.ts'
import type { Step } from '#shared/facilitation/step/step.ts'
import type { Role } from '#shared/workshop/roles.ts'
import { MemoryBallotBox } from '#server/adapters/memory/ballot-box.ts'
import { Polling } from '#server/ballots/polling.ts'
import type { BallotBox } from '#server/ports/ballot-box.ts'
import { roomSecrets } from '#server/secrets.ts'
import { MemoryDraftVault } from '#server/adapters/memory/draft-vault.ts'
import { MemoryEventLog } from '#server/adapters/memory/event-log.ts'
import { MemoryUpdateLog } from '#server/adapters/memory/update-log.ts'
import { Silence } from '#server/drafts/silence.ts'
import type { DraftVault } from '#server/ports/draft-vault.ts'
import { RoomMetrics } from '#server/rooms/metrics.ts'
import { createRooms, type Rooms } from '#server/rooms/rooms.ts'
import { Turns } from '#server/rooms/turns.ts'
import { FakeClock } from './fake-clock.ts'
import { People } from './people.ts'
import { RoomPeer } from './room-peer.ts'
import { silentLogger } from './silent-logger.ts'
import { TICK_MS, preparedDocument } from './live-rooms.ts'

export const stepId = 'step-ideas'

export const silentStep = (authorship: RoundAuthorship, over: Partial<Step> = {}): Step => ({
  id: stepId,
  title: 'Ideen still sammeln',
  instruction: '',
  plannedMinutes: 0,
  phase: 'problem',
  pageId: 'page:start',
  methodId: null,
  mode: { type: 'silent', authorship },
  deadline: null,
  ...over,
})

interface Logs {
  updateLog: MemoryUpdateLog
  eventLog: MemoryEventLog
  vault: DraftVault
  box: BallotBox
}

const inMemory = (): Logs => {
  const [updateLog, eventLog] = [new MemoryUpdateLog(), new MemoryEventLog()]
  const vault = new MemoryDraftVault(updateLog, eventLog)
  return { updateLog, eventLog, vault, box: new MemoryBallotBox() }
}

/** A room and its silent drafts without sockets, with time in the test's hand. */
export class SilentRooms {
  readonly clock: FakeClock
  readonly people: People
  readonly groupId: GroupId
  readonly logs: Logs
  readonly rooms: Rooms
  readonly silence: Silence
  readonly polling: Polling

  /** @param measure what work takes, in milliseconds */
  constructor(logs: Logs = inMemory(), before?: SilentRooms, measure: () => number = () => 0) {
    this.logs = logs
    this.clock = before?.clock ?? new FakeClock()
    this.people = before?.people ?? new People()
    this.groupId = before?.groupId ?? this.people.group().id
    const turns = new Turns(this.clock, measure)
    const tuning = { tickMs: TICK_MS, busyTickMs: TICK_MS, unloadAfterMs: 1_000 }
    const means = {
      ...logs,
      clock: this.clock,
      logger: silentLogger,
      metrics: new RoomMetrics(),
      turns,
      membership: (memberId: MemberId, groupId: GroupId) =>
        Promise.resolve(this.people.admitted(memberId, groupId)),
      tuning,
    }
    this.silence = new Silence({ ...means, rooms: () => this.rooms })
    this.polling = new Polling({ ...means, box: logs.box, rooms: () => this.rooms })
    this.rooms = createRooms({ ...means, secrets: roomSecrets(this.silence, this.polling) })
  }

  static async with(authorship: RoundAuthorship, logs?: Logs): Promise<[SilentRooms, RoomPeer]> {
    const silent = new SilentRooms(logs)
    await silent.rooms.create(silent.groupId, preparedDocument())
    const moderator = await silent.enter('moderator')
    moderator.command({ type: 'startStep', from: null, step: silentStep(authorship) })
    await silent.tick()
    return [silent, moderator]
  }

  /** The same storage under a new server. */
  restarted(): SilentRooms {
    return new SilentRooms(this.logs, this)
  }

  async enter(role: Role = 'participant'): Promise<RoomPeer> {
    return this.comeIn(this.people.member(role).id)
  }

  async comeIn(memberId: MemberId): Promise<RoomPeer> {
    const peer = await new RoomPeer().join(this.rooms, this.people.admitted(memberId, this.groupId)!)
    await this.tick()
    return peer
  }

  /** One device at this member's own draft. */
  async draft(memberId: MemberId, { gen = 0, doc = new Y.Doc(), step = stepId } = {}): Promise<RoomPeer> {
    const admitted = this.people.admitted(memberId, this.groupId)!
    const way: Pick<Rooms, 'join'> = {
      join: (socket, who, handshake) => this.silence.join(socket, who, step, handshake),
    }
    const peer = await new RoomPeer(doc).join(way, admitted, { gen })
    await this.tick()
    return peer
  }

  tick(ticks = 4): Promise<void> {
    return this.clock.advance(ticks * TICK_MS)
  }

  document(): Promise<Y.Doc> {
    return this.rooms.copy(this.groupId)
  }
}

/** Writes a silent card, as one change; answers its record id. */
export function writeSilently(doc: Y.Doc, text: string, fieldId: string | null = null): string {
  return doc.transact(() =>
    writeDraftCard(rootsOf(doc), {
      kind: 'note',
      phase: 'problem',
      pageId: 'page:start',
      fieldId,
      createdAt: 1,
      fields: { text },
    }),
  )
}
