import * as encoding from 'lib0/encoding'
import { beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { tellFigure } from '#tests/support/figures.ts'
import { addNote, LiveRoomsFixture, preparedDocument } from '#tests/support/live-rooms.ts'
import type { RoomPeer } from '#tests/support/room-peer.ts'

const BOMBS = 100
const OPERATIONS = 50

let live: LiveRoomsFixture
let attacker: RoomPeer
let victim: RoomPeer
beforeEach(async () => {
  live = new LiveRoomsFixture()
  await live.rooms.create(live.groupId, preparedDocument())
  ;[attacker, victim] = [await live.enter(), await live.enter()]
  for (let i = 0; i < 20; i++) addNote(victim.doc, `Karte ${i}`)
  await live.tick()
})

/** An update whose beginning is never sent: Yjs would keep it for ever, and look at it again with each later one. */
function withoutBeginning(n: number): Uint8Array {
  const twin = new Y.Doc()
  twin.clientID = attacker.doc.clientID
  addNote(twin, 'nie gesendet')
  const known = Y.encodeStateVector(twin)
  for (let i = 0; i <= n % 7; i++) addNote(twin, 'x'.repeat(1_000))
  return Y.encodeStateAsUpdate(twin, known)
}

/** A few bytes that delete what has never been written, up to two thousand million letters of it. */
function deletionOfNothing(n: number): Uint8Array {
  const client = n % 2 === 0 ? attacker.doc.clientID : victim.doc.clientID
  return encoding.encode((encoder) => {
    for (const number of [0, 1, client, 1, 1_000_000 + n, 2 ** 31]) encoding.writeVarUint(encoder, number)
  })
}

async function bytesOnServer(): Promise<number> {
  const copy = await live.rooms.copy(live.groupId)
  return Y.encodeStateAsUpdate(copy).length
}

/** What one card costs the server and both clients, in the middle of so many. */
async function medianOperationMs(): Promise<number> {
  const took: number[] = []
  for (let i = 0; i < OPERATIONS; i++) {
    await live.clock.advance(1_000)
    const startedAt = performance.now()
    addNote(victim.doc, 'danach')
    await live.tick(1)
    took.push(performance.now() - startedAt)
  }
  return took.sort((a, b) => a - b)[OPERATIONS >> 1]!
}

describe('S5 updates that are bombs', () => {
  const bombs = {
    'without their beginning': withoutBeginning,
    'that delete what does not exist': deletionOfNothing,
  }
  for (const [name, bomb] of Object.entries(bombs))
    test(`S5 ${name} are refused, leave nothing and make nothing slower`, async (context) => {
      const before = await bytesOnServer()
      const hash = await live.serverHash()
      for (let n = 0; n < BOMBS; n++) {
        attacker.sendUpdate(bomb(n))
        if (n % 10 === 0) await live.clock.advance(5_000)
      }
      await live.tick()
      expect(attacker.refusals).toHaveLength(BOMBS)
      expect(await bytesOnServer()).toBe(before)
      expect(await live.serverHash()).toBe(hash)
      const operationMs = await medianOperationMs()
      expect(operationMs).toBeLessThan(5)
      tellFigure(
        context,
        `${BOMBS} updates ${name}: 0 bytes more, a card afterwards ${operationMs.toFixed(1)} ms (median)`,
      )
    })
})
