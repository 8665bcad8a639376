import type { ErrorCode } from '#shared/errors/catalogue.ts'
import type { FacilitationState } from '#shared/facilitation/state.ts'
import { changedTopics, partOf, viewClassOf, viewOf } from '#shared/facilitation/view.ts'
import { facilitationFrame } from '#shared/protocol/facilitation-frame.ts'
import type { DownMessage, Person } from '#shared/protocol/facilitation-messages.ts'
import { syncFrame } from '#shared/protocol/frames.ts'
import type { Clock } from '#server/ports/clock.ts'
import type { DocumentId } from '#server/ports/update-log.ts'
import { AnswerBundles } from './answer-bundles.ts'
import { Bundle } from './bundle.ts'
import type { CommitTicker, TickedRoom } from './commit-ticker.ts'
import type { Connection } from './connection.ts'
import type { DocumentSync } from './document-sync.ts'
import type { RoomMetrics } from './metrics.ts'
import type { Presence } from './presence.ts'
import type { Receipts } from './receipts.ts'
import type { AsideChange } from './set-aside.ts'
import { SlowReaders } from './slow-readers.ts'
import { TickBundles } from './tick-bundles.ts'
import type { Batch } from './uncommitted.ts'

interface OutletDeps {
  /** The document that is sent: a room's, or a silent draft. */
  groupId: DocumentId
  sync: DocumentSync
  presence: Presence
  receipts: Receipts
  connections: ReadonlySet<Connection>
  ticker: CommitTicker
  clock: Clock
  /** Every how many ticks presence is sent. */
  presenceEveryTicks: number
  /** A batch of this many bytes went into the log. */
  onStored: (bytes: number) => void
  /** Something was put aside for somebody, durably. */
  onAside?: (changes: readonly AsideChange[]) => void
  metrics: RoomMetrics
  /** Ends a connection for a reason. */
  end: (connection: Connection, code: ErrorCode) => void
  /** The room cannot go on; called any number of times. */
  onBroken: (cause: Error) => void
}

/**
 * What leaves a room: per tick one bundle for everybody, framed once and written once to each socket. Invariants
 * (cited by the tests):
 * 1. Document changes go out after their commit, in order, to every live connection, their author included; who was too
 *    slow for some gets one answer instead.
 * 2. Presence, people and document share a write where they fall into the same tick.
 * 3. Somebody's document answer goes out before the changes that come after it.
 */
export class Outlet implements TickedRoom {
  readonly groupId: DocumentId
  readonly #deps: OutletDeps
  #ticks: number
  #joined: Person[] = []
  #left: number[] = []
  #presenceDue = false
  readonly #answers = new AnswerBundles()
  readonly #slow: SlowReaders

