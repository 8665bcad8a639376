import { randomBytes } from 'node:crypto'
import net from 'node:net'

/**
 * The least websocket client that can load a server: no compression, no fragments sent, payloads masked with zeros
 * (RFC 6455 asks for a mask, not for a good one), one buffer to read into for all sockets, frames handed on as slices of
 * it, valid until the call returns, and a long frame put together once, when all of it is there. The generator must
 * cost less than the server that it measures.
 */
export interface RawSocket {
  send(payload: Uint8Array): void
  close(): void
  readonly receivedBytes: number
  readonly receivedFrames: number
  /** About as many as the server's writes, while nobody lags behind. */
  readonly reads: number
}

export interface RawSocketOptions {
  port: number
  path: string
  headers?: Record<string, string>
  onFrame?: (payload: Buffer) => void
  onClose: (code: number) => void
}

const readBuffer = Buffer.alloc(65_536)

const MASKED = 0x80
const BINARY = 0x82
const CLOSE = 8
const PING = 9
const PONG = 0x8a

export function openRawSocket(options: RawSocketOptions): Promise<RawSocket> {
  return new Promise((resolve, reject) => {
    const socket = net.connect({
      port: options.port,
      host: '127.0.0.1',
      noDelay: true,
      onread: {
        buffer: readBuffer,
        callback: (length) => {
          onRead(readBuffer.subarray(0, length))
          return true
        },
      },
    })
    const state = { receivedBytes: 0, receivedFrames: 0, reads: 0 }
    let closeCode = 1006
    let parts: Buffer[] = []
    let wanted = 0
    let upgraded = false

    const raw: RawSocket = {
      send: (payload) => socket.write(frame(BINARY, payload)),
      close: () => socket.end(frame(MASKED | CLOSE, new Uint8Array([3, 232]))),
      get receivedBytes() {
        return state.receivedBytes
      },
      get receivedFrames() {
        return state.receivedFrames
      },
      get reads() {
        return state.reads
      },
    }
    const onPayload = (opcode: number, payload: Buffer) => {
      if (opcode === CLOSE) closeCode = payload.length >= 2 ? payload.readUInt16BE(0) : 1005
      else if (opcode === PING) socket.write(frame(PONG, payload))
      else options.onFrame?.(payload)
      state.receivedFrames++
    }
    socket.on('error', (error) => (upgraded ? options.onClose(1006) : reject(error)))
    socket.on('close', () => {
      if (upgraded) options.onClose(closeCode)
      else reject(new Error('closed before the upgrade'))
    })
    socket.on('connect', () => socket.write(upgradeRequest(options)))

    function onRead(chunk: Buffer): void {
      state.receivedBytes += chunk.length
      state.reads++
      wanted -= chunk.length
      if (parts.length > 0 || wanted > 0) parts.push(Buffer.from(chunk))
      if (wanted > 0) return
      let buffer = parts.length > 0 ? Buffer.concat(parts) : chunk
      if (!upgraded) {
        const end = buffer.indexOf('\r\n\r\n')
        if (end < 0) return void (parts = [Buffer.from(buffer)])
        const status = buffer.subarray(9, 12).toString()
        if (status !== '101')
          return reject(new Error(`upgrade refused: ${buffer.subarray(0, 200).toString()}`))
        upgraded = true
        buffer = buffer.subarray(end + 4)
        resolve(raw)
      }
      const rest = readFrames(buffer, onPayload)
      parts = rest.length > 0 ? [Buffer.from(rest)] : []
      wanted = endOfFrame(rest, 0) - rest.length
    }
  })
}

function upgradeRequest({ port, path, headers = {} }: RawSocketOptions): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  const key = randomBytes(16).toString('base64')
  return (
    `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
    `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n${lines.join('')}\r\n`
  )
}

/** Hands on every whole frame; answers what is left over. */
function readFrames(buffer: Buffer, onPayload: (opcode: number, payload: Buffer) => void): Buffer {
  let at = 0
  for (let end = endOfFrame(buffer, at); end <= buffer.length; end = endOfFrame(buffer, at)) {
    onPayload(buffer[at]! & 0x0f, buffer.subarray(at + headerBytes(buffer[at + 1]!), end))
    at = end
  }
  return buffer.subarray(at)
}

/** Where the frame that begins here ends; while its header is not whole, where that ends. */
function endOfFrame(buffer: Buffer, at: number): number {
  const there = buffer.length - at
  if (there < 2) return at + 2
  const short = buffer[at + 1]! & 0x7f
  const header = headerBytes(short)
  if (there < header) return at + header
  if (short < 126) return at + header + short
  return at + header + (short === 126 ? buffer.readUInt16BE(at + 2) : Number(buffer.readBigUInt64BE(at + 2)))
}

function headerBytes(lengthByte: number): number {
  const short = lengthByte & 0x7f
  if (short < 126) return 2
  return short === 126 ? 4 : 10
}

function frame(firstByte: number, payload: Uint8Array): Buffer {
  const long = payload.length > 125
  const veryLong = payload.length > 65_535
  const header = veryLong ? 14 : long ? 8 : 6
  const out = Buffer.alloc(header + payload.length)
  out[0] = firstByte
  if (veryLong) {
    out[1] = MASKED | 127
    out.writeBigUInt64BE(BigInt(payload.length), 2)
  } else if (long) {
    out[1] = MASKED | 126
    out.writeUInt16BE(payload.length, 2)
  } else out[1] = MASKED | payload.length
  out.set(payload, header)
  return out
}
