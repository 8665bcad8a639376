import type { ErrorCode } from '#shared/errors/catalogue.ts'
import { errorCatalogue } from '#shared/errors/catalogue.ts'
import { limits } from '#shared/base/limits.ts'
import type { Person } from '#shared/protocol/facilitation-messages.ts'
import type { Admitted } from './admitted.ts'
import { Bundle } from './bundle.ts'
import type { RoomMetrics } from './metrics.ts'
import type { PeerSocket } from './peer-socket.ts'
import { TokenBucket } from './token-bucket.ts'

/**
 * - joining: receives presence and facilitation, but no document changes yet, because without the document they would
 *   only wait in the replica.
 * - live: has been answered and receives everything.
 * - closed: receives nothing; kept by nobody.
 */
type ConnectionState =
  { status: 'joining' } | { status: 'live' } | { status: 'closed'; code: ErrorCode | null }

/**
 * One socket of one member in one room: its rights, its limits and its outgoing queue. Invariants:
 * 1. Presence is dropped before anything else waits; a reader that stays slow is closed, never buffered for.
 * 2. After `close` nothing is written and nothing received has an effect.
 */
export class Connection {
  admitted: Admitted
  /** Yjs client id this connection speaks under; null until a stock client made it known. */
  clientId: number | null
  readonly colour: number
  /** Document frames received, as counted for acknowledgements. */
  framesReceived = 0
  readonly #socket: PeerSocket
  readonly #metrics: RoomMetrics
  readonly #frames: TokenBucket
  readonly #bytes: TokenBucket
  #state: ConnectionState = { status: 'joining' }
  #slowSince: number | null = null
  #presenceMissed = false

  constructor(
    socket: PeerSocket,
    admitted: Admitted,
    clientId: number | null,
    colour: number,
    deps: ConnectionDeps,
  ) {
    this.#socket = socket
    this.admitted = admitted
    this.clientId = clientId
    this.colour = colour
    this.#metrics = deps.metrics
    this.#frames = new TokenBucket(limits.framesPerSecond, limits.framesBurst, deps.nowMs)
    this.#bytes = new TokenBucket(limits.bytesPerSecond, limits.bytesBurst, deps.nowMs)
  }

  get isOpen(): boolean {
    return this.#state.status !== 'closed'
  }

  get isLive(): boolean {
    return this.#state.status === 'live'
  }

  /** As others see it; client id 0 while it is unknown, and then nobody else sees it. */
  get person(): Person {
    const { id, name, organisation, role } = this.admitted.member
    return { clientId: this.clientId ?? 0, memberId: id, name, organisation, role, colour: this.colour }
  }

  goLive(): void {
    if (this.#state.status === 'joining') this.#state = { status: 'live' }
  }

  /** Whether the sender stays inside its rate limits. */
  admitsFrame(bytes: number, nowMs: number): boolean {
    return this.#frames.take(1, nowMs) && this.#bytes.take(bytes, nowMs)
  }

  send(bundle: Bundle): void {
    if (!this.isOpen || bundle.messages.length === 0) return
    this.#metrics.framesOut += bundle.messages.length
    this.#metrics.bytesOut += bundle.wire.length
    this.#socket.write(bundle)
  }

  sendMessage(message: Uint8Array): void {
    this.send(new Bundle([message]))
  }

  /** Whether presence may be sent now. What was dropped is made good by `takePresenceDebt`. */
  get takesPresence(): boolean {
    if (this.#socket.bufferedBytes <= limits.outboxPresenceBytes) return true
    this.#presenceMissed = true
    this.#metrics.presenceDropped++
    return false
  }

  /** True once after presence was dropped and the reader caught up: it then needs everybody's state. */
  takePresenceDebt(): boolean {
    const owed = this.#presenceMissed && this.#socket.bufferedBytes <= limits.outboxPresenceBytes
    if (owed) this.#presenceMissed = false
    return owed
  }

  /** Watches the outgoing queue; true when the reader has to be given up. */
  isTooSlow(nowMs: number): boolean {
    const buffered = this.#socket.bufferedBytes
    if (buffered <= limits.outboxPresenceBytes) {
      this.#slowSince = null
      return false
    }
    this.#slowSince ??= nowMs
    return buffered > limits.outboxCloseBytes || nowMs - this.#slowSince > limits.outboxCloseAfterMs
  }

  /** Ends the connection for a reason of the catalogue; null when the peer is gone already. Idempotent. */
  close(code: ErrorCode | null): void {
    if (!this.isOpen) return
    this.#state = { status: 'closed', code }
    if (code !== null) this.#socket.close(closeCodeOf(code), code)
  }
}

export interface ConnectionDeps {
  metrics: RoomMetrics
  nowMs: number
}

const INTERNAL_CLOSE_CODE = 1011

/** Websocket close code of an error; errors that name none end a connection as internal ones. */
export function closeCodeOf(code: ErrorCode): number {
  const kind = errorCatalogue[code]
  return 'close' in kind ? kind.close : INTERNAL_CLOSE_CODE
}
