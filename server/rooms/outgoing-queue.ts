import { limits } from '#shared/base/limits.ts'
import type { Bundle } from './bundle.ts'
import type { PeerSocket } from './peer-socket.ts'

/**
 * What a reader with a long queue gets:
 * - slow: no presence.
 * - overfull: no changes of the document either.
 * - hopeless: nothing more; the connection is to be closed.
 */
export type Pace = 'slow' | 'overfull' | 'hopeless'

/**
 * What was written to a socket and not taken by it yet, and what that says about its reader. Invariants (cited by the
 * tests):
 * 1. Hopeless is who takes next to nothing for the time of the limit, or lets more than the limit pile up.
 * 2. A single long write is not held against its reader, neither in bytes nor in time: nobody is too slow for their own
 *    welcome.
 */
export class OutgoingQueue {
  readonly #socket: PeerSocket
  #written = 0
  /** Bytes of long writes that may still wait, and how much will have been taken once they are through. */
  #excused = 0
  #excusedUntil = 0
  /** Since when the reader has taken next to nothing, and how much it had taken by then; null while the queue is short. */
  #stall: { since: number; taken: number } | null = null

  constructor(socket: PeerSocket) {
    this.#socket = socket
  }

  /** Whether the reader keeps up; the one look that a tick costs. */
  get isShort(): boolean {
    return this.#socket.bufferedBytes <= limits.outboxPresenceBytes
  }

  write(bundle: Bundle): void {
    const bytes = bundle.wire.length
    if (bytes > limits.outboxDocumentBytes) this.#excuse(bytes)
    this.#written += bytes
    this.#socket.write(bundle)
  }

  #excuse(bytes: number): void {
    this.#excused = bytes + (this.isShort ? 0 : this.#excused)
    this.#excusedUntil = this.#written + bytes
  }

  /** Judges a queue that is not short. */
  paceAt(nowMs: number): Pace {
    const buffered = this.#socket.bufferedBytes
    const taken = this.#written - buffered
    if (taken >= this.#excusedUntil) this.#excused = 0
    if (this.#stall === null || taken >= this.#stall.taken + limits.outboxProgressBytes)
      this.#stall = { since: nowMs, taken }
    const backlog = buffered - this.#excused
    if (backlog > limits.outboxCloseBytes) return 'hopeless'
    if (nowMs - this.#stall.since > this.#patienceMs) return 'hopeless'
    return backlog > limits.outboxDocumentBytes ? 'overfull' : 'slow'
  }

  /** A long write counts as taken only as a whole. */
  get #patienceMs(): number {
    return limits.outboxCloseAfterMs * (1 + this.#excused / limits.outboxDocumentBytes)
  }

  /** The reader has caught up. */
  relieve(): void {
    this.#stall = null
  }
}
