import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { ackTypes, messageTypes, type Ack } from './wire.ts'

/**
 * Bytes of an acknowledgement, message type included:
 *
 *   101 varUint(0) varUint(upTo) varUint(at)           durable; `at` in milliseconds since the Unix epoch
 *   101 varUint(1) varUint(frame) varString(code)      refused
 */
export function encodeAck(ack: Ack): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageTypes.ack)
  encoding.writeVarUint(encoder, ackTypes[ack.type])
  if (ack.type === 'durable') {
    encoding.writeVarUint(encoder, ack.upTo)
    encoding.writeVarUint(encoder, ack.at)
  } else {
    encoding.writeVarUint(encoder, ack.frame)
    encoding.writeVarString(encoder, ack.code)
  }
  return encoding.toUint8Array(encoder)
}

/** Reads what follows the message type; null for a type of answer that this version does not know. */
export function readAck(decoder: decoding.Decoder): Ack | null {
  switch (decoding.readVarUint(decoder)) {
    case ackTypes.durable:
      return { type: 'durable', upTo: decoding.readVarUint(decoder), at: decoding.readVarUint(decoder) }
    case ackTypes.refused:
      return { type: 'refused', frame: decoding.readVarUint(decoder), code: decoding.readVarString(decoder) }
    default:
      return null
  }
}
