import { createHash } from 'node:crypto'
import type { Writable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as ws from 'ws'
import { FrameLane } from '#server/socket/frame-lane.ts'

/** The part of ws that reads; its types leave it out. */
const { Receiver } = ws as unknown as { Receiver: new (options: { isServer: boolean }) => Writable }

const MASK = [0x37, 0xfa, 0x21, 0x3d]
const BINARY = 0x82
const TEXT = 0x81
const PING = 0x89
const PIECE = 0x02
const LAST_PIECE = 0x80
/** A reserved bit, and a reserved kind of frame. */
const NONSENSE = [0xc2, 0x83]

interface Frame {
  firstByte: number
  payload: Uint8Array
}

/** A client's frame (RFC 6455, 5.2). */
function bytesOf({ firstByte, payload }: Frame): Buffer {
  const size = payload.length
  const long = Buffer.alloc(8)
  long.writeBigUInt64BE(BigInt(size))
  const length = size < 126 ? [size] : size < 65_536 ? [126, size >> 8, size & 0xff] : [127, ...long]
  length[0]! |= 0x80
  const masked = payload.map((byte, n) => byte ^ MASK[n & 3]!)
  return Buffer.concat([Buffer.from([firstByte, ...length, ...MASK]), masked])
}

/** Length and content of a message, short enough to be shown. */
const digest = (message: Buffer) => `${message.length} ${createHash('sha256').update(message).digest('hex')}`

/**
 * What the room gets by both ways when this is read, one chunk after the other, and how much of it by the lane. Between
 * two reads everything that is due is done.
 */
async function read(chunks: Iterable<Uint8Array>, withLane = true) {
  const messages: string[] = []
  let taken = 0
  let isWhole = true
  const receiver = new Receiver({ isServer: true })
  receiver.on('message', (data: Buffer) => messages.push(digest(data)))
  receiver.on('error', () => (isWhole = false))
  const lane = new FrameLane(
    () => isWhole,
    (message) => {
      messages.push(digest(message))
      taken++
    },
  )
  const buffer = new Uint8Array(64 * 1024)
  for (const chunk of chunks) {
    buffer.set(chunk)
    if (!(withLane && lane.take(buffer, chunk.length)) && isWhole) receiver.write(Buffer.from(chunk))
    // As the next read does
    buffer.fill(0xff)
    await new Promise((resolve) => process.nextTick(resolve))
  }
  return { messages, taken }
}

const whole = (text: string): Frame => ({ firstByte: BINARY, payload: Buffer.from(text) })
const written = (text: string) => digest(Buffer.from(text))

describe('the short way for whole messages', () => {
  test('takes one message, and several that came together (invariant 1)', async () => {
    const [one, two, three] = ['eins', 'zwei', 'x'.repeat(200)].map((text) => bytesOf(whole(text)))
    const { messages, taken } = await read([one!, Buffer.concat([two!, three!])])
    expect(messages).toEqual([written('eins'), written('zwei'), written('x'.repeat(200))])
    expect(taken).toBe(3)
  })

  test('leaves a chunk with anything else in it to ws, and takes the next again (invariant 1)', async () => {
    const ping = { firstByte: PING, payload: Buffer.from('?') }
    const { messages, taken } = await read([
      Buffer.concat([bytesOf(whole('eins')), bytesOf(ping)]),
      bytesOf(whole('zwei')),
    ])
    expect(messages).toEqual([written('eins'), written('zwei')])
    expect(taken).toBe(1)
  })

  test('takes again after a message that came in two reads (invariant 1)', async () => {
    const split = bytesOf(whole('geteilt'))
    const { messages, taken } = await read([split.subarray(0, 8), split.subarray(8), bytesOf(whole('ganz'))])
    expect(messages).toEqual([written('geteilt'), written('ganz')])
    expect(taken).toBe(1)
  })

  test('gives up for good where a header is cut (invariant 2)', async () => {
    const split = bytesOf(whole('geteilt'))
    const { messages, taken } = await read([split.subarray(0, 3), split.subarray(3), bytesOf(whole('ganz'))])
    expect(messages).toEqual([written('geteilt'), written('ganz')])
    expect(taken).toBe(0)
  })

  test('gives up for good in a message of several frames (invariant 2)', async () => {
    const pieces = [PIECE, LAST_PIECE].map((firstByte) =>
      bytesOf({ firstByte, payload: Buffer.from('teil') }),
    )
    const { messages, taken } = await read([...pieces, bytesOf(whole('ganz'))])
    expect(messages).toEqual([written('teilteil'), written('ganz')])
    expect(taken).toBe(0)
  })

  test('gives the room what ws alone would have given it, however it is cut (invariants 1 and 2)', async () => {
    const size = fc.constantFrom(0, 1, 20, 125, 126, 300, 65_535, 65_536, 70_000)
    const frame = fc.oneof(
      { weight: 8, arbitrary: fc.tuple(fc.constant(BINARY), size) },
      { weight: 3, arbitrary: fc.tuple(fc.constantFrom(TEXT, PING, PIECE, LAST_PIECE, ...NONSENSE), size) },
    )
    const cuts = fc.array(fc.integer({ min: 1, max: 70_000 }), { minLength: 1, maxLength: 10 })
    await fc.assert(
      fc.asyncProperty(
        fc.array(frame, { maxLength: 12 }),
        cuts,
        fc.boolean(),
        async (frames, sizes, isCut) => {
          const stream = frames.map(([firstByte, length], n) =>
            bytesOf({ firstByte, payload: new Uint8Array(length).fill(n) }),
          )
          const chunks = isCut
            ? cutAt(Buffer.concat(stream), sizes)
            : stream.flatMap((one) => cutAt(one, [65_536]))
          const both = await read(chunks)
          const wsAlone = await read(chunks, false)
          expect(both.messages).toEqual(wsAlone.messages)
        },
      ),
    )
  })
})

/** Pieces of these sizes, round and round. */
function cutAt(bytes: Buffer, sizes: readonly number[]): Buffer[] {
  const pieces: Buffer[] = []
  for (let at = 0, n = 0; at < bytes.length; n++) {
    const size = Math.min(sizes[n % sizes.length]!, 65_536)
    pieces.push(bytes.subarray(at, at + size))
    at += size
  }
  return pieces
}
