import type { GroupId } from '#shared/base/ids.ts'
import { facilitationFrame } from '#shared/protocol/facilitation-frame.ts'
import type { DownMessage, Person } from '#shared/protocol/facilitation-messages.ts'
import { syncFrame } from '#shared/protocol/frames.ts'
import type { Clock } from '#server/ports/clock.ts'
import { Bundle } from './bundle.ts'
import type { CommitTicker, TickedRoom } from './commit-ticker.ts'
import type { Connection } from './connection.ts'
import type { Batch, DocumentSync } from './document-sync.ts'
import type { Presence } from './presence.ts'
import type { Receipts } from './receipts.ts'
import { TickBundles } from './tick-bundles.ts'

export interface OutletDeps {
  groupId: GroupId
  sync: DocumentSync
  presence: Presence
  receipts: Receipts
  connections: ReadonlySet<Connection>
  ticker: CommitTicker
  clock: Clock
  /** Every how many ticks presence is sent. */
  presenceEveryTicks: number
  /** A batch of this many bytes went into the log. */
  onStored: (groupId: GroupId, bytes: number) => void
  /** A reader that cannot keep up. */
  onTooSlow: (connection: Connection) => void
}

/**
 * What leaves a room: per tick one bundle for everybody, framed once and written once to each socket. Invariants
 * (cited by the tests):
 * 1. Document changes go out after their commit, in order, to every live connection, their author included.
 * 2. Presence, people and document share a write where they fall into the same tick.
 * 3. Somebody's document answer goes out before the changes that come after it.
 */
export class Outlet implements TickedRoom {
  readonly groupId: GroupId
  readonly #deps: OutletDeps
  /** Rooms take turns with presence, so that a tick is never everybody's. */
  readonly #turn: number
  #joined: Person[] = []
  #left: number[] = []
  #presenceDue = false

  constructor(deps: OutletDeps) {
    this.groupId = deps.groupId
    this.#deps = deps
    this.#turn = parseInt(deps.groupId.slice(-4), 16) || 0
  }

  wake(): void {
    this.#deps.ticker.wake(this)
  }

  /** A facilitation message to one connection, now. */
  tell(connection: Connection, message: DownMessage): void {
    connection.sendMessage(facilitationFrame(message))
  }

  /** A facilitation message to everybody, now. */
  tellAll(message: DownMessage): void {
    const bundle = new Bundle([facilitationFrame(message)])
    for (const connection of this.#deps.connections) connection.send(bundle)
  }

  personChanged(person: Person): void {
    this.#left = this.#left.filter((clientId) => clientId !== person.clientId)
    this.#joined = [...this.#joined.filter(({ clientId }) => clientId !== person.clientId), person]
    this.wake()
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

  takeBatch(): Batch | null {
    return this.#deps.sync.takeBatch()
  }

  tick(tick: number): void {
    if ((tick + this.#turn) % this.#deps.presenceEveryTicks === 0) this.#presenceDue = true
  }

  committed(batch: Batch): void {
    this.#deps.receipts.reached(batch.upTo)
    this.#send(syncFrame('update', batch.update))
    this.#deps.onStored(this.groupId, batch.update.length)
  }

  flush(): void {
    this.#send(null)
  }

  #send(document: Uint8Array | null): void {
    // Documents first: whoever is answered now is live for what follows
    const acks = this.#deps.receipts.handOut()
    const people = this.#takePeople()
    const presence = this.#presenceDue ? this.#deps.presence.takeChanges() : null
    this.#presenceDue = false
    const parts = new TickBundles(document, people, presence)
    if (parts.isEmpty && acks.size === 0) return
    const nowMs = this.#deps.clock.now()
    for (const connection of [...this.#deps.connections]) {
      if (connection.isTooSlow(nowMs)) {
        this.#deps.onTooSlow(connection)
        continue
      }
      const takesPresence = presence === null || connection.takesPresence
      const bundle = parts.bundleFor(connection.isLive, takesPresence)
      const ack = acks.get(connection)
      connection.send(ack ? bundle.following(ack) : bundle)
      if (presence && connection.takePresenceDebt()) this.#payPresenceDebt(connection)
    }
  }

  #payPresenceDebt(connection: Connection): void {
    const everybody = this.#deps.presence.snapshot()
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
