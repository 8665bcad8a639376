import * as Y from 'yjs'
import type { DraftId } from '#shared/base/ids.ts'
import { countDrafted } from '#shared/document/draft-cards.ts'
import type { ErrorCode } from '#shared/errors/catalogue.ts'
import { syncFrame } from '#shared/protocol/frames.ts'
import type { Clock } from '#server/ports/clock.ts'
import type { Logger } from '#server/ports/logger.ts'
import type { StoredDocument } from '#server/ports/update-log.ts'
import { Bundle } from '#server/rooms/bundle.ts'
import type { CommitTicker } from '#server/rooms/commit-ticker.ts'
import type { Connection } from '#server/rooms/connection.ts'
import { DocumentSync } from '#server/rooms/document-sync.ts'
import { letIn, type Reader } from '#server/rooms/intake.ts'
import type { RoomMetrics } from '#server/rooms/metrics.ts'
import { Outlet } from '#server/rooms/outlet.ts'
import { Presence } from '#server/rooms/presence.ts'
import { Receipts } from '#server/rooms/receipts.ts'
import type { Turns } from '#server/rooms/turns.ts'
import { DraftInbox } from './draft-inbox.ts'

interface DraftDeps {
  id: DraftId
  ticker: CommitTicker
  clock: Clock
  logger: Logger
  metrics: RoomMetrics
  turns: Pick<Turns, 'take'>
  /** Whether its step is being revealed at this moment. */
  isFrozen: () => boolean
  /** The number of cards may have changed, durably. */
  onStored: (draft: Draft) => void
  /** The last of its writer's connections left. */
  onEmpty: (draft: Draft) => void
  /** It cannot go on; called any number of times. */
  onBroken: (draft: Draft, cause: Error) => void
}

/** Nobody sees presence in a draft: its writer is alone with it. */
const NEVER = Number.MAX_SAFE_INTEGER

/**
 * What one member writes for themselves in one step, live: their devices, and nobody else's. Invariants (cited by the
 * tests):
 * 1. Only connections of its writer are ever in it.
 * 2. What is acknowledged is durable, as in a room: it is made of the same parts.
 * 3. While it is frozen nothing is taken, so that what is revealed is what is removed.
 */
export class Draft {
  readonly id: DraftId
  readonly sync: DocumentSync
  readonly outlet: Outlet
  /** What was in it lies open. */
  isDropped = false
  readonly #deps: DraftDeps
  readonly #reader: Reader = {
    read: (connection, bytes) => this.#read(connection, bytes),
    end: (connection, code) => this.end(connection, code),
  }
  readonly #connections = new Set<Connection>()
  readonly #receipts: Receipts
  readonly #inbox: DraftInbox
  #storedBytes: number

  private constructor(deps: DraftDeps, sync: DocumentSync, storedBytes: number) {
    this.id = deps.id
    this.sync = sync
    this.#deps = deps
    this.#storedBytes = storedBytes
    this.#receipts = new Receipts(deps.clock, deps.metrics)
    const parts = { ...deps, sync, receipts: this.#receipts }
    this.outlet = new Outlet({
      ...parts,
      groupId: deps.id,
      connections: this.#connections,
      presence: new Presence(),
      presenceEveryTicks: NEVER,
      onStored: (bytes) => this.#stored(bytes),
      end: (connection, code) => this.end(connection, code),
      onBroken: (cause) => deps.onBroken(this, cause),
    })
    this.#inbox = new DraftInbox({
      ...parts,
      outlet: this.outlet,
      storedBytes: () => this.#storedBytes,
    })
  }

  /** @throws Error when what is stored cannot be read completely */
  static async open(stored: StoredDocument, deps: DraftDeps): Promise<Draft> {
    let opened: Draft | null = null
    const sync = await DocumentSync.open(stored, {
      onRemoval: () => undefined,
      onBroken: (cause) => opened && deps.onBroken(opened, cause),
    })
    opened = new Draft(deps, sync, stored.bytesSinceSnapshot)
    return opened
  }

  get connections(): ReadonlySet<Connection> {
    return this.#connections
  }

  get isClean(): boolean {
    return !this.sync.isDirty && this.#receipts.isEmpty
  }

  get cardCount(): number {
    return countDrafted(this.sync.roots)
  }

  add(connection: Connection): void {
    connection.send(new Bundle([syncFrame('step1', Y.encodeStateVector(this.sync.doc))]))
    this.#connections.add(connection)
  }

  receive(connection: Connection, bytes: Uint8Array): void {
    letIn(connection, bytes, this.#deps, this.#reader)
  }

  /** What goes wrong is logged without a word of what was written. */
  #read(connection: Connection, bytes: Uint8Array): ErrorCode | null {
    try {
      return this.#inbox.receive(connection, bytes)
    } catch (error) {
      const { name } = error as Error
      this.#deps.logger.error({ error: name, draft: this.id }, 'a frame broke a draft')
      return 'internal'
    }
  }

  end(connection: Connection, code: ErrorCode): void {
    this.#deps.metrics.refused(code)
    connection.close(code)
    this.remove(connection)
  }

  endAll(code: ErrorCode): void {
    for (const connection of [...this.#connections]) this.end(connection, code)
  }

  /** The peer is gone. Idempotent. */
  remove(connection: Connection): void {
    if (!this.#connections.delete(connection)) return
    connection.close(null)
    this.outlet.forget(connection)
    if (this.#connections.size === 0) this.#deps.onEmpty(this)
  }

  #stored(bytes: number): void {
    this.#storedBytes += bytes
    this.#deps.onStored(this)
  }
}
