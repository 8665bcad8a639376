import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import * as decoding from 'lib0/decoding'
import { describe, expect, test } from 'vitest'
import { MemoryUpdateLog } from '#server/adapters/memory/update-log.ts'
import type { UpdateLog } from '#server/ports/update-log.ts'
import { messageTypes } from '#shared/protocol/wire.ts'
import { isLong, tellFigure } from '#tests/support/figures.ts'
import { addNote, LiveRoomsFixture, preparedDocument } from '#tests/support/live-rooms.ts'
import type { RoomPeer } from '#tests/support/room-peer.ts'

const MINUTES = Number(process.env.WERKRAUM_SOAK_MINUTES ?? 60)
const SHORT_ROUNDS = 200
const PEOPLE = 4
const UNLOADED_AFTER_MS = 10_000
const MAX_BYTES_PER_HOUR = 1024 * 1024
/** What the heap is off by from one look to the next; only a long soak tells less. */
const NOISE_BYTES = 512 * 1024

/** A log that can be emptied, so that what grows in a soak is not the test's own storage. */
class ForgettingLog implements UpdateLog {
  #log = new MemoryUpdateLog()

  forget(): void {
    this.#log = new MemoryUpdateLog()
  }

  append: UpdateLog['append'] = (entries) => this.#log.append(entries)
  load: UpdateLog['load'] = (groupId) => this.#log.load(groupId)
  compact: UpdateLog['compact'] = (groupId) => this.#log.compact(groupId)
  bindClients: UpdateLog['bindClients'] = (bindings) => this.#log.bindClients(bindings)
  saveVersion: UpdateLog['saveVersion'] = (version) => this.#log.saveVersion(version)
  removeVersion: UpdateLog['removeVersion'] = (groupId, id) => this.#log.removeVersion(groupId, id)
  versions: UpdateLog['versions'] = (groupId) => this.#log.versions(groupId)
  remove: UpdateLog['remove'] = (groupId) => this.#log.remove(groupId)
  settle: UpdateLog['settle'] = () => this.#log.settle()
  version: UpdateLog['version'] = (groupId, id) => this.#log.version(groupId, id)
}

function meetingPlace() {
  const log = new ForgettingLog()
  const live = new LiveRoomsFixture({ updateLog: log })
  const members = Array.from({ length: PEOPLE }, () => live.people.member().id)
  return { log, live, members }
}

/** People come, show themselves, write, reload their pages and go; then the room is empty and its log is gone. */
async function round({ log, live, members }: ReturnType<typeof meetingPlace>): Promise<void> {
  await live.rooms.create(live.groupId, preparedDocument())
  const peers: RoomPeer[] = []
  for (const id of members) {
    // A page that is reloaded leaves a client id behind, whose presence must not stay
    const first = await live.comeIn(id)
    show(first)
    await live.tick()
    first.leave()
    const peer = await live.comeIn(id)
    show(peer)
    addNote(peer.doc, 'Karte')
    peers.push(peer)
  }
  await live.tick(6)
  const newcomer = await live.comeIn(members[0]!)
  // No `expect` here: the test runner keeps a little of each, and this is called a hundred thousand times
  const remembered = presencesToldTo(newcomer)
  if (remembered > 2 * live.rooms.metrics.connections) throw new Error(`${remembered} presences remembered`)
  for (const peer of [...peers, newcomer]) peer.leave()
  await live.clock.advance(UNLOADED_AFTER_MS)
  log.forget()
}

const show = (peer: RoomPeer) => peer.sendPresence(peer.doc.clientID, 1, { c: [1, 2] })

/** How many people's presence the room remembered when somebody came in. */
function presencesToldTo({ received }: RoomPeer): number {
  for (const message of received) {
    const decoder = decoding.createDecoder(message)
    if (decoding.readVarUint(decoder) !== messageTypes.awareness) continue
    return decoding.readVarUint(decoding.createDecoder(decoding.readVarUint8Array(decoder)))
  }
  return 0
}

function expectNothingLeft({ live }: ReturnType<typeof meetingPlace>): void {
  expect(live.rooms.metrics.rooms).toBe(0)
  expect(live.rooms.metrics.connections).toBe(0)
  expect(live.clock.pendingTimers).toBe(0)
}

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

function heapBytes(): number {
  collectGarbage()
  return process.memoryUsage().heapUsed
}

/** Slope of a straight line through the points, by least squares. */
function slope(points: readonly { at: number; value: number }[]): number {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [at, value] = [mean(points.map((point) => point.at)), mean(points.map((point) => point.value))]
  const above = points.reduce((sum, point) => sum + (point.at - at) * (point.value - value), 0)
  return above / points.reduce((sum, point) => sum + (point.at - at) ** 2, 0)
}

describe('R12 a server on which rooms come and go', () => {
  test(
    `R12 keeps nothing of ${SHORT_ROUNDS} rooms: no room, no connection, no timer, and presence of those who are there`,
    { timeout: 120_000 },
    async (context) => {
      const place = meetingPlace()
      await round(place)
      const before = heapBytes()
      for (let i = 0; i < SHORT_ROUNDS; i++) {
        await round(place)
        expectNothingLeft(place)
      }
      const grownKb = (heapBytes() - before) / 1024
      tellFigure(
        context,
        `${SHORT_ROUNDS} rooms, ${SHORT_ROUNDS * (2 * PEOPLE + 1)} visits, heap ${grownKb.toFixed(0)} kB more`,
      )
      // One visit that stays would be 30 kB of document each
      expect(grownKb).toBeLessThan(4 * 1024)
    },
  )

  const name = `R12 for ${MINUTES} minutes grows by less than a megabyte an hour`
  test.runIf(isLong)(name, { timeout: (MINUTES + 5) * 60_000 }, async (context) => {
    const place = meetingPlace()
    for (let i = 0; i < 3 * SHORT_ROUNDS; i++) await round(place)
    const startedAt = performance.now()
    const points: { at: number; value: number }[] = []
    let rounds = 0
    for (let hours = 0; hours < MINUTES / 60; hours = (performance.now() - startedAt) / 3_600_000) {
      await round(place)
      if (++rounds % 100 === 0) points.push({ at: hours, value: heapBytes() })
      // Lets everything else have its turn, as a server would
      await new Promise((resolve) => setImmediate(resolve))
    }
    expectNothingLeft(place)
    // Compiled code and caches of the engine go on growing for some thousand rooms; a leak never stops
    const bytesPerHour = slope(points.slice(points.length / 2))
    tellFigure(
      context,
      `${rounds} rooms in ${MINUTES} minutes, heap ${(bytesPerHour / 1024).toFixed(0)} kB an hour`,
    )
    const hours = MINUTES / 60
    expect(bytesPerHour * hours).toBeLessThan(Math.max(MAX_BYTES_PER_HOUR * hours, NOISE_BYTES))
  })
})
