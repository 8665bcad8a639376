/**
 * Messages for many sockets, framed once: every recipient gets the very same bytes in one write. Framing per socket
 * was the largest single cost of the servers this one is measured against (docs/decisions/0010).
 */
export class Bundle {
  readonly messages: readonly Uint8Array[]
  #wire: Buffer | null = null

  constructor(messages: readonly Uint8Array[]) {
    this.messages = messages
  }

  /** The same with one message before, for one recipient; costs less than a second write. */
  following(first: Uint8Array): Bundle {
    return new Bundle([first, ...this.messages])
  }

  /** The messages as unmasked binary websocket frames (RFC 6455, section 5.2), one behind the other. */
  get wire(): Buffer {
    return (this.#wire ??= frameAll(this.messages))
  }
}

const FIN_BINARY = 0x82
const LENGTH_16 = 126
const LENGTH_64 = 127

function frameAll(messages: readonly Uint8Array[]): Buffer {
  let size = 0
  for (const message of messages) size += headerBytes(message.length) + message.length
  const wire = Buffer.allocUnsafe(size)
  let at = 0
  for (const message of messages) {
    at = writeHeader(wire, at, message.length)
    wire.set(message, at)
    at += message.length
  }
  return wire
}

function headerBytes(length: number): number {
  if (length < LENGTH_16) return 2
  return length < 65_536 ? 4 : 10
}

function writeHeader(wire: Buffer, at: number, length: number): number {
  wire[at] = FIN_BINARY
  if (length < LENGTH_16) {
    wire[at + 1] = length
    return at + 2
  }
  if (length < 65_536) {
    wire[at + 1] = LENGTH_16
    return wire.writeUInt16BE(length, at + 2)
  }
  wire[at + 1] = LENGTH_64
  return wire.writeBigUInt64BE(BigInt(length), at + 2)
}
