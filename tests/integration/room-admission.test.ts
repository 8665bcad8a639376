import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { limits } from '#shared/base/limits.ts'
import { readArtefact, textOf } from '#shared/document/artefacts.ts'
import { syncFrame } from '#shared/protocol/frames.ts'
import { authorOf } from '#server/rooms/admitted.ts'
import { SERVER_MEMBER } from '#server/rooms/client-bindings.ts'
import { DocumentSync } from '#server/rooms/document-sync.ts'
import { isLong, tellFigure } from '#tests/support/figures.ts'
import {
  addNote,
  contentHash,
  LiveRoomsFixture,
  preparedDocument,
  TICK_MS,
} from '#tests/support/live-rooms.ts'
import { RoomPeer } from '#tests/support/room-peer.ts'
import { seededRandom } from '#tests/support/seeded-random.ts'

const RANDOM_FRAMES = isLong ? 100_000 : 5_000

let live: LiveRoomsFixture
beforeEach(async () => {
  live = new LiveRoomsFixture()
  await live.rooms.create(live.groupId, preparedDocument())
})

afterEach(() => vi.restoreAllMocks())

/** Updates that a document's change makes, without sending them. */
function withheld(peer: RoomPeer, change: () => void): Uint8Array[] {
  const twin = new Y.Doc()
  Y.applyUpdate(twin, Y.encodeStateAsUpdate(peer.doc))
  twin.clientID = peer.doc.clientID
  const updates: Uint8Array[] = []
  twin.on('update', (update: Uint8Array) => updates.push(update))
  const { doc } = peer
  Object.assign(peer, { doc: twin })
  change()
  Object.assign(peer, { doc })
  return updates
}

describe('acknowledgement', () => {
  test('a change is acknowledged once it is durable, and seen by others at the same moment', async () => {
    const [writer, reader] = [await live.enter(), await live.enter()]
    const before = writer.durableUpTo
    const { id } = addNote(writer.doc)
    expect(writer.durableUpTo).toBe(before)
    expect(readArtefact(reader.roots.artefacts, id)).toBeNull()
    await live.tick(1)
    expect(writer.durableUpTo).toBe(writer.framesSent)
    expect(readArtefact(reader.roots.artefacts, id)).not.toBeNull()
  })

  test('frames that change nothing are acknowledged too', async () => {
    const peer = await live.enter()
    peer.sendUpdate(Y.encodeStateAsUpdate(peer.doc))
    await live.tick()
    expect(peer.durableUpTo).toBe(peer.framesSent)
  })
})

