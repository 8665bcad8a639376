import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Database } from '#server/adapters/sqlite/driver.ts'
import { afterEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { GroupId } from '#shared/base/ids.ts'
import { readArtefact } from '#shared/document/artefacts.ts'
import { MemoryUpdateLog } from '#server/adapters/memory/update-log.ts'
import { openRoomLogs, type RoomLogs } from '#server/adapters/sqlite/update-log.ts'
import type { LogEntry, StoredDocument } from '#server/ports/update-log.ts'
import { settle } from '#tests/support/fake-clock.ts'
import { tellFigure } from '#tests/support/figures.ts'
import { addNote, contentHash, LiveRoomsFixture, preparedDocument } from '#tests/support/live-rooms.ts'
import { RoomPeer } from '#tests/support/room-peer.ts'
import { seededRandom } from '#tests/support/seeded-random.ts'

/** A log that can be slow or out of order. */
class MoodyLog extends MemoryUpdateLog {
  fails = () => false
  loads = 0
  #gate: Promise<void> = Promise.resolve()

  /** From now on nothing is answered until the returned function is called. */
  hold(): () => void {
    let open = () => {}
    this.#gate = new Promise((resolve) => (open = resolve))
    return open
  }

  override async append(entries: readonly LogEntry[]): Promise<void> {
    await this.#gate
    if (this.fails()) throw new Error('disk full')
    return super.append(entries)
  }

  override async load(groupId: GroupId): Promise<StoredDocument> {
    this.loads++
    await this.#gate
    return super.load(groupId)
  }
}

async function meeting(log = new MoodyLog()) {
  const live = new LiveRoomsFixture({ updateLog: log })
  await live.rooms.create(live.groupId, preparedDocument())
  return { log, live }
}

describe('when storing fails', () => {
  test('R4 nothing is acknowledged or shown, people are told within two seconds, and nothing is lost', async () => {
    const { log, live } = await meeting()
    const [writer, reader] = [await live.enter(), await live.enter()]
    await live.tick()
    log.fails = () => true
    const kept = addNote(writer.doc, 'vor dem Ausfall bemerkt')
    const before = writer.durableUpTo
    await live.clock.advance(2_000)
    expect(writer.durableUpTo).toBe(before)
    expect(readArtefact(reader.roots.artefacts, kept.id)).toBeNull()
    expect(reader.told.at(-1)).toEqual({ type: 'storage', writable: false })

    const late = addNote(reader.doc, 'während des Ausfalls')
    await live.tick()
    expect(reader.refusals).toEqual(['storage_unavailable'])

    log.fails = () => false
    await live.clock.advance(2_000)
    expect(reader.told.at(-1)).toEqual({ type: 'storage', writable: true })
    expect(writer.durableUpTo).toBe(writer.framesSent)
    expect(readArtefact(reader.roots.artefacts, kept.id)).not.toBeNull()

    reader.sendUpdate(Y.encodeStateAsUpdate(reader.doc))
    await live.tick()
    expect(readArtefact(writer.roots.artefacts, late.id)).not.toBeNull()
    expect(await live.serverHash()).toBe(contentHash(writer.doc))
  })

  test('R4 a withdrawal is refused at once, and waits for no disk', async () => {
    const { log, live } = await meeting()
    const writer = await live.enter()
    log.fails = () => true
    const { id: artefactId } = addNote(writer.doc, 'vertraulich')
    await live.clock.advance(2_000)
    const { id } = live.people.member('moderator')
    const withdrawal = live.rooms.decideReleases(live.admitted(id), [{ artefactId, release: 'closed' }])
    await expect(withdrawal).rejects.toMatchObject({ code: 'storage_unavailable' })
  })

  test('R4 who comes in meanwhile gets the document and the message', async () => {
    const { log, live } = await meeting()
    const writer = await live.enter()
    log.fails = () => true
    addNote(writer.doc)
    await live.clock.advance(2_000)
    const newcomer = await live.enter()
    expect(newcomer.synced).toBe(true)
    expect(newcomer.told).toContainEqual({ type: 'storage', writable: false })
    log.fails = () => false
    await live.clock.advance(2_000)
  })

  test('R7 with every third write failing nothing is lost and no timer stays', async (context) => {
    const random = seededRandom(7)
    const { log, live } = await meeting()
    const peers = [await live.enter(), await live.enter(), await live.enter()]
    let failures = 0
    log.fails = () => {
      const fails = random.chance(0.3)
      if (fails) failures++
      return fails
    }
    for (let i = 0; i < 200; i++) {
      const peer = random.pick(peers)
      addNote(peer.doc, `Karte ${i}`)
      await live.tick(1)
    }
    await live.clock.advance(5_000)
    for (const peer of peers) peer.sendUpdate(Y.encodeStateAsUpdate(peer.doc))
    log.fails = () => false
    await live.clock.advance(5_000)
    const hash = contentHash(peers[0]!.doc)
    expect(peers[0]!.roots.artefacts.size).toBe(200)
    expect(peers.map(({ doc }) => contentHash(doc))).toEqual([hash, hash, hash])
    expect(await live.serverHash()).toBe(hash)
    await Promise.all([live.rooms.close(), live.clock.advance(5_000)])
    expect(live.clock.pendingTimers).toBe(0)
    expect(failures).toBeGreaterThan(0)
    tellFigure(context, `200 cards, ${failures} writes failed, 0 lost (seed 7)`)
  })
})

describe('loading and unloading', () => {
  test('R6 who returns just after the last one left meets the same document, however slow the store is', async (context) => {
    const { log, live } = await meeting()
    const member = live.people.member()
    const written: string[] = []
    for (let round = 0; round < 30; round++) {
      const peer = await live.comeIn(member.id)
      written.push(addNote(peer.doc, `Runde ${round}`).id)
      const open = log.hold()
      await live.tick(1)
      peer.leave()
      // The last one is gone, its change is not stored yet, and the time for unloading passes
      await live.clock.advance(round * 40)
      const back = live.comeInQuietly(live.people.member().id)
      await settle()
      open()
      const other = await back
      await live.tick(3)
      expect(written.filter((id) => readArtefact(other.roots.artefacts, id) === null)).toEqual([])
      other.leave()
    }
    tellFigure(context, `${written.length} returns 0 to 1.2 s after leaving, 0 lost`)
  })

  test('R6 all who ask while a room loads get the same one, loaded once', async () => {
    const { log, live } = await meeting()
    const open = log.hold()
    const joining = Array.from({ length: 40 }, () => live.comeInQuietly(live.people.member().id))
    await settle()
    open()
    const peers = await Promise.all(joining)
    addNote(peers[0]!.doc)
    await live.tick()
    expect(log.loads).toBe(1)
    expect(new Set(peers.map(({ doc }) => contentHash(doc))).size).toBe(1)
  })

  test('an empty room is unloaded once everything is stored, and leaves no timer', async () => {
    const { log, live } = await meeting()
    const peer = await live.enter()
    addNote(peer.doc)
    await live.tick()
    peer.leave()
    await live.clock.advance(10_000)
    expect(live.rooms.metrics.rooms).toBe(0)
    expect(live.clock.pendingTimers).toBe(0)
    const loads = log.loads
    await live.enter()
    expect(log.loads).toBe(loads + 1)
  })

  test('while people only look on, no timer runs', async () => {
    const { live } = await meeting()
    await live.enter()
    await live.clock.advance(5_000)
    expect(live.clock.pendingTimers).toBe(0)
  })
})

describe('damaged storage', () => {
  let folder: string
  let logs: RoomLogs
  afterEach(async () => {
    await logs.close()
    rmSync(folder, { recursive: true })
  })

  test('R5 a room with flipped bytes is closed with a clear message, keeps its rows and leaves other rooms alone', async () => {
    folder = mkdtempSync(join(tmpdir(), 'werkraum-damage-'))
    const file = join(folder, 'rooms.sqlite')
    logs = await openRoomLogs(file)
    const live = new LiveRoomsFixture(logs)
    const healthy = live.people.group().id
    for (const groupId of [live.groupId, healthy]) await live.rooms.create(groupId, preparedDocument())
    flipBytes(file, live.groupId)

    const member = live.people.member()
    const refused = await new RoomPeer().join(live.rooms, live.admitted(member.id))
    expect(refused.closed).toEqual({ code: 4503, reason: 'room_unavailable' })
    await expect(live.rooms.saveVersion(live.groupId, '', '')).rejects.toMatchObject({
      code: 'room_unavailable',
    })
    const welcome = await new RoomPeer().join(live.rooms, live.admitted(member.id, healthy))
    expect(welcome.closed).toBeNull()
    expect(rowsOf(file, live.groupId)).toBe(1)
  })
})

function flipBytes(file: string, groupId: GroupId): void {
  const database = new Database(file)
  const row = database.prepare('SELECT position, data FROM updates WHERE group_id = ?').get(groupId) as {
    position: number
    data: Buffer
  }
  row.data[row.data.length >> 1]! ^= 0x10
  database.prepare('UPDATE updates SET data = ? WHERE position = ?').run(row.data, row.position)
  database.close()
}

function rowsOf(file: string, groupId: GroupId): number {
  const database = new Database(file)
  const rows = database
    .prepare('SELECT count(*) FROM updates WHERE group_id = ?')
    .pluck()
    .get(groupId) as number
  database.close()
  return rows
}
