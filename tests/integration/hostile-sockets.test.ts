import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { limits } from '#shared/base/limits.ts'
import { facilitationFrame } from '#shared/protocol/facilitation-frame.ts'
import type { Group, Member } from '#server/ports/people-store.ts'
import { tellFigure } from '#tests/support/figures.ts'
import { synced, SyncServer } from '#tests/support/sync-server.ts'

let server: SyncServer
let group: Group
let member: Member
beforeEach(async () => {
  server = await SyncServer.start()
  group = server.people.group()
  member = server.people.member()
})
afterEach(() => server.stop())

const address = (query = `member=${member.id}`) => `${server.url}/sync/${group.id}?${query}`

async function open(query?: string): Promise<WebSocket> {
  const socket = new WebSocket(address(query), { perMessageDeflate: true })
  socket.on('error', () => undefined)
  await once(socket, 'open')
  return socket
}

const closeCode = async (socket: WebSocket) => ((await once(socket, 'close')) as [number])[0]

/** The bytes below the websocket, to send what no client would; `early` comes with the handshake. */
async function openRaw(early = Buffer.alloc(0)): Promise<Socket> {
  const { hostname, port } = new URL(server.url)
  const socket = connect(Number(port), hostname)
  socket.on('error', () => undefined)
  const handshake =
    `GET /sync/${group.id}?member=${member.id} HTTP/1.1\r\nHost: ${hostname}\r\nConnection: Upgrade\r\n` +
    'Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n'
  socket.write(Buffer.concat([Buffer.from(handshake), early]))
  const [head] = (await once(socket, 'data')) as [Buffer]
  expect(head.toString('latin1')).toContain('101 Switching Protocols')
  socket.unshift(head.subarray(head.indexOf('\r\n\r\n') + 4))
  return socket
}

/** Header of a masked client frame with an all-zero mask. */
function header(firstByte: number, length: number): Buffer {
  const bytes = Buffer.alloc(14)
  bytes[0] = firstByte
  bytes[1] = 0x80 | 127
  bytes.writeBigUInt64BE(BigInt(length), 2)
  return bytes
}

/** Close code in the server's close frame, once it has said goodbye. */
async function rawCloseCode(socket: Socket): Promise<number> {
  let received = Buffer.alloc(0)
  socket.on('data', (data: Buffer) => (received = Buffer.concat([received, data])))
  // Who still sends when the server has closed may meet a reset; the code came before it
  await new Promise((done) => socket.once('close', done))
  const at = received.lastIndexOf(Buffer.from([0x88, 0x02]))
  return received.readUInt16BE(at + 2)
}

describe('sockets that mean harm', () => {
  test('S3 a frame of 64 MiB is refused by its header, before its bytes are read', async () => {
    const socket = await openRaw()
    socket.write(header(0x82, 64 * 1024 * 1024))
    expect(await rawCloseCode(socket)).toBe(1009)
  })

  test('S3 endless fragments end at the size of one frame', async (context) => {
    const socket = await openRaw()
    const closed = rawCloseCode(socket)
    const chunk = Buffer.alloc(1024 * 1024)
    const before = process.memoryUsage.rss()
    for (let i = 0; i <= limits.maxFrameBytes / chunk.length; i++) {
      socket.write(header(i === 0 ? 0x02 : 0x00, chunk.length))
      socket.write(chunk)
    }
    expect(await closed).toBe(1009)
    const grown = process.memoryUsage.rss() - before
    expect(grown).toBeLessThan(64 * 1024 * 1024)
    tellFigure(context, `fragments: ${(grown / 1024 / 1024).toFixed(0)} MB more, both ends in one process`)
  })

  test('S3 compression is not negotiated, and a frame that claims it ends the connection', async () => {
    const socket = await open()
    expect(socket.extensions).toBe('')
    socket.terminate()
    const raw = await openRaw()
    raw.write(header(0x82 | 0x40, 0))
    expect(await rawCloseCode(raw)).toBe(1002)
  })

  test('S1 a text frame ends its connection only', async () => {
    const other = server.connect(group.id, server.people.member().id)
    await synced(other)
    const socket = await open()
    socket.send('{"type":"hello"}')
    expect(await closeCode(socket)).toBe(4400)
    expect(other.wsconnected).toBe(true)
  })

  test('who is not let in gets a close code that a page can read, and no room is loaded', async () => {
    const socket = await open('member=nobody')
    expect(await closeCode(socket)).toBe(4401)
    expect(server.rooms.metrics.rooms).toBe(0)
  })

  test('one member can hold so many connections and no more', async () => {
    const sockets = Array.from({ length: limits.connectionsPerMember }, () => new WebSocket(address()))
    await Promise.all(sockets.map((socket) => once(socket, 'message')))
    expect(await closeCode(await open())).toBe(4429)
    expect(sockets.every(({ readyState }) => readyState === WebSocket.OPEN)).toBe(true)
    for (const socket of sockets) socket.terminate()
  })
})

/** A whole masked frame that asks for the server's clock; the answer names the number. */
function asking(number: number): Buffer {
  const message = facilitationFrame({ type: 'clock', sentAt: number })
  return Buffer.concat([Buffer.from([0x82, 0x80 | message.length, 0, 0, 0, 0]), message])
}

/** Waits until these were answered, in this order. */
async function answered(socket: Socket, numbers: readonly number[]): Promise<void> {
  let received = ''
  socket.on('data', (data: Buffer) => (received += data.toString('latin1')))
  const order = () => Array.from(received.matchAll(/"sentAt":(\d+)/g), ([, number]) => Number(number))
  await vi.waitFor(() => expect(order()).toEqual(numbers))
}

describe('messages count however their bytes arrive', () => {
  test.each([
    ['one by one', (bytes: Buffer) => Array.from(bytes, (byte) => Buffer.from([byte]))],
    ['all together', (bytes: Buffer) => [bytes]],
    ['in halves', (bytes: Buffer) => [bytes.subarray(0, 45), bytes.subarray(45)]],
  ])('%s', async (_title, cut) => {
    const socket = await openRaw()
    socket.setNoDelay(true)
    const answers = answered(socket, [1, 2, 3])
    for (const piece of cut(Buffer.concat([1, 2, 3].map(asking)))) {
      socket.write(piece)
      await new Promise((resolve) => setImmediate(resolve))
    }
    await answers
    socket.destroy()
  })

  test('with the handshake, and some after it', async () => {
    const socket = await openRaw(Buffer.concat([1, 2].map(asking)))
    const answers = answered(socket, [1, 2, 3])
    socket.write(asking(3))
    await answers
    socket.destroy()
  })

  test('around a ping', async () => {
    const socket = await openRaw()
    const answers = answered(socket, [1, 2, 3])
    const ping = Buffer.from([0x89, 0x80, 0, 0, 0, 0])
    socket.write(Buffer.concat([asking(1), ping, asking(2)]))
    socket.write(asking(3))
    await answers
    socket.destroy()
  })
})
