import { beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { newId, type GroupId, type MemberId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import type { EventEnvelope, StoredEnvelope } from '#shared/facilitation/events.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { StorageError } from '#server/base/storage-error.ts'
import { MemoryEventLog } from '#server/adapters/memory/event-log.ts'
import { LiveRoomsFixture, preparedDocument } from '#tests/support/live-rooms.ts'
import type { RoomPeer } from '#tests/support/room-peer.ts'

/** A log in which another node may have been faster, or which waits before it answers. */
class SharedEventLog extends MemoryEventLog {
  beforeAppend: (() => Promise<void>) | null = null

  override async append(groupId: GroupId, envelopes: readonly StoredEnvelope[]): Promise<boolean> {
    const { beforeAppend } = this
    this.beforeAppend = null
    await beforeAppend?.()
    return super.append(groupId, envelopes)
  }
}

let eventLog: SharedEventLog
let live: LiveRoomsFixture
let moderator: RoomPeer
let participant: RoomPeer
let moderatorId: MemberId
let participantId: MemberId
beforeEach(async () => {
  eventLog = new SharedEventLog()
  live = new LiveRoomsFixture({ eventLog })
  await live.rooms.create(live.groupId, preparedDocument())
  moderatorId = live.people.member('moderator').id
  participantId = live.people.member('participant').id
  moderator = await live.comeIn(moderatorId)
  participant = await live.comeIn(participantId)
})

const changesSeenBy = (peer: RoomPeer) =>
  peer.told.flatMap((message) => (message.type === 'changed' ? message.state : []))
const answersTo = (peer: RoomPeer, id: string) =>
  peer.told.filter((message) => 'id' in message && message.id === id)
const eventTypes = async () => (await eventLog.load(live.groupId)).map(({ seq, event }) => [seq, event.type])

describe('commands', () => {
  test('of a moderator happen for everybody, in the same order', async () => {
    moderator.command({ type: 'startTimer', durationMs: 60_000 })
    const id = moderator.command({ type: 'lock' })
    await live.tick()
    expect(await eventTypes()).toEqual([
      [1, 'TimerStarted'],
      [2, 'BoardLocked'],
    ])
    expect(changesSeenBy(participant)).toMatchObject([
      { seq: 1, timer: { status: 'running' } },
      { seq: 2, lock: { status: 'locked' } },
    ])
    expect(answersTo(moderator, id)).toEqual([{ type: 'accepted', id }])
  })

  test('tell of an event only what it changed', async () => {
    moderator.command({ type: 'lock' })
    await live.tick()
    expect(changesSeenBy(participant).map((state) => Object.keys(state).sort())).toEqual([['lock', 'seq']])
  })

  test('of a participant are refused and nobody else hears of them', async () => {
    const id = participant.command({ type: 'lock' })
    await live.tick()
    expect(answersTo(participant, id)).toEqual([{ type: 'refused', id, code: 'command_not_allowed' }])
    expect(changesSeenBy(moderator)).toEqual([])
  })

  test('that name a page which does not exist are refused', async () => {
    const id = moderator.command({ type: 'openPage', pageId: 'page:nowhere' })
    await live.tick()
    expect(answersTo(moderator, id)).toEqual([{ type: 'refused', id, code: 'page_unknown' }])
  })

  test('are heard of by nobody before they are durable', async () => {
    let goOn = () => {}
    eventLog.beforeAppend = () => new Promise((resolve) => (goOn = resolve))
    moderator.command({ type: 'lock' })
    await live.tick()
    expect(changesSeenBy(participant)).toEqual([])
    goOn()
    await live.tick()
    expect(changesSeenBy(participant)).toHaveLength(1)
  })

  test('that lose the race for their number are decided again on what really happened', async () => {
    const elsewhere: EventEnvelope = { seq: 1, at: 1, by: newId(), event: { type: 'BoardLocked' } }
    eventLog.beforeAppend = async () => void (await eventLog.append(live.groupId, [elsewhere]))
    const id = moderator.command({ type: 'lock' })
    await live.tick()
    expect(await eventLog.load(live.groupId)).toEqual([elsewhere])
    expect(changesSeenBy(participant)).toEqual([{ seq: 1, lock: { status: 'locked', since: 1 } }])
    expect(answersTo(moderator, id)).toEqual([{ type: 'accepted', id }])
  })

  test('that cannot be stored are refused and change nothing', async () => {
    eventLog.beforeAppend = () => Promise.reject(new StorageError('full', 'disk full'))
    const id = moderator.command({ type: 'lock' })
    await live.tick()
    expect(answersTo(moderator, id)).toEqual([{ type: 'refused', id, code: 'storage_unavailable' }])
    moderator.command({ type: 'lock' }, id)
    await live.tick()
    expect(changesSeenBy(participant)).toHaveLength(1)
  })

  test('lock a room for requests, too, once what was on its way has arrived, loaded or not', async () => {
    moderator.command({ type: 'lock' })
    await live.tick()
    const unloaded = new LiveRoomsFixture({ eventLog }, live.clock)
    expect(await live.rooms.isLocked(live.groupId)).toBe(false)
    await live.clock.advance(limits.lockGraceMs + 1)
    expect(await live.rooms.isLocked(live.groupId)).toBe(true)
    expect(await unloaded.rooms.isLocked(live.groupId)).toBe(true)
    await unloaded.rooms.close()
  })

  test('that a fault of the program spoils are not blamed on storage', async () => {
    eventLog.beforeAppend = () => Promise.reject(new TypeError('undefined is not a function'))
    const id = moderator.command({ type: 'lock' })
    await live.tick()
    expect(answersTo(moderator, id)).toEqual([{ type: 'refused', id, code: 'internal' }])
  })

  test('survive a restart of the server', async () => {
    moderator.command({ type: 'lock' })
    await live.tick()
    const next = live.restarted()
    const peer = await next.enter()
    expect(peer.told[0]).toMatchObject({ type: 'welcome', state: { seq: 1, lock: { status: 'locked' } } })
    expect(await next.rooms.summary(live.groupId)).toEqual({ phase: 'problem', onlineCount: 1 })
  })
})

const repeatable: Command[] = [
  { type: 'startTimer', durationMs: 60_000 },
  { type: 'extendTimer', byMs: 60_000 },
  { type: 'gather', pageId: 'page:start', area: null },
]

describe('a command sent again because its answer got lost', () => {
  test.each(repeatable)('$type: is answered again and happens once', async (command) => {
    moderator.command({ type: 'startTimer', durationMs: 600_000 })
    const id = moderator.command(command)
    await live.tick()
    const before = await eventTypes()
    moderator.command(command, id)
    await live.tick()
    expect(await eventTypes()).toEqual(before)
    expect(answersTo(moderator, id)).toHaveLength(2)
  })

  test.each(repeatable)('$type: happens once, also over a restart', async (command) => {
    moderator.command({ type: 'startTimer', durationMs: 600_000 })
    const id = moderator.command(command)
    await live.tick()
    const before = await eventTypes()
    const next = live.restarted()
    const again = await next.comeIn(moderatorId)
    again.command(command, id)
    await next.tick()
    expect(await eventTypes()).toEqual(before)
    expect(answersTo(again, id)).toEqual([{ type: 'accepted', id }])
  })

  test('that changed nothing the first time changes nothing later either', async () => {
    const id = moderator.command({ type: 'unlock' })
    moderator.command({ type: 'lock' })
    await live.tick()
    moderator.command({ type: 'unlock' }, id)
    await live.tick()
    expect(await eventTypes()).toEqual([[1, 'BoardLocked']])
  })

  test('is another member’s own command under the same id', async () => {
    const id = moderator.command({ type: 'startTimer', durationMs: 60_000 })
    const second = await live.enter('moderator')
    second.command({ type: 'startTimer', durationMs: 120_000 }, id)
    await live.tick()
    expect(await eventTypes()).toHaveLength(2)
  })
})

const later = { type: 'ConfettiThrown', colour: 'green' }

describe('words of another version', () => {
  test('in the log are passed over, and the room opens with all that can be read', async () => {
    const at = 1_000
    await eventLog.append(live.groupId, [
      { seq: 1, at, by: moderatorId, event: { type: 'BoardLocked' } },
      { seq: 2, at, by: moderatorId, event: later },
      { seq: 3, at, by: moderatorId, event: { type: 'PhaseAdvanced', phase: 'not a phase' } as never },
    ])
    const next = live.restarted()
    const peer = await next.comeIn(moderatorId)
    expect(peer.told[0]).toMatchObject({ state: { seq: 3, lock: { status: 'locked' } } })
    expect(next.rooms.metrics.eventsPassedOver).toBe(2)
    peer.command({ type: 'unlock' })
    await next.tick()
    const stored = await eventLog.load(live.groupId)
    expect(stored.map(({ seq }) => seq)).toEqual([1, 2, 3, 4])
    expect(stored[1]!.event, 'kept for the version that knows it').toEqual(later)
  })

  test.each([
    ['an unknown command', { type: 'throwConfetti' }, 'command_unknown'],
    ['a known one with a field that is wrong', { type: 'startTimer', durationMs: 'long' }, 'command_invalid'],
  ])('as %s are refused and the moderator stays', async (_words, command, code) => {
    const id = newId()
    moderator.sendText(JSON.stringify({ type: 'command', id, command }))
    moderator.sendText(JSON.stringify({ type: 'wave' }))
    moderator.command({ type: 'lock' })
    await live.tick()
    expect(answersTo(moderator, id)).toEqual([{ type: 'refused', id, code }])
    expect(moderator.closed).toBeNull()
    expect(await eventTypes()).toEqual([[1, 'BoardLocked']])
  })

  test.each(['', '17', '{"type":"command"}', '{"type":"clock"}'])(
    'are not what a broken message %j holds: that one ends its connection',
    async (text) => {
      moderator.sendText(text)
      await live.tick()
      expect(moderator.closed?.reason).toBe('frame_invalid')
    },
  )
})

describe('a change of role', () => {
  test('brings the view that goes with it at once', async () => {
    const before = changesSeenBy(participant).length
    live.people.change(participantId, { role: 'moderator' })
    await live.rooms.memberChanged(participantId)
    expect(changesSeenBy(participant).slice(before)).toMatchObject([{ seq: 0, lock: { status: 'open' } }])
  })
})

describe('the server’s clock', () => {
  test('is told to whoever asks', async () => {
    participant.sendMessage({ type: 'clock', sentAt: 5 })
    await live.tick()
    const answer = participant.told.find((message) => message.type === 'clock')
    expect(answer).toMatchObject({ sentAt: 5 })
  })
})

describe('the list of people', () => {
  test('tells who comes and goes, once for each tick', async () => {
    const before = moderator.told.length
    const [a, b] = [live.people.member('participant', 'Ayşe'), live.people.member('observer', 'Bruno')]
    const first = await live.comeInQuietly(a.id)
    const second = await live.comeInQuietly(b.id)
    await live.tick()
    const news = moderator.told.slice(before).filter((message) => message.type === 'people')
    expect(news).toHaveLength(1)
    expect(news[0]!.joined.map(({ name, role }) => [name, role])).toEqual([
      ['Ayşe', 'participant'],
      ['Bruno', 'observer'],
    ])
    first.leave()
    second.leave()
    await live.tick()
    const last = moderator.told.at(-1)
    expect(last).toMatchObject({
      type: 'people',
      joined: [],
      left: [first.doc.clientID, second.doc.clientID],
    })
  })

  test('tells a change of role under the same client id', async () => {
    const member = live.people.member('participant')
    const peer = await live.comeIn(member.id)
    live.people.change(member.id, { role: 'moderator' })
    await live.rooms.memberChanged(member.id)
    await live.tick()
    expect(moderator.told.at(-1)).toMatchObject({
      type: 'people',
      joined: [{ clientId: peer.doc.clientID, role: 'moderator' }],
    })
  })
})

describe('somebody whom the moderation lets read only', () => {
  const write = (peer: RoomPeer) =>
    peer.doc.transact(() => rootsOf(peer.doc).artefacts.set(newId(), new Y.Map()))

  test('changes nothing until they may write again, is in no log, and nobody else is concerned', async () => {
    const other = await live.enter('participant')
    moderator.command({ type: 'mute', memberId: participantId })
    await live.tick()
    write(participant)
    write(other)
    await live.tick()
    expect(participant.refusals).toEqual(['member_muted'])
    expect(other.refusals).toEqual([])
    expect(changesSeenBy(other)).toEqual([{ seq: 0, muted: { mine: false, members: null } }])
    expect(await eventTypes()).toEqual([])
    moderator.command({ type: 'unmute', memberId: participantId })
    await live.tick()
    // A replica of its own: in this one the refused change is still to be offered again
    const again = await live.comeIn(participantId)
    write(again)
    await live.tick()
    expect(again.refusals).toEqual([])
  })

  test('is never one who leads', async () => {
    moderator.command({ type: 'mute', memberId: moderatorId })
    await live.tick()
    write(moderator)
    await live.tick()
    expect(moderator.refusals).toEqual([])
  })
})

describe('hands and “finished”', () => {
  test('take effect at once and are in no log', async () => {
    participant.command({ type: 'raiseHand' })
    participant.command({ type: 'finish' })
    await live.tick()
    expect(changesSeenBy(moderator)).toMatchObject([
      { hands: [{ memberId: participantId }] },
      { finished: { count: 1, members: [participantId] } },
    ])
    expect(await eventTypes()).toEqual([])
  })

  test('tell other participants a number and no name, in no frame', async () => {
    const other = await live.enter()
    participant.command({ type: 'finish' })
    await live.tick()
    expect(changesSeenBy(other)).toEqual([{ seq: 0, finished: { mine: false, count: 1, members: null } }])
    expect(changesSeenBy(participant)).toEqual([
      { seq: 0, finished: { mine: true, count: 1, members: null } },
    ])
  })

  test('are framed once for all who see the same', async () => {
    const others = await Promise.all([live.enter(), live.enter()])
    participant.command({ type: 'finish' })
    await live.tick()
    const [a, b] = others.map(({ received }) => received.at(-1))
    expect(a).toBe(b)
    expect(participant.received).not.toContain(a)
  })

  test('of an observer are refused; a hand is ticked off by the moderation only', async () => {
    const observer = await live.enter('observer')
    const refusedId = observer.command({ type: 'raiseHand' })
    participant.command({ type: 'raiseHand' })
    const own = participant.command({ type: 'tickOffHand', memberId: participantId })
    await live.tick()
    const code = 'command_not_allowed'
    expect(answersTo(observer, refusedId)).toEqual([{ type: 'refused', id: refusedId, code }])
    expect(answersTo(participant, own)).toEqual([{ type: 'refused', id: own, code }])
    moderator.command({ type: 'tickOffHand', memberId: participantId })
    await live.tick()
    expect(changesSeenBy(participant).at(-1)).toEqual({ seq: 0, hands: [] })
  })
})
