import { inflateSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import * as decoding from 'lib0/decoding'
import { messageTypes } from '#shared/protocol/wire.ts'

/** Everything a browser was sent over its websockets and was answered by the interface, as bytes. */
export class LineRecording {
  readonly #received: Buffer[] = []

  /** Begins before the first page is opened. */
  constructor(page: Page) {
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => this.#received.push(readable(Buffer.from(payload)))),
    )
    page.on('response', (response) => {
      if (!new URL(response.url()).pathname.startsWith('/api/')) return
      // A page that goes elsewhere takes what it had asked for with it
      void response.body().then(
        (body) => this.#received.push(body),
        () => undefined,
      )
    })
  }

  wasSent(words: string): boolean {
    return this.#received.some((bytes) => bytes.includes(words))
  }
}

/** Long answers come deflated. */
function readable(frame: Buffer): Buffer {
  const decoder = decoding.createDecoder(new Uint8Array(frame))
  if (decoding.readVarUint(decoder) !== messageTypes.deflated) return frame
  return inflateSync(decoding.readVarUint8Array(decoder))
}