describe('what is refused leaves no trace', () => {
  test('S2 a truncated update reaches neither document nor log nor peers', async (context) => {
    const [writer, reader] = [await live.enter(), await live.enter()]
    const hash = await live.serverHash()
    const rows = (await live.updateLog.load(live.groupId)).updates.length
    const received = reader.received.length
    const [update] = withheld(writer, () => addNote(writer.doc))
    for (let end = 0; end < update!.length; end++) {
      if (end % 50 === 0) await live.clock.advance(1_000)
      writer.sendUpdate(update!.subarray(0, end))
    }
    await live.tick()
    expect(await live.serverHash()).toBe(hash)
    expect((await live.updateLog.load(live.groupId)).updates).toHaveLength(rows)
    expect(reader.received).toHaveLength(received)
    expect(new Set(writer.refusals)).toEqual(new Set(['update_malformed']))
    tellFigure(context, `${update!.length} places to cut at: 0 passed on, 0 stored`)
  })

  test('S6 an observer’s updates change nothing, however they are framed', async (context) => {
    const [observer, writer] = [await live.enter('observer'), await live.enter()]
    addNote(writer.doc)
    await live.tick()
    const hash = await live.serverHash()
    const random = seededRandom(23)
    const [update] = withheld(observer, () => addNote(observer.doc))
    const wholes = [update!, Y.mergeUpdates([Y.encodeStateAsUpdate(observer.doc), update!])]
    for (let i = 0; i < 10_000; i++) {
      if (observer.closed) {
        observer.leave()
        await observer.join(live.rooms, live.admitted(live.people.member('observer').id), {
          client: random.below(2 ** 32),
        })
      }
      if (i % 500 === 0) await live.clock.advance(60_000)
      observer.send(oddlyFramed(random.pick(wholes), random))
    }
    await live.tick()
    expect(await live.serverHash()).toBe(hash)
    expect(contentHash(writer.doc)).toBe(hash)
    tellFigure(context, '10,000 variants, 0 changed anything (seed 23)')
  })

  test('S6 an observer still sees everything and may sync what is known', async () => {
    const [observer, writer] = [await live.enter('observer'), await live.enter()]
    addNote(writer.doc)
    await live.tick()
    expect(contentHash(observer.doc)).toBe(contentHash(writer.doc))
    observer.sendUpdate(Y.encodeStateAsUpdate(writer.doc))
    await live.tick()
    expect(observer.refusals).toEqual([])
  })

  test('S8 a peer that writes under another one’s client id is refused, and all replicas stay equal', async () => {
    const [victim, forger] = [await live.enter(), await live.enter()]
    addNote(victim.doc)
    await live.tick()
    const twin = new Y.Doc()
    Y.applyUpdate(twin, Y.encodeStateAsUpdate(forger.doc))
    const known = Y.encodeStateVector(twin)
    twin.clientID = victim.doc.clientID
    addNote(twin, 'gefälscht')
    forger.sendUpdate(Y.encodeStateAsUpdate(twin, known))
    addNote(victim.doc, 'echt')
    await live.tick()
    expect(forger.refusals).toEqual(['update_foreign_client'])
    expect(contentHash(forger.doc)).toBe(contentHash(victim.doc))
    expect(await live.serverHash()).toBe(contentHash(victim.doc))
  })

  test('S8 a connection cannot be opened under a client id that is somebody else’s', async () => {
    const victim = await live.enter()
    const forger = await live.enter()
    forger.leave()
    await forger.join(live.rooms, live.admitted(live.people.member().id), { client: victim.doc.clientID })
    expect(forger.closed).toEqual({ code: 4403, reason: 'forbidden' })
  })

  test('S28 the id of a stock client stays its member’s after a restart, before anything was written under it', async () => {
    const victim = new RoomPeer()
    const member = live.people.member()
    await victim.join(live.rooms, live.admitted(member.id), { client: undefined })
    const witness = await live.enter()
    victim.sendPresence(victim.doc.clientID, 1, { c: [1, 1] })
    await live.tick(4)
    expect(witness.presence.has(victim.doc.clientID)).toBe(true)

    const next = live.restarted()
    const forger = new RoomPeer()
    const admitted = next.admitted(live.people.member().id)
    await forger.join(next.rooms, admitted, { client: victim.doc.clientID })
    expect(forger.closed).toEqual({ code: 4403, reason: 'forbidden' })
  })

  test('S28 nobody learns of a stock client’s id while it cannot be stored', async () => {
    const witness = await live.enter()
    const victim = new RoomPeer()
    await victim.join(live.rooms, live.admitted(live.people.member().id), { client: undefined })
    vi.spyOn(live.updateLog, 'bindClients').mockRejectedValueOnce(new Error('disk full'))
    victim.sendPresence(victim.doc.clientID, 1, { c: [1, 1] })
    await live.tick(4)
    expect(witness.presence.has(victim.doc.clientID)).toBe(false)
    victim.sendPresence(victim.doc.clientID, 2, { c: [1, 1] })
    await live.tick(4)
    expect(witness.presence.has(victim.doc.clientID)).toBe(true)
  })

  test('S28 nobody can take the id under which the server itself will write', async () => {
    const sync = await DocumentSync.open(await live.updateLog.load(live.groupId))
    expect(sync.bindings.holderOf(sync.doc.clientID)).toBe(SERVER_MEMBER)
    const forged = new Y.Doc()
    forged.clientID = sync.doc.clientID
    addNote(forged, 'im Namen des Servers')
    const author = authorOf(live.admitted(live.people.member().id))
    const answer = sync.submit(Y.encodeStateAsUpdate(forged), author, null)
    expect(answer).toEqual({ ok: false, refusal: 'update_foreign_client' })
  })

  test('S27 of two hundred connections that one member opens at once eight stay', async (context) => {
    const member = live.people.member()
    const peers = Array.from({ length: 200 }, () => new RoomPeer())
    const admitted = live.admitted(member.id)
    await Promise.all(peers.map((peer) => peer.join(live.rooms, admitted)))
    const open = peers.filter(({ closed }) => closed === null).length
    expect(open).toBe(limits.connectionsPerMember)
    expect(new Set(peers.map(({ closed }) => closed?.reason))).toEqual(new Set([undefined, 'flooding']))
    tellFigure(context, `200 connections of one member at once: ${open} stay open (were 118 to 229)`)
  })

  test(
    'S1 random frames end at most their own connection and never touch the content',
    { timeout: isLong ? 600_000 : 60_000 },
    async (context) => {
      const witness = await live.enter()
      addNote(witness.doc, 'bleibt')
      await live.tick()
      const hash = await live.serverHash()
      const random = seededRandom(31)
      const member = live.people.member('observer')
      let longestMs = 0
      for (let i = 0; i < RANDOM_FRAMES; i++) {
        const attacker = await live.comeInQuietly(member.id)
        const bytes = Uint8Array.from({ length: random.below(200) }, () => random.below(256))
        if (random.chance(0.7)) bytes[0] = random.pick([0, 1, 2, 3, 100])
        const startedAt = performance.now()
        attacker.send(bytes)
        longestMs = Math.max(longestMs, performance.now() - startedAt)
        attacker.leave()
      }
      await live.tick()
      expect(witness.closed).toBeNull()
      expect(await live.serverHash()).toBe(hash)
      expect(longestMs).toBeLessThan(100)
      tellFigure(
        context,
        `${RANDOM_FRAMES} random frames, none blocked for more than ${longestMs.toFixed(1)} ms (seed 31)`,
      )
    },
  )

  test('S22 whoever floods is closed, and others are not', async (context) => {
    const [flooder, other] = [await live.enter(), await live.enter()]
    for (let i = 0; i <= limits.framesBurst; i++)
      flooder.sendPresence(flooder.doc.clientID, i + 1, { c: [i, i] })
    expect(flooder.closed).toEqual({ code: 4429, reason: 'flooding' })
    expect(other.closed).toBeNull()
    tellFigure(context, `closed at frame ${limits.framesBurst + 1} of one moment`)
  })
})

