import type { ErrorCode } from '#shared/errors/catalogue.ts'
import { errorCatalogue } from '#shared/errors/catalogue.ts'
import { limits } from '#shared/base/limits.ts'
import type { Viewer } from '#shared/facilitation/topic.ts'
import type { Person } from '#shared/protocol/facilitation-messages.ts'
import { mayInRoom, type Admitted } from './admitted.ts'
import { Bundle } from './bundle.ts'
import type { RoomMetrics } from './metrics.ts'
import { OutgoingQueue, type Pace } from './outgoing-queue.ts'
import type { PeerSocket } from './peer-socket.ts'
import { TokenBucket } from './token-bucket.ts'

/**
 * - awaiting: new, or about to be caught up. Receives presence and facilitation, but no document changes until it was
 *   answered, because without the document they would only wait in the replica.
 * - live: has been answered and receives everything.
 * - behind: too slow for the changes of the document; is owed an answer to this state vector.
 * - closed: receives nothing; kept by nobody.
 */
type ConnectionState =
  | { status: 'awaiting' }
  | { status: 'live' }
  | { status: 'behind'; knows: Uint8Array }
  | { status: 'closed'; code: ErrorCode | null }

/**
 * One socket of one member in one room: its rights, its limits and its outgoing queue. Invariants:
 * 1. A slow reader misses presence first, then changes of the document, and is owed both; it is never buffered for.
 * 2. After `close` nothing is written and nothing received has an effect.
 */
export class Connection {
  #admitted: Admitted
  /** Whether others may see this person's presence; looked up once, not at every move of a cursor. */
  mayAppear: boolean
  /** Yjs client id this connection speaks under; null until a stock client made it known. */
  clientId: number | null
  /** Whether a stock client's id is being made its member's. */
  isClaiming = false
  readonly colour: number
  /** Whether long answers may come deflated. */
  readonly inflates: boolean
  /** Document frames received, as counted for acknowledgements. */
  framesReceived = 0
  readonly #socket: PeerSocket
  readonly #queue: OutgoingQueue
  readonly #metrics: RoomMetrics
  readonly #frames: TokenBucket
  readonly #bytes: TokenBucket
  #state: ConnectionState = { status: 'awaiting' }
  #presenceMissed = false

  constructor(
    socket: PeerSocket,
    admitted: Admitted,
    clientId: number | null,
    colour: number,
    deps: ConnectionDeps,
  ) {
    this.#socket = socket
    this.#queue = new OutgoingQueue(socket)
    this.#admitted = admitted
    this.mayAppear = mayInRoom(admitted, 'room.appear', false)
    this.clientId = clientId
    this.colour = colour
    this.inflates = deps.inflates
    this.#metrics = deps.metrics
    this.#frames = new TokenBucket(limits.framesPerSecond, limits.framesBurst, deps.nowMs)
    this.#bytes = new TokenBucket(limits.bytesPerSecond, limits.bytesBurst, deps.nowMs)
  }

  get admitted(): Admitted {
    return this.#admitted
  }

  /** Role, name or groups changed. */
  readmit(admitted: Admitted): void {
    this.#admitted = admitted
    this.mayAppear = mayInRoom(admitted, 'room.appear', false)
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

  /** As who this connection sees the room's state. */
  get viewer(): Viewer {
    const facilitates = mayInRoom(this.#admitted, 'room.facilitate', false)
    return { memberId: this.#admitted.member.id, facilitates }
  }

  /** Has been answered. */
  goLive(): void {
    if (this.#state.status === 'awaiting') this.#state = { status: 'live' }
  }

  /** From now on the document's changes are not sent but owed, to a replica with this state vector. */
  fallBehind(knows: Uint8Array): void {
    if (this.isOpen) this.#state = { status: 'behind', knows }
  }

  /** The state vector to be answered now; null for a reader that is not behind. */
  takeUp(): Uint8Array | null {
    if (this.#state.status !== 'behind') return null
    const { knows } = this.#state
    this.#state = { status: 'awaiting' }
    return knows
  }

  /** Whether the sender stays inside its rate limits. */
  admitsFrame(bytes: number, nowMs: number): boolean {
    return this.#frames.take(1, nowMs) && this.#bytes.take(bytes, nowMs)
  }

  send(bundle: Bundle): void {
    if (!this.isOpen || bundle.messages.length === 0) return
    this.#metrics.framesOut += bundle.messages.length
    this.#metrics.bytesOut += bundle.wire.length
    this.#queue.write(bundle)
  }

  sendMessage(message: Uint8Array): void {
    this.send(new Bundle([message]))
  }

  /** Whether everything may be sent. */
  get keepsUp(): boolean {
    return this.#queue.isShort
  }

  /** What a reader that does not keep up may still be sent. */
  paceAt(nowMs: number): Pace {
    return this.#queue.paceAt(nowMs)
  }

  missPresence(): void {
    this.#presenceMissed = true
    this.#metrics.presenceDropped++
  }

  /** The reader has caught up. True when it missed presence: it then needs everybody's state. */
  relieve(): boolean {
    this.#queue.relieve()
    const missed = this.#presenceMissed
    this.#presenceMissed = false
    return missed
  }

  /** Ends the connection for a reason of the catalogue; null when the peer is gone already. Idempotent. */
  close(code: ErrorCode | null): void {
    if (!this.isOpen) return
    this.#state = { status: 'closed', code }
    if (code !== null) this.#socket.close(closeCodeOf(code), code)
  }
}

interface ConnectionDeps {
  metrics: RoomMetrics
  inflates: boolean
  nowMs: number
}

const INTERNAL_CLOSE_CODE = 1011

/** Websocket close code of an error; errors that name none end a connection as internal ones. */
export function closeCodeOf(code: ErrorCode): number {
  const kind = errorCatalogue[code]
  return 'close' in kind ? kind.close : INTERNAL_CLOSE_CODE
}
