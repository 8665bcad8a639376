import { beforeEach, describe, expect, test } from 'vitest'
import { newId, type GroupId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import type { EventEnvelope } from '#shared/facilitation/events.ts'
import { StorageError } from '#server/base/storage-error.ts'
import { MemoryEventLog } from '#server/adapters/memory/event-log.ts'
import { LiveRoomsFixture, preparedDocument } from '#tests/support/live-rooms.ts'
import type { RoomPeer } from '#tests/support/room-peer.ts'

/** A log in which another node may have been faster, or which waits before it answers. */
class SharedEventLog extends MemoryEventLog {
  beforeAppend: (() => Promise<void>) | null = null

  override async append(groupId: GroupId, envelopes: readonly EventEnvelope[]): Promise<boolean> {
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
beforeEach(async () => {
  eventLog = new SharedEventLog()
  live = new LiveRoomsFixture({ eventLog })
  await live.rooms.create(live.groupId, preparedDocument())
  moderator = await live.enter('moderator')
  participant = await live.enter()
})

const eventsSeenBy = (peer: RoomPeer) =>
  peer.told.flatMap((message) => (message.type === 'event' ? message.envelope : []))

describe('commands', () => {
  test('of a moderator happen for everybody, in the same order', async () => {
    moderator.sendMessage({ type: 'command', id: 1, command: { type: 'startTimer', durationMs: 60_000 } })
    moderator.sendMessage({ type: 'command', id: 2, command: { type: 'lock' } })
    await live.tick()
    const events = await eventLog.load(live.groupId)
    expect(events.map(({ seq, event }) => [seq, event.type])).toEqual([
      [1, 'TimerStarted'],
      [2, 'BoardLocked'],
    ])
    expect(eventsSeenBy(participant)).toEqual(events)
    expect(moderator.told).toContainEqual({ type: 'accepted', id: 2 })
  })

  test('of a participant are refused and nobody else hears of them', async () => {
    participant.sendMessage({ type: 'command', id: 7, command: { type: 'lock' } })
    await live.tick()
    expect(participant.told).toContainEqual({ type: 'refused', id: 7, code: 'command_not_allowed' })
    expect(eventsSeenBy(moderator)).toEqual([])
  })

  test('that name a page which does not exist are refused', async () => {
    const command = { type: 'openPage', pageId: 'page:nowhere' } as const
    moderator.sendMessage({ type: 'command', id: 1, command })
    await live.tick()
    expect(moderator.told).toContainEqual({ type: 'refused', id: 1, code: 'page_unknown' })
  })

  test('are heard of by nobody before they are durable', async () => {
    let goOn = () => {}
    eventLog.beforeAppend = () => new Promise((resolve) => (goOn = resolve))
    moderator.sendMessage({ type: 'command', id: 1, command: { type: 'lock' } })
    await live.tick()
    expect(eventsSeenBy(participant)).toEqual([])
    goOn()
    await live.tick()
    expect(eventsSeenBy(participant)).toHaveLength(1)
  })

  test('that lose the race for their number are decided again on what really happened', async () => {
    const elsewhere: EventEnvelope = { seq: 1, at: 1, by: newId(), event: { type: 'BoardLocked' } }
    eventLog.beforeAppend = async () => void (await eventLog.append(live.groupId, [elsewhere]))
    moderator.sendMessage({ type: 'command', id: 1, command: { type: 'lock' } })
    await live.tick()
    expect(await eventLog.load(live.groupId)).toEqual([elsewhere])
    expect(eventsSeenBy(participant)).toEqual([elsewhere])
    expect(moderator.told).toContainEqual({ type: 'accepted', id: 1 })
  })

  test('that cannot be stored are refused and change nothing', async () => {
    eventLog.beforeAppend = () => Promise.reject(new StorageError('full', 'disk full'))
    moderator.sendMessage({ type: 'command', id: 1, command: { type: 'lock' } })
    await live.tick()
    expect(moderator.told).toContainEqual({ type: 'refused', id: 1, code: 'storage_unavailable' })
    moderator.sendMessage({ type: 'command', id: 2, command: { type: 'lock' } })
    await live.tick()
    expect(eventsSeenBy(participant)).toHaveLength(1)
  })

  test('lock a room for requests, too, once what was on its way has arrived, loaded or not', async () => {
    moderator.sendMessage({ type: 'command', id: 1, command: { type: 'lock' } })
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
    moderator.sendMessage({ type: 'command', id: 1, command: { type: 'lock' } })
    await live.tick()
    expect(moderator.told).toContainEqual({ type: 'refused', id: 1, code: 'internal' })
  })

  test('survive a restart of the server', async () => {
    moderator.sendMessage({ type: 'command', id: 1, command: { type: 'lock' } })
    await live.tick()
    const next = live.restarted()
    const peer = await next.enter()
    expect(peer.told[0]).toMatchObject({ type: 'welcome', state: { seq: 1, lock: { status: 'locked' } } })
    expect(await next.rooms.summary(live.groupId)).toEqual({ phase: 'problem', onlineCount: 1 })
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
