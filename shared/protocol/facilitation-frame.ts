import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { DownMessage, UpMessage } from './facilitation-messages.ts'
import { messageTypes } from './wire.ts'

/** Message type 100: one varString of JSON in both directions. */
export function facilitationFrame(message: UpMessage | DownMessage): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageTypes.facilitation)
    encoding.writeVarString(encoder, JSON.stringify(message))
  })
}

/** The server's message behind type 100. It comes from the server this client logged in to and is not checked again. */
export function readDownMessage(decoder: decoding.Decoder): DownMessage {
  return JSON.parse(decoding.readVarString(decoder)) as DownMessage
}
