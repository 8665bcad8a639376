import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { newId, type GroupId } from '#shared/base/ids.ts'
import { syncFrame } from '#shared/protocol/frames.ts'
import { protocolVersion } from '#shared/protocol/wire.ts'
import { eventually } from '#tests/support/eventually.ts'
import { tellFigure } from '#tests/support/figures.ts'
import { addNote } from '#tests/support/live-rooms.ts'
import { ServerProcess } from '#tests/support/server-process.ts'
import { WritingClient } from '#tests/support/writing-client.ts'

/** Ten thousand a second, in portions that do not hold up those who are measured: they live in the same process. */
const PORTION = 100
const PORTION_EVERY_MS = 10
const WRITES = 100
const WRITE_EVERY_MS = 30
const AIM_MS = 150
const QUIET_MS = 50

const groupId = newId<GroupId>()
let folder: string
let server: ServerProcess
let others: WritingClient[]

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'werkraum-flood-'))
  server = await ServerProcess.start(join(folder, 'rooms.sqlite'))
  others = Array.from({ length: 4 }, () => new WritingClient(server.port, groupId))
  await eventually('everybody is in', () => others.every(({ isSynced }) => isSynced), 20_000)
}, 60_000)

afterEach(async () => {
  for (const client of others) client.stop()
  await server.end('SIGKILL')
  rmSync(folder, { recursive: true })
}, 60_000)

/** Others write at an ordinary pace; answers how long 95 % of what they wrote took at most until it was durable. */
async function p95WhileWriting(): Promise<number> {
  for (const { ackMs } of others) ackMs.length = 0
  for (let i = 0; i < WRITES; i++) {
    for (const client of others) client.write()
    await pause(WRITE_EVERY_MS)
  }
  const isDurable = () => others.every(({ ackMs }) => ackMs.length >= WRITES)
  await eventually('everything is durable', isDurable, 20_000)
  const all = others.flatMap(({ ackMs }) => ackMs).sort((a, b) => a - b)
  return all[Math.floor(all.length * 0.95)]!
}

/** Somebody who sends ten thousand updates a second, and comes again whenever they are closed. */
function flood() {
  const codes: number[] = []
  let isOn = true
  const come = () => {
    const doc = new Y.Doc()
    addNote(doc, 'Flut')
    const frame = syncFrame('update', Y.encodeStateAsUpdate(doc))
    const query = `member=${newId()}&client=${doc.clientID}&v=${protocolVersion}&gen=1`
    const socket = new WebSocket(`${server.syncUrl}/${groupId}?${query}`)
    const pouring = setInterval(() => {
      if (socket.readyState !== WebSocket.OPEN) return
      for (let i = 0; i < PORTION; i++) socket.send(frame)
    }, PORTION_EVERY_MS)
    socket.on('error', () => socket.terminate())
    socket.on('close', (code) => {
      clearInterval(pouring)
      codes.push(code)
      if (isOn) setTimeout(come, 100)
    })
  }
  come()
  return {
    codes,
    stop: () => {
      isOn = false
    },
  }
}

describe('S22 somebody who floods a room', () => {
  test(
    'S22 is closed each time, and what others write stays durable in time',
    { timeout: 120_000 },
    async (context) => {
      const quietMs = await p95WhileWriting()
      const { codes, stop } = flood()
      const floodedMs = await p95WhileWriting()
      stop()
      await eventually('the flood has been closed', () => codes.length > 0, 20_000)
      expect(codes.filter((code) => code !== 4429 && code !== 1006)).toEqual([])
      expect(codes).toContain(4429)
      expect(others.every(({ isOpen }) => isOpen)).toBe(true)
      // A machine with other things to do is near the aim, or beyond it, without any flood
      if (quietMs < QUIET_MS) expect(floodedMs).toBeLessThan(AIM_MS)
      tellFigure(
        context,
        `10,000 updates a second: closed ${codes.length} times in ${(WRITES * WRITE_EVERY_MS) / 1000} s; 95 % of others’ changes durable within ${floodedMs.toFixed(0)} ms (${quietMs.toFixed(0)} ms without)`,
      )
    },
  )
})
