import { encodeAck } from '#shared/protocol/ack-codec.ts'
import type { Clock } from '#server/ports/clock.ts'
import type { Bundle } from './bundle.ts'
import type { Connection } from './connection.ts'
import type { RoomMetrics } from './metrics.ts'
import type { Batch } from './uncommitted.ts'

type Receipt = { connection: Connection; awaits: number } & (
  | { type: 'ack'; frame: number; receivedAt: number }
  /** The document for somebody who asked for it. */
  | { type: 'answer'; bundles: readonly Bundle[] }
)

const nobody: ReadonlyMap<Connection, Uint8Array> = new Map()

/**
 * What connections of one room are owed once the change numbered `awaits` is durable: acknowledgements of their own
 * frames, and the document, which may hold changes that are not durable yet. Kept in order of arrival.
 */
export class Receipts {
  readonly #clock: Clock
  readonly #metrics: RoomMetrics
  #owed: Receipt[] = []
  #durable = 0

  constructor(clock: Clock, metrics: RoomMetrics) {
    this.#clock = clock
    this.#metrics = metrics
  }

  get isEmpty(): boolean {
    return this.#owed.length === 0
  }

  /** Whether something could be handed out now. */
  get isDue(): boolean {
    return this.#owed.length > 0 && this.#owed[0]!.awaits <= this.#durable
  }

  expectAck(connection: Connection, frame: number, awaits: number): void {
    this.#owed.push({ type: 'ack', connection, awaits, frame, receivedAt: performance.now() })
  }

  /** Hands over the document at once where all of it is durable. A later answer makes an earlier one needless. */
  answer(connection: Connection, bundles: readonly Bundle[], awaits: number): void {
    if (awaits > this.#durable) {
      this.#dropAnswer(connection)
      this.#owed.push({ type: 'answer', connection, awaits, bundles })
      return
    }
    for (const bundle of bundles) connection.send(bundle)
    connection.goLive()
  }

  /**
   * A batch is durable, and what waits for its changes may be handed out: the only place where this is decided.
   * @throws Error when a batch before it is missing, so that changes would be called durable that no commit contains
   */
  reached({ after, upTo }: Pick<Batch, 'after' | 'upTo'>): void {
    if (after !== this.#durable) throw new Error(`changes ${this.#durable} to ${after} are in no commit`)
    this.#durable = upTo
  }

  /**
   * Hands out the documents that are due, and answers the acknowledgements that are: one for each sender, covering all
   * its frames, to be sent in one write with whatever else goes out.
   */
  handOut(): ReadonlyMap<Connection, Uint8Array> {
    if (!this.isDue) return nobody
    const frames = new Map<Connection, number>()
    const now = performance.now()
    for (const receipt of this.#takeDue()) {
      if (receipt.type === 'answer') this.answer(receipt.connection, receipt.bundles, receipt.awaits)
      else {
        this.#metrics.ackMs.observe(now - receipt.receivedAt)
        frames.set(receipt.connection, receipt.frame)
      }
    }
    const at = this.#clock.now()
    const acks = new Map<Connection, Uint8Array>()
    for (const [connection, upTo] of frames) acks.set(connection, encodeAck({ type: 'durable', upTo, at }))
    return acks
  }

  /** `awaits` never falls along the queue, so what is due stands in front. */
  #takeDue(): Receipt[] {
    let due = 0
    while (due < this.#owed.length && this.#owed[due]!.awaits <= this.#durable) due++
    return this.#owed.splice(0, due)
  }

  /** However often somebody asks, one answer waits for them. */
  #dropAnswer(connection: Connection): void {
    const isOther = (receipt: Receipt) => receipt.connection !== connection || receipt.type !== 'answer'
    if (!this.#owed.every(isOther)) this.#owed = this.#owed.filter(isOther)
  }

  drop(connection: Connection): void {
    this.#owed = this.#owed.filter((receipt) => receipt.connection !== connection)
  }
}
