import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { rootsOf } from '#shared/document/roots.ts'
import { foldUpdates } from '#shared/document/fold.ts'
import { isLong, tellFigure } from '#tests/support/figures.ts'
import { addNote, contentHash, LiveRoomsFixture, preparedDocument } from '#tests/support/live-rooms.ts'
import { seededRandom } from '#tests/support/seeded-random.ts'

const CYCLES = isLong ? 100_000 : 10_000
const NOTES = 200

/** The same content as if it had been written at once. */
function freshEncoding(doc: Y.Doc): Uint8Array {
  const fresh = new Y.Doc()
  const [from, to] = [rootsOf(doc), rootsOf(fresh)]
  fresh.transact(() => {
    from.artefacts.forEach((artefact, id) => to.artefacts.set(id, artefact.clone()))
    from.board.forEach((record, id) => to.board.set(id, record.clone()))
  })
  return Y.encodeStateAsUpdate(fresh)
}

describe('a document with a past', () => {
  test(`R13 after ${CYCLES} moves and deletions over ${NOTES} notes it is small once compacted, and loads at once`, async (context) => {
    const random = seededRandom(13)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, preparedDocument())
    const updates: Uint8Array[] = [preparedDocument()]
    doc.on('update', (update: Uint8Array) => updates.push(update))
    const shapes = Array.from({ length: NOTES }, (_, n) => addNote(doc, `Notiz ${n}`).shapeId)
    for (let i = 0; i < CYCLES; i++) {
      const at = random.below(NOTES)
      if (random.chance(0.02)) {
        rootsOf(doc).board.delete(shapes[at]!)
        shapes[at] = addNote(doc, `Notiz ${i}`).shapeId
      } else
        rootsOf(doc)
          .board.get(shapes[at]!)!
          .set('xy', [random.below(4_000), random.below(3_000)])
    }
    const snapshot = foldUpdates(updates)
    const fresh = freshEncoding(doc).length
    expect(snapshot.length).toBeLessThanOrEqual(5 * fresh)

    const startedAt = performance.now()
    const loaded = new Y.Doc()
    Y.applyUpdate(loaded, snapshot)
    const loadMs = performance.now() - startedAt
    expect(loadMs).toBeLessThan(1_000)
    expect(contentHash(loaded)).toBe(contentHash(doc))
    tellFigure(
      context,
      `${CYCLES} changes: ${(snapshot.length / fresh).toFixed(2)} × a fresh encoding, loaded in ${loadMs.toFixed(0)} ms`,
    )
  }, 120_000)

  test('a long log is compacted while people work, and says the same afterwards', async () => {
    const live = new LiveRoomsFixture()
    await live.rooms.create(live.groupId, preparedDocument())
    const peer = await live.enter()
    const note = addNote(peer.doc)
    for (let i = 0; i < 300; i++) {
      peer.roots.board.get(note.shapeId)!.set('m.padding', `${i}`.padEnd(20_000, 'x'))
      await live.tick(1)
    }
    const { updates, bytesSinceSnapshot } = await live.updateLog.load(live.groupId)
    expect(updates.length).toBeLessThan(250)
    expect(bytesSinceSnapshot).toBeLessThan(4 * 1024 * 1024)
    const reloaded = await live.restarted().enter()
    expect(contentHash(reloaded.doc)).toBe(contentHash(peer.doc))
  })

  test('R11 a hundred people who come back after a restart are all in sync, each joining once', async (context) => {
    const live = new LiveRoomsFixture()
    await live.rooms.create(live.groupId, preparedDocument())
    const people = Array.from({ length: 100 }, () => live.people.member().id)
    const peers = await Promise.all(people.map((id) => live.comeInQuietly(id)))
    await live.tick()
    for (const [n, peer] of peers.entries()) addNote(peer.doc, `Karte ${n}`)
    await live.tick()
    for (const peer of peers) peer.leave()
    // Work goes on offline
    for (const [n, peer] of peers.entries()) if (n % 3 === 0) addNote(peer.doc, 'unterwegs')
    await Promise.all([live.rooms.close(), live.clock.advance(1_000)])

    const next = live.restarted()
    const startedAt = performance.now()
    const back = await Promise.all(people.map((id, n) => next.comeInQuietly(id, peers[n]!.doc)))
    await next.tick()
    const elapsedMs = performance.now() - startedAt
    expect(new Set(back.map(({ doc }) => contentHash(doc))).size).toBe(1)
    expect(rootsOf(back[0]!.doc).artefacts.size).toBe(134)
    expect(back.every(({ refusals }) => refusals.length === 0)).toBe(true)
    expect(elapsedMs).toBeLessThan(10_000)
    tellFigure(context, `100 people in one room, in memory: alike after ${elapsedMs.toFixed(0)} ms`)
  })
})
