import type { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import * as ws from 'ws'
import { Bundle } from '#server/rooms/bundle.ts'

/** Reads bytes as the client side of ws does. */
function received(wire: Buffer): Promise<Buffer[]> {
  const { Receiver } = ws as unknown as {
    Receiver: new (options: { isServer: boolean }) => NodeJS.WritableStream & EventEmitter
  }
  const receiver = new Receiver({ isServer: false })
  const messages: Buffer[] = []
  receiver.on('message', (data: Buffer, isBinary: boolean) => {
    expect(isBinary).toBe(true)
    messages.push(data)
  })
  return new Promise((resolve, reject) => {
    receiver.on('error', reject)
    receiver.on('finish', () => resolve(messages))
    receiver.write(wire)
    receiver.end()
  })
}

test('messages of every length come out of one buffer as they went in', async () => {
  const messages = [0, 1, 125, 126, 127, 65_535, 65_536, 200_000].map((length) =>
    Uint8Array.from({ length }, (_, n) => n % 251),
  )
  const arrived = await received(new Bundle(messages).wire)
  expect(arrived.map((message) => new Uint8Array(message))).toEqual(messages)
})

test('a bundle is framed once, however often it is sent', () => {
  const bundle = new Bundle([new Uint8Array(10)])
  expect(bundle.wire).toBe(bundle.wire)
})