  constructor(deps: OutletDeps) {
    this.groupId = deps.groupId
    this.#deps = deps
    this.#slow = new SlowReaders({
      ...deps,
      onCaughtUp: (connection) => this.#makeGood(connection),
      onTooSlow: (connection) => deps.end(connection, 'too_slow'),
    })
    // Presence is never everybody's at once
    this.#ticks = parseInt(deps.groupId.slice(-4), 16) || 0
  }

  wake(): void {
    this.#deps.ticker.wake(this)
  }

  /** A facilitation message to one connection, now. */
  tell(connection: Connection, message: DownMessage): void {
    connection.sendMessage(facilitationFrame(message))
  }

  /** What an event changed, to everybody who sees something of it, now: one frame for each class of viewers. */
  tellChange(before: FacilitationState, after: FacilitationState): void {
    const topics = changedTopics(before, after)
    const serverTime = this.#deps.clock.now()
    const bundles = new Map<string, Bundle>()
    for (const connection of this.#deps.connections) {
      const { viewer } = connection
      const viewClass = viewClassOf(after, viewer)
      let bundle = bundles.get(viewClass)
      if (!bundle) {
        const state = partOf(viewOf(after, viewer), topics)
        bundle = new Bundle([facilitationFrame({ type: 'changed', serverTime, state })])
        bundles.set(viewClass, bundle)
      }
      connection.send(bundle)
    }
  }

  /** A facilitation message to everybody, now. Only for what everybody may know. */
  tellAll(message: DownMessage): void {
    const bundle = new Bundle([facilitationFrame(message)])
    for (const connection of this.#deps.connections) connection.send(bundle)
  }

  /**
   * Hands over the document to a replica with this state vector, as soon as all that it is shown is durable; to a slow
   * reader once it has caught up. False when the state vector cannot be read.
   */
  answer(connection: Connection, stateVector: Uint8Array): boolean {
    if (!connection.keepsUp) {
      this.#slow.owe(connection, stateVector)
      return true
    }
    const { sync, receipts, ticker } = this.#deps
    const parts = sync.answer(stateVector)
    if (!parts) return false
    connection.takeUp()
    const [first, ...since] = parts
    const bundles = [
      this.#answers.bundleOf(first!, connection.inflates),
      new Bundle(since.map((part) => syncFrame('update', part))),
    ]
    // Nobody is shown what a crash could take back; only while nothing can be stored at all, people still get in.
    receipts.answer(connection, bundles, ticker.isWritable ? sync.changes : 0)
    return true
  }

  personChanged(person: Person): void {
    this.#left = this.#left.filter((clientId) => clientId !== person.clientId)
    this.#joined = [...this.#joined.filter(({ clientId }) => clientId !== person.clientId), person]
    this.wake()
  }

  /** The connection is gone, whoever speaks under its client id. */
  forget(connection: Connection): void {
    this.#deps.receipts.drop(connection)
    this.#slow.forget(connection)
  }

  personLeft(clientId: number): void {
    this.#joined = this.#joined.filter((person) => person.clientId !== clientId)
    this.#left.push(clientId)
    this.wake()
  }

  get needsTick(): boolean {
    const { sync, presence, receipts } = this.#deps
    return (
      sync.isDirty || presence.hasChanges || receipts.isDue || this.#joined.length + this.#left.length > 0
    )
  }

  get isDirty(): boolean {
    return this.#deps.sync.isDirty
  }

  takeBatch(): Batch | null {
    return this.#deps.sync.takeBatch()
  }

  tick(): void {
    if (++this.#ticks % this.#deps.presenceEveryTicks === 0) this.#presenceDue = true
  }

  committed(batch: Batch): void {
    this.#deps.receipts.reached(batch)
    this.#send(batch.update)
    this.#deps.onStored(batch.update.length)
    if (batch.aside.length > 0) this.#deps.onAside?.(batch.aside)
  }

  flush(): void {
    this.#send(null)
  }

  broke(cause: Error): void {
    this.#deps.onBroken(cause)
  }

  #send(update: Uint8Array | null): void {
    // Documents first: whoever is answered now is live for what follows
    const acks = this.#deps.receipts.handOut()
    const people = this.#takePeople()
    const presence = this.#presenceDue ? this.#deps.presence.takeChanges() : null
    this.#presenceDue = false
    const document = update === null ? null : syncFrame('update', update)
    const parts = new TickBundles(document, people, presence)
    if (parts.isEmpty && acks.size === 0) return
    const missable = { update, presence: presence !== null }
    for (const connection of this.#deps.connections) {
      const { keepsUp } = connection
      if (!keepsUp) this.#slow.spare(connection, missable)
      const bundle = parts.bundleFor(connection.isLive, keepsUp || presence === null)
      const ack = acks.get(connection)
      connection.send(ack ? bundle.following(ack) : bundle)
    }
  }

  /** A slow reader has caught up: one answer with all that it was not sent. */
  #makeGood(connection: Connection): void {
    const { presence, metrics, end } = this.#deps
    const missedPresence = connection.relieve()
    const knows = connection.takeUp()
    if (knows) {
      metrics.readersResynced++
      if (!this.answer(connection, knows)) end(connection, 'frame_invalid')
    }
    const everybody = missedPresence ? presence.snapshot() : null
    if (everybody) connection.sendMessage(everybody)
  }

  #takePeople(): Uint8Array | null {
    if (this.#joined.length + this.#left.length === 0) return null
    const message = facilitationFrame({ type: 'people', joined: this.#joined, left: this.#left })
    this.#joined = []
    this.#left = []
    return message
  }
}
