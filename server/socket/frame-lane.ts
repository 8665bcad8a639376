/** First byte of a message in one piece: the final frame, binary (RFC 6455, 5.2). */
const WHOLE_BINARY = 0x82
const FINAL = 0x80
const MASKED = 0x80
const LENGTH = 0x7f
/** Lengths from here on stand in bytes of their own; these two values say in how many. */
const LENGTH_IN_TWO = 126
const LENGTH_IN_EIGHT = 127
const HEADER_BYTES = 2
const MASK_BYTES = 4
/** Where a frame begins is not known, and will not be. */
const UNKNOWN = Infinity

/**
 * The short way for what nearly all traffic of a room is: whole binary messages that arrive in one piece. They are
 * unmasked straight out of what was read; everything else, and whatever is wrong with it, is left to `ws`, which keeps
 * the last word on the protocol. Invariants (cited by the tests):
 * 1. What is read goes one of the two ways, whole and in order; the room gets exactly the messages that `ws` would
 *    have given it.
 * 2. Where it is not sure that a frame begins, the lane takes nothing, and from then on never again.
 */
export class FrameLane {
  readonly #isFree: () => boolean
  readonly #deliver: (message: Buffer) => void
  /** Bytes still to come of a frame whose beginning went to `ws`. */
  #owed = 0

  /**
   * From the first byte after the handshake on.
   * @param isFree whether `ws` has had all that was read before, and found nothing wrong
   */
  constructor(isFree: () => boolean, deliver: (message: Buffer) => void) {
    this.#isFree = isFree
    this.#deliver = deliver
  }

  /** Delivers the messages in the first `length` bytes; false when these bytes have to go to `ws`. */
  take(bytes: Uint8Array, length: number): boolean {
    let at = this.#owed
    let isPlain = at === 0 && this.#isFree()
    while (at < length) {
      isPlain &&= bytes[at] === WHOLE_BINARY
      at += frameBytes(bytes, at, length)
    }
    this.#owed = at - length
    if (!isPlain || this.#owed > 0) return false
    for (let start = 0; start < length;) start = this.#deliverAt(bytes, start)
    return true
  }

  /** Answers where the next frame begins. */
  #deliverAt(bytes: Uint8Array, start: number): number {
    const end = start + frameBytes(bytes, start, bytes.length)
    const mask = start + headerBytes(bytes, start)
    this.#deliver(unmasked(bytes, mask, end))
    return end
  }
}

const headerBytes = (bytes: Uint8Array, start: number) =>
  HEADER_BYTES + ((bytes[start + 1]! & LENGTH) === LENGTH_IN_TWO ? 2 : 0)

/** How long the frame is that begins here; unknown for a piece of a message, and for what reaches beyond one read. */
function frameBytes(bytes: Uint8Array, start: number, end: number): number {
  if (start + HEADER_BYTES + 2 > end) return UNKNOWN
  const second = bytes[start + 1]!
  const length = second & LENGTH
  if ((bytes[start]! & FINAL) === 0 || (second & MASKED) === 0 || length === LENGTH_IN_EIGHT) return UNKNOWN
  const payload = length === LENGTH_IN_TWO ? (bytes[start + 2]! << 8) | bytes[start + 3]! : length
  return headerBytes(bytes, start) + MASK_BYTES + payload
}

/** A copy, because the next read overwrites these bytes. */
function unmasked(bytes: Uint8Array, mask: number, end: number): Buffer {
  const payload = mask + MASK_BYTES
  const message = Buffer.allocUnsafe(end - payload)
  for (let n = 0; n < message.length; n++) message[n] = bytes[payload + n]! ^ bytes[mask + (n & 3)]!
  return message
}