describe('a locked room', () => {
  async function lockedRoom() {
    const moderator = await live.enter('moderator')
    const participant = await live.enter('participant')
    moderator.command({ type: 'lock' })
    await live.clock.advance(0)
    return { moderator, participant }
  }

  test('still takes what was on its way when the lock fell', async () => {
    const { moderator, participant } = await lockedRoom()
    await live.clock.advance(limits.lockGraceMs - TICK_MS)
    const { id } = addNote(participant.doc)
    await live.tick()
    expect(participant.refusals).toEqual([])
    expect(readArtefact(moderator.roots.artefacts, id)).not.toBeNull()
  })

  test('refuses participants afterwards, takes moderators’ changes, and takes what was held back when it is unlocked', async () => {
    const { moderator, participant } = await lockedRoom()
    await live.clock.advance(limits.lockGraceMs + 1)
    const { id } = addNote(participant.doc)
    const mine = addNote(moderator.doc)
    await live.tick()
    expect(participant.refusals).toEqual(['room_locked'])
    expect(moderator.refusals).toEqual([])
    expect(readArtefact(participant.roots.artefacts, mine.id)).not.toBeNull()
    expect(readArtefact(moderator.roots.artefacts, id)).toBeNull()

    moderator.command({ type: 'unlock' })
    await live.tick()
    participant.sendUpdate(Y.encodeStateAsUpdate(participant.doc))
    await live.tick()
    expect(readArtefact(moderator.roots.artefacts, id)).not.toBeNull()
  })
})

