import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { messageTypes, syncTypes } from './wire.ts'

/**
 * Frames as bytes (grammar: `docs/protocol.md`). Types are read as varints and never compared as raw bytes, because
 * `82 00` is a 2 as well; a frame with bytes left over is refused, so nothing can hide behind a harmless message.
 */
type ClientFrame =
  | { type: 'step1'; stateVector: Uint8Array }
  /** Document content, by sync step 2 or by update: both are counted and acknowledged alike. */
  | { type: 'update'; update: Uint8Array }
  | { type: 'awareness'; update: Uint8Array }
  | { type: 'queryAwareness' }
  /** JSON of an `UpMessage`, unchecked. */
  | { type: 'facilitation'; json: string }
  /** A message of y-websocket's that the server has no use for. */
  | { type: 'ignored' }

/** Reads one frame from a client; null when it is none. Views into `bytes`, nothing is copied. */
export function readClientFrame(bytes: Uint8Array): ClientFrame | null {
  try {
    const decoder = decoding.createDecoder(bytes)
    const frame = readBody(decoder)
    return frame && !decoding.hasContent(decoder) ? frame : null
  } catch {
    // lib0 throws on every kind of truncation; which one does not matter to the sender
    return null
  }
}

function readBody(decoder: decoding.Decoder): ClientFrame | null {
  switch (decoding.readVarUint(decoder)) {
    case messageTypes.sync:
      return readSync(decoder)
    case messageTypes.awareness:
      return { type: 'awareness', update: decoding.readVarUint8Array(decoder) }
    case messageTypes.queryAwareness:
      return { type: 'queryAwareness' }
    case messageTypes.auth:
      decoder.pos = decoder.arr.length
      return { type: 'ignored' }
    case messageTypes.facilitation:
      return { type: 'facilitation', json: decoding.readVarString(decoder) }
    default:
      return null
  }
}

function readSync(decoder: decoding.Decoder): ClientFrame | null {
  switch (decoding.readVarUint(decoder)) {
    case syncTypes.step1:
      return { type: 'step1', stateVector: decoding.readVarUint8Array(decoder) }
    case syncTypes.step2:
    case syncTypes.update:
      return { type: 'update', update: decoding.readVarUint8Array(decoder) }
    default:
      return null
  }
}

/** A sync frame: `payload` is a state vector for step 1, else a Yjs update. */
export function syncFrame(kind: keyof typeof syncTypes, payload: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageTypes.sync)
    encoding.writeVarUint(encoder, syncTypes[kind])
    encoding.writeVarUint8Array(encoder, payload)
  })
}

/** A frame around another one, in zlib's format; for peers that said they inflate. */
export function deflatedFrame(zlib: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageTypes.deflated)
    encoding.writeVarUint8Array(encoder, zlib)
  })
}

/** An awareness frame around an encoded awareness update. */
export function awarenessFrame(update: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageTypes.awareness)
    encoding.writeVarUint8Array(encoder, update)
  })
}
