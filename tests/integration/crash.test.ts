import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test, type TestContext } from 'vitest'
import * as Y from 'yjs'
import { newId, type GroupId } from '#shared/base/ids.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { openRoomLogs } from '#server/adapters/sqlite/update-log.ts'
import { isLong, tellFigure } from '#tests/support/figures.ts'
import { contentHash } from '#tests/support/live-rooms.ts'
import { eventually } from '#tests/support/eventually.ts'
import { WritingClient } from '#tests/support/writing-client.ts'
import { program } from '#tests/support/program.ts'

const KILLS = isLong ? 100 : 5
const STOPS = isLong ? 50 : 3
const CLIENTS = isLong ? 20 : 10
/** Ten times as often as anybody writes; more would measure the twenty replicas in this process. */
const WRITE_EVERY_MS = 100
const { entry, execArgv } = program('tests/support/sync-server-child.ts')

let folder: string
let child: ChildProcess
let port = 0
let clients: WritingClient[] = []
const groupId = newId<GroupId>()

async function start(): Promise<void> {
  child = fork(entry, [join(folder, 'rooms.sqlite'), String(port)], { execArgv })
  const [message] = (await once(child, 'message')) as [{ port: number }]
  port = message.port
}

async function end(signal: NodeJS.Signals): Promise<number | null> {
  const exited = once(child, 'exit') as Promise<[number | null]>
  child.kill(signal)
  return (await exited)[0]
}

/** Everything that is on the disk, read by nobody but this test. */
async function onDisk(): Promise<Y.Doc> {
  const logs = await openRoomLogs(join(folder, 'rooms.sqlite'))
  const doc = new Y.Doc()
  for (const update of (await logs.updateLog.load(groupId)).updates) Y.applyUpdate(doc, update)
  await logs.close()
  return doc
}

/** Clients write for a while, each at its own moments. */
async function writeFor(ms: number): Promise<void> {
  const until = Date.now() + ms
  for (let n = 0; Date.now() < until; n++) {
    const client = clients[n % CLIENTS]!
    if (client.isOpen) client.write()
    await pause(WRITE_EVERY_MS / CLIENTS)
  }
}

/** What 95 of 100 do not exceed, in whole milliseconds. */
const p95 = (ms: number[]) => ms.sort((a, b) => a - b)[Math.floor(ms.length * 0.95)]?.toFixed(0)

const lost = (doc: Y.Doc) =>
  clients.flatMap(({ durable }) => [...durable].filter((id) => !rootsOf(doc).board.has(id)))

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'werkraum-crash-'))
  port = 0
  await start()
  clients = Array.from({ length: CLIENTS }, () => new WritingClient(port, groupId))
  await eventually('clients are in', () => clients.every(({ isOpen }) => isOpen), 30_000)
}, 60_000)

afterEach(async () => {
  for (const client of clients) client.stop()
  if (child.exitCode === null && child.signalCode === null) await end('SIGKILL')
  rmSync(folder, { recursive: true })
}, 60_000)

/** Each time a process starts anew, which takes seconds where the machine has other things to do. */
const timeout = 60_000 + (KILLS + STOPS) * 20_000

/** A long run says how far it has come, and that nothing was lost until there. */
function sayHowFar(context: TestContext, times: number, of: number): void {
  if (isLong && times % 10 === 0) tellFigure(context, `${times} of ${of} so far, 0 lost`)
}

describe('a server that dies', () => {
  test(
    `R1 loses nothing it acknowledged, killed ${KILLS} times under ${CLIENTS} writing clients`,
    { timeout },
    async (context) => {
      let written = 0
      for (let kill = 0; kill < KILLS; kill++) {
        await writeFor(200 + Math.random() * 400)
        await end('SIGKILL')
        const stored = await onDisk()
        expect(lost(stored)).toEqual([])
        written = rootsOf(stored).board.size
        sayHowFar(context, kill + 1, KILLS)
        await start()
      }
      await eventually('clients are back', () => clients.every(({ isOpen }) => isOpen), 10_000)
      const hashes = () => new Set(clients.map(({ doc }) => contentHash(doc)))
      const backAt = performance.now()
      await eventually('all replicas are equal', () => hashes().size === 1, 10_000)
      const alikeMs = performance.now() - backAt
      const durable = clients.reduce((sum, client) => sum + client.durable.size, 0)
      expect(durable).toBeGreaterThan(CLIENTS * KILLS)
      expect(written).toBeGreaterThan(0)
      const ackMs = p95(clients.flatMap((client) => client.ackMs))
      const backMs = p95(clients.flatMap((client) => client.backMs))
      tellFigure(
        context,
        `${KILLS} kills under ${CLIENTS} people: ${durable} acknowledged, 0 lost, 95 % durable within ${ackMs} ms (written before a line was synced: ${backMs} ms after it opened), alike ${alikeMs.toFixed(0)} ms after all were back`,
      )
    },
  )

  test(
    `R15 stops in good order and loses nothing, stopped ${STOPS} times under load`,
    { timeout },
    async (context) => {
      let slowestMs = 0
      for (let stop = 0; stop < STOPS; stop++) {
        await writeFor(150 + Math.random() * 300)
        const startedAt = Date.now()
        expect(await end('SIGTERM')).toBe(0)
        slowestMs = Math.max(slowestMs, Date.now() - startedAt)
        expect(slowestMs).toBeLessThan(10_000)
        expect(lost(await onDisk())).toEqual([])
        sayHowFar(context, stop + 1, STOPS)
        await start()
        await eventually('clients are back', () => clients.every(({ isOpen }) => isOpen), 10_000)
      }
      tellFigure(context, `${STOPS} stops, slowest ${slowestMs} ms, 0 lost`)
    },
  )
})