describe('rights that change during the meeting', () => {
  test('S6 a member made an observer can write no more from the next frame on', async () => {
    const member = live.people.member('participant')
    const peer = await live.comeIn(member.id)
    live.people.change(member.id, { role: 'observer' })
    await live.rooms.memberChanged(member.id)
    addNote(peer.doc)
    await live.tick()
    expect(peer.refusals).toEqual(['write_not_allowed'])
  })

  test('S6 a member who was removed is closed and what they send has no effect', async () => {
    const member = live.people.member('participant')
    const peer = await live.comeIn(member.id)
    const hash = await live.serverHash()
    live.people.change(member.id, { removedAt: 1 })
    await live.rooms.memberChanged(member.id)
    expect(peer.closed).toEqual({ code: 4410, reason: 'membership_ended' })
    addNote(peer.doc)
    await live.tick()
    expect(await live.serverHash()).toBe(hash)
  })
})

describe('coming in', () => {
  test('a late joiner gets the whole document, the state of the room and everybody in it', async () => {
    const early = await live.enter('moderator')
    const { id } = addNote(early.doc, 'schon da')
    early.sendPresence(early.doc.clientID, 1, { c: [3, 4] })
    early.command({ type: 'startTimer', durationMs: 60_000 })
    await live.tick(4)
    const late = await live.enter()
    expect(textOf(late.roots.artefacts, id, 'text')?.toString()).toBe('schon da')
    expect(late.presence.get(early.doc.clientID)).toEqual({ c: [3, 4] })
    const welcome = late.told[0]
    expect(welcome).toMatchObject({
      type: 'welcome',
      me: { clientId: late.doc.clientID, role: 'participant' },
      people: [{ clientId: early.doc.clientID, role: 'moderator' }],
      state: { place: { phase: 'problem', pageId: 'page:start' }, timer: { status: 'running' } },
    })
  })

  test('nobody is shown a change before it is durable, not even a newcomer', async () => {
    const writer = await live.enter()
    const { id } = addNote(writer.doc)
    const newcomer = await live.comeInQuietly(live.people.member().id)
    expect(newcomer.synced).toBe(false)
    await live.tick()
    expect(newcomer.synced).toBe(true)
    expect(readArtefact(newcomer.roots.artefacts, id)).not.toBeNull()
  })

  test('R18 a replica of another generation is turned away', async () => {
    const peer = await live.enter()
    peer.leave()
    await peer.join(live.rooms, live.admitted(live.people.member().id), { gen: 7 })
    expect(peer.closed).toEqual({ code: 4409, reason: 'generation_mismatch' })
  })

  test('an older protocol is turned away', async () => {
    const peer = await live.enter()
    peer.leave()
    await peer.join(live.rooms, live.admitted(live.people.member().id), { v: 999 })
    expect(peer.closed).toEqual({ code: 4426, reason: 'protocol_version' })
  })

  test('work done offline under several client ids of one member is merged when they come back', async () => {
    const member = live.people.member()
    const first = await live.comeIn(member.id)
    first.leave()
    const offline = new Y.Doc()
    Y.applyUpdate(offline, Y.encodeStateAsUpdate(first.doc))
    const one = addNote(offline, 'eins')
    offline.clientID = 77
    const two = addNote(offline, 'zwei')
    const reloaded = new Y.Doc()
    Y.applyUpdate(reloaded, Y.encodeStateAsUpdate(offline))
    const back = await live.comeIn(member.id, reloaded)
    await live.tick()
    expect(back.refusals).toEqual([])
    const witness = await live.enter()
    expect(readArtefact(witness.roots.artefacts, one.id)).not.toBeNull()
    expect(readArtefact(witness.roots.artefacts, two.id)).not.toBeNull()
  })
})

/** The same content as no client would send it. */
function oddlyFramed(update: Uint8Array, random: ReturnType<typeof seededRandom>): Uint8Array {
  const padded = (encoder: encoding.Encoder, value: number) => {
    for (let zeros = random.below(4); zeros > 0; zeros--) {
      encoding.writeUint8(encoder, value | 0x80)
      value = 0
    }
    encoding.writeVarUint(encoder, value)
  }
  const frame = encoding.encode((encoder) => {
    padded(encoder, 0)
    padded(encoder, random.pick([1, 2]))
    encoding.writeVarUint8Array(encoder, update)
    if (random.chance(0.3)) encoding.writeUint8Array(encoder, syncFrame('update', update))
  })
  return random.chance(0.2) ? new Uint8Array([...syncFrame('step1', new Uint8Array([0])), ...frame]) : frame
}
