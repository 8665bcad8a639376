import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { MemoryUpdateLog } from '#server/adapters/memory/update-log.ts'
import type { GroupId } from '#shared/base/ids.ts'
import { textOf } from '#shared/document/artefacts.ts'
import { eventually } from '#tests/support/eventually.ts'
import { tellFigure } from '#tests/support/figures.ts'
import { seededRandom, type Random } from '#tests/support/seeded-random.ts'
import { areAlike, SessionClient } from '#tests/support/session-client.ts'
import { SyncServer } from '#tests/support/sync-server.ts'
import { TcpProxy, type LineFault } from '#tests/support/tcp-proxy.ts'

const SEED = 9
const ALIKE_WITHIN_MS = 5_000
const EDITS = 60

let server: SyncServer
let proxy: TcpProxy
let log: MemoryUpdateLog
let groupId: GroupId
let clients: SessionClient[]
let random: Random

beforeEach(async () => {
  random = seededRandom(SEED)
  log = new MemoryUpdateLog()
  server = await SyncServer.start({ updateLog: log })
  proxy = await TcpProxy.before(Number(new URL(server.url).port))
  groupId = server.people.group().id
  const place = { syncUrl: `ws://127.0.0.1:${proxy.port}/sync`, groupId }
  clients = Array.from(
    { length: 4 },
    () =>
      new SessionClient(place, {
        memberId: server.people.member().id,
        random: () => random.below(1_000) / 1_000,
      }),
  )
  await eventually('everybody is in', () => clients.every(({ status }) => status === 'online'), 20_000)
  for (const client of clients) client.write('Anfang')
  await eventually('everybody has the same', () => areAlike(documents()), 20_000)
})

afterEach(async () => {
  for (const client of clients) client.leave()
  await server.stop()
  await proxy.close()
})

const documents = () => clients.map(({ room }) => room.doc)

/** Somebody writes a card or types into one. */
function edit(): void {
  const { room } = random.pick(clients)
  const ids = [...room.roots.artefacts.keys()]
  if (ids.length === 0 || random.chance(0.2)) random.pick(clients).write(`Karte ${random.below(1_000)}`)
  else {
    const text = textOf(room.roots.artefacts, random.pick(ids), 'text')!
    room.edit(() => text.insert(random.below(text.length + 1), `<${random.below(1_000)}>`))
  }
}

async function work(): Promise<void> {
  for (let i = 0; i < EDITS; i++) {
    edit()
    await pause(10)
  }
}

async function reloaded(): Promise<Y.Doc> {
  const doc = new Y.Doc()
  for (const update of (await log.load(groupId)).updates) Y.applyUpdate(doc, update)
  return doc
}

/** R8's oracle: peers, server and what a restart would load hold the same, everything is saved, nothing is pending. */
async function expectAlikeSoon(): Promise<number> {
  const settled = () =>
    clients.every(({ status, saysSaved }) => status === 'online' && saysSaved) && areAlike(documents())
  const tookMs = await eventually('everybody is online, saved and alike', settled, ALIKE_WITHIN_MS)
  const all = [...documents(), await server.rooms.copy(groupId), await reloaded()]
  expect(areAlike(all)).toBe(true)
  expect(all.filter(({ store }) => store.pendingStructs !== null || store.pendingDs !== null)).toEqual([])
  return tookMs
}

const spoiled: [string, LineFault][] = [
  ['delayed by 50 to 2,000 ms', { delayMs: () => 50 + random.below(1_950) }],
  ['throttled to 8 kB a second', { bytesPerSecond: 8_000 }],
  ['handed on byte by byte', { byteByByte: true }],
]

describe('R9 a line that is bad', () => {
  for (const [name, fault] of spoiled) {
    test(
      `R9 ${name}: everybody is alike within five seconds after it is well again`,
      { timeout: 60_000 },
      async (context) => {
        proxy.spoil(fault)
        await work()
        proxy.heal()
        const tookMs = await expectAlikeSoon()
        tellFigure(context, `${name}: alike ${tookMs.toFixed(0)} ms after it was well (seed ${SEED})`)
      },
    )
  }

  test(
    'R9 cut again and again, with nobody let in between: everybody is alike within five seconds afterwards',
    { timeout: 60_000 },
    async (context) => {
      for (let round = 0; round < 3; round++) {
        proxy.spoil({ refuses: true })
        proxy.cut()
        await work()
        proxy.heal()
        await pause(random.below(1_500))
      }
      proxy.spoil({ refuses: true })
      proxy.cut()
      await work()
      await pause(4_000)
      proxy.heal()
      const tookMs = await expectAlikeSoon()
      tellFigure(
        context,
        `cut again and again: alike ${tookMs.toFixed(0)} ms after the line was back (seed ${SEED})`,
      )
    },
  )

  test(
    'R9 that swallows everything without a word is noticed within fifteen seconds, and all is well within five after it is back',
    { timeout: 60_000 },
    async (context) => {
      proxy.spoil({ swallows: true })
      await work()
      const noticedMs = await eventually(
        'everybody knows',
        () => clients.every(({ status }) => status === 'offline'),
        15_000,
      )
      await work()
      proxy.heal()
      const tookMs = await expectAlikeSoon()
      tellFigure(
        context,
        `swallowing everything: noticed after ${(noticedMs / 1000).toFixed(1)} s, alike ${tookMs.toFixed(0)} ms after it was back`,
      )
    },
  )
})
