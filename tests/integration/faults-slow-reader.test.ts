import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { GroupId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import { writeRecord } from '#shared/document/board-record.ts'
import { syncFrame } from '#shared/protocol/frames.ts'
import { eventually } from '#tests/support/eventually.ts'
import { tellFigure } from '#tests/support/figures.ts'
import { preparedDocument } from '#tests/support/live-rooms.ts'
import { areAlike, SessionClient } from '#tests/support/session-client.ts'
import { synced, SyncServer } from '#tests/support/sync-server.ts'
import { TcpProxy } from '#tests/support/tcp-proxy.ts'

const MiB = 1024 * 1024
/** A long line drawn by hand: the drawing is sent anew at every stroke. */
const DRAWING_BYTES = 100_000
/** So much is drawn. The system alone buffers almost half of it. */
const BACKLOG_BYTES = 11 * MiB

let server: SyncServer
let proxy: TcpProxy
let othersProxy: TcpProxy
let groupId: GroupId
let writers: SessionClient[]
/** A stock client, which has more patience with a silent server than a page. */
let reader: WebsocketProvider
let readerLost: number
/** Gets everything at once. */
let witness: SessionClient
let sleepers: WebSocket[]

beforeEach(async () => {
  server = await SyncServer.start()
  const port = Number(new URL(server.url).port)
  proxy = await TcpProxy.before(port)
  othersProxy = await TcpProxy.before(port)
  groupId = server.people.group().id
  await server.rooms.create(groupId, preparedDocument())
  writers = Array.from({ length: 3 }, () => enter({ port }))
  const url = `ws://127.0.0.1:${proxy.port}`
  reader = server.connect(groupId, server.people.member().id, new Y.Doc(), {}, url)
  readerLost = 0
  reader.on('connection-close', () => readerLost++)
  witness = enter(othersProxy)
  sleepers = []
  const isOnline = ({ status }: SessionClient) => status === 'online'
  await eventually('everybody is in', () => [...writers, witness].every(isOnline), 20_000)
  await synced(reader)
})

afterEach(async () => {
  for (const client of [...writers, witness]) client.leave()
  for (const sleeper of sleepers) sleeper.terminate()
  await server.stop()
  await proxy.close()
  await othersProxy.close()
})

const enter = ({ port }: { port: number }) =>
  new SessionClient(
    { syncUrl: `ws://127.0.0.1:${port}/sync`, groupId },
    { memberId: server.people.member().id },
  )

const documents = (clients: SessionClient[]) => clients.map(({ room }) => room.doc)

/** Everybody goes on with a drawing of their own. Answers how many bytes somebody was sent who reads all of it. */
async function draw(): Promise<number> {
  const before = othersProxy.bytesDown
  for (let stroke = 0; othersProxy.bytesDown - before < BACKLOG_BYTES; stroke++) {
    for (const [i, { room }] of writers.entries())
      room.edit(({ board }) => writeRecord(board, drawing(`shape:drawing${i}`, stroke)))
    await pause(20)
  }
  await eventually('all is saved', () => writers.every(({ saysSaved }) => saysSaved), 20_000)
  await eventually('everybody else has it', () => areAlike(documents([...writers, witness])), 10_000)
  return othersProxy.bytesDown - before
}

const drawing = (id: string, stroke: number) => ({
  ...{ id, typeName: 'shape', type: 'draw', parentId: 'page:start', index: 'a1', x: 1, y: 2, rotation: 0 },
  ...{ isLocked: false, opacity: 1, meta: {} },
  props: { points: String(stroke % 10).repeat(DRAWING_BYTES) },
})

/** A socket that asks for everything and reads nothing. */
async function fallAsleep(): Promise<WebSocket> {
  const { id } = server.people.member()
  const sleeper = new WebSocket(`${server.url}/sync/${groupId}?member=${id}`)
  await new Promise((resolve) => sleeper.once('open', resolve))
  sleeper.send(syncFrame('step1', new Uint8Array([0])))
  await new Promise((resolve) => sleeper.once('message', resolve))
  sleeper.pause()
  return sleeper
}

describe('R10 readers that stop reading', () => {
  test(
    'R10 who stalls for a while in a busy room is not closed, is sent far less than the backlog, and ends with the same',
    { timeout: 60_000 },
    async (context) => {
      const before = proxy.bytesDown
      proxy.spoil({ stalls: true })
      const backlog = await draw()
      proxy.heal()
      const everybody = [reader.doc, ...documents([...writers, witness])]
      const tookMs = await eventually('the reader has caught up', () => areAlike(everybody), 10_000)
      const sent = proxy.bytesDown - before
      tellFigure(
        context,
        `${inMiB(sent)} instead of ${inMiB(backlog)}, alike ${tookMs.toFixed(0)} ms after it read on`,
      )
      expect(server.rooms.metrics.readersResynced).toBe(1)
      expect(sent).toBeLessThan(backlog * 0.7)
      expect(readerLost).toBe(0)

      writers[0]!.write('Und weiter')
      await eventually('it is live again', () => areAlike(everybody), 5_000)
      expect([...server.rooms.metrics.refusals]).toEqual([])
    },
  )

  test(
    'R10 twenty who never read on are cut after ten seconds, at little memory and at nobody else’s cost',
    { timeout: 90_000 },
    async (context) => {
      for (let i = 0; i < 20; i++) sleepers.push(await fallAsleep())
      const before = process.memoryUsage().rss
      await draw()
      let most = before
      const cutAll = () => {
        most = Math.max(most, process.memoryUsage().rss)
        writers[0]!.write('Es geht weiter')
        return server.rooms.metrics.refusals.get('too_slow') === sleepers.length
      }
      const tookMs = await eventually('all of them are cut', cutAll, limits.outboxCloseAfterMs + 10_000)
      tellFigure(
        context,
        `cut within ${(tookMs / 1000).toFixed(1)} s after the last stroke, memory + ${inMiB(most - before)}`,
      )
      expect(most - before).toBeLessThan(100 * MiB)
      const everybody = [reader.doc, ...documents([...writers, witness])]
      await eventually('everybody else has the same', () => areAlike(everybody), 10_000)
      expect(readerLost).toBe(0)
    },
  )
})

const inMiB = (bytes: number) => `${(bytes / MiB).toFixed(1)} MiB`
