import { beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { limits } from '#shared/base/limits.ts'
import { createArtefact, textOf } from '#shared/document/artefacts.ts'
import { syncFrame } from '#shared/protocol/frames.ts'
import { MemoryUpdateLog } from '#server/adapters/memory/update-log.ts'
import { addNote, contentHash, LiveRoomsFixture, preparedDocument } from '#tests/support/live-rooms.ts'
import { RoomPeer } from '#tests/support/room-peer.ts'
import { seededRandom } from '#tests/support/seeded-random.ts'

/** A log that takes things only when it is told to. */
class HeldLog extends MemoryUpdateLog {
  #held: Promise<void> | null = null
  #release: () => void = () => undefined

  hold(): void {
    this.#held ??= new Promise((resolve) => (this.#release = resolve))
  }

  release(): void {
    this.#release()
    this.#held = null
  }

  override async append(...entries: Parameters<MemoryUpdateLog['append']>): Promise<void> {
    await this.#held
    return super.append(...entries)
  }
}

let log: HeldLog
let live: LiveRoomsFixture
let writer: RoomPeer
let slow: RoomPeer
beforeEach(async () => {
  log = new HeldLog()
  live = new LiveRoomsFixture({ updateLog: log })
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

const LOOK_MS = 100
const isPending = ({ doc: { store } }: RoomPeer) => store.pendingStructs !== null || store.pendingDs !== null

describe('R10 a reader that does not keep up', () => {
  test('misses presence first, still gets the document, and sees everybody again once it has caught up', async () => {
    slow.bufferedBytes = limits.outboxPresenceBytes + 1
    await moveCursor()
    const { shapeId } = addNote(writer.doc)
    await live.tick()
    expect(cursorSeen(slow)).toBeUndefined()
    expect(slow.roots.board.has(shapeId)).toBe(true)

    slow.bufferedBytes = 0
    await live.clock.advance(LOOK_MS)
    expect(cursorSeen(slow)).toEqual({ c: [clock, clock] })
    expect(live.rooms.metrics.readersResynced).toBe(0)
  })

  test('then misses the document too, and is given all of it at once when its queue is short again', async () => {
    slow.bufferedBytes = limits.outboxDocumentBytes + 1
    const { id } = addNote(writer.doc, 'a')
    for (let i = 0; i < 50; i++) {
      textOf(writer.roots.artefacts, id, 'text')!.insert(0, String(i))
      await live.tick(1)
    }
    const before = slow.received.length
    expect(slow.roots.artefacts.has(id)).toBe(false)

    slow.bufferedBytes = limits.outboxPresenceBytes
    await live.clock.advance(LOOK_MS)
    expect(slow.received).toHaveLength(before + 1)
    expect(contentHash(slow.doc)).toBe(contentHash(writer.doc))
    expect(live.rooms.metrics.readersResynced).toBe(1)
    addNote(writer.doc)
    await live.tick()
    expect(contentHash(slow.doc)).toBe(contentHash(writer.doc))
  })

  test('keeps its rights meanwhile: what it writes is acknowledged when it is durable, and everybody gets it', async () => {
    slow.bufferedBytes = limits.outboxDocumentBytes + 1
    addNote(writer.doc)
    await live.tick()
    log.hold()
    const { id } = addNote(slow.doc, 'aus dem Funkloch')
    await live.tick()
    expect(slow.durableUpTo).toBeLessThan(slow.framesSent)
    log.release()
    await live.tick()
    expect(slow.durableUpTo).toBe(slow.framesSent)
    expect(writer.roots.artefacts.has(id)).toBe(true)
  })

  test('R1 is caught up with nothing that a crash could take back', async () => {
    slow.bufferedBytes = limits.outboxDocumentBytes + 1
    addNote(writer.doc)
    await live.tick()
    log.hold()
    const { id } = addNote(writer.doc)
    await live.tick()
    slow.bufferedBytes = 0
    await live.clock.advance(5 * LOOK_MS)
    expect(slow.roots.artefacts.size).toBe(0)
    log.release()
    await live.tick()
    expect(slow.roots.artefacts.has(id)).toBe(true)
    expect(contentHash(slow.doc)).toBe(contentHash(writer.doc))
  })

  test('asks for the document in vain until it has read what waits for it, and is answered once', async () => {
    slow.bufferedBytes = limits.outboxPresenceBytes + 1
    const before = slow.received.length
    const step1 = syncFrame('step1', Y.encodeStateVector(slow.doc))
    for (let i = 0; i < 100; i++) slow.send(step1)
    await live.tick()
    expect(slow.received).toHaveLength(before)
    slow.bufferedBytes = 0
    await live.clock.advance(LOOK_MS)
    expect(slow.received).toHaveLength(before + 1)
  })

  test('is closed above the limit, and nobody else is', async () => {
    slow.bufferedBytes = limits.outboxCloseBytes + 1
    await moveCursor()
    expect(slow.closed).toEqual({ code: 4408, reason: 'too_slow' })
    expect(writer.closed).toBeNull()
  })

  test('is closed when it takes nothing for too long, even in a room that has become quiet', async () => {
    slow.bufferedBytes = limits.outboxPresenceBytes + 1
    await moveCursor()
    await live.clock.advance(limits.outboxCloseAfterMs - LOOK_MS)
    expect(slow.closed).toBeNull()
    await live.clock.advance(2 * LOOK_MS)
    expect(slow.closed).toEqual({ code: 4408, reason: 'too_slow' })
    expect(live.clock.pendingTimers).toBe(0)
  })

  test('is not closed as long as it goes on taking what waits', async () => {
    slow.bufferedBytes = limits.outboxDocumentBytes + 1
    await moveCursor()
    while (slow.bufferedBytes > limits.outboxPresenceBytes) {
      await live.clock.advance(limits.outboxCloseAfterMs - LOOK_MS)
      slow.bufferedBytes -= limits.outboxProgressBytes
    }
    expect(slow.closed).toBeNull()
  })

  test('is not too slow for its own welcome: a long document may take its time', async () => {
    const { id } = addNote(writer.doc)
    for (let i = 0; i < 4; i++) {
      const protocol = { kind: 'interview', phase: 'preparation', createdAt: 1 } as const
      const fields = { transcript: 'x'.repeat(limits.maxTranscriptChars) }
      const authorship = { as: 'anonymous' } as const
      writer.doc.transact(() => createArtefact(writer.roots.artefacts, { ...protocol, authorship, fields }))
      await live.tick()
    }
    const newcomer = new RoomPeer()
    newcomer.takesNothing = true
    await newcomer.join(live.rooms, live.admitted(live.people.member().id))
    await live.tick()
    expect(newcomer.bufferedBytes).toBeGreaterThan(limits.outboxDocumentBytes)
    textOf(writer.roots.artefacts, id, 'text')!.insert(0, 'neu')
    await live.clock.advance(limits.outboxCloseAfterMs + LOOK_MS)
    expect(newcomer.closed).toBeNull()
    expect(contentHash(newcomer.doc)).toBe(contentHash(writer.doc))
    expect(live.rooms.metrics.readersResynced).toBe(0)
    await live.clock.advance(2 * limits.outboxCloseAfterMs)
    expect(newcomer.closed).toEqual({ code: 4408, reason: 'too_slow' })
  })

  test('R8 whenever queues grow and shrink: everybody ends alike, and nobody is ever shown an effect before its cause', async () => {
    const random = seededRandom(10)
    const readers = [slow, await live.enter(), await live.enter()]
    for (let step = 0; step < 400; step++) {
      const peer = random.pick([writer, ...readers])
      const ids = [...peer.roots.artefacts.keys()]
      if (ids.length === 0 || random.chance(0.2)) addNote(peer.doc)
      else textOf(peer.roots.artefacts, random.pick(ids), 'text')!.insert(0, String(step))
      if (random.chance(0.1)) log.hold()
      if (random.chance(0.2)) log.release()
      if (random.chance(0.3))
        random.pick(readers).bufferedBytes = random.pick([0, 0, limits.outboxDocumentBytes + 1])
      await live.clock.advance(random.below(80))
      expect(readers.filter(isPending)).toEqual([])
    }
    log.release()
    for (const reader of readers) reader.bufferedBytes = 0
    await live.clock.advance(10 * LOOK_MS)
    expect(new Set([...readers, writer].map(({ doc }) => contentHash(doc))).size).toBe(1)
    expect(await live.serverHash()).toBe(contentHash(writer.doc))
    expect(live.rooms.metrics.readersResynced).toBeGreaterThan(10)
    expect(readers.map(({ closed }) => closed)).toEqual([null, null, null])
  })
})
