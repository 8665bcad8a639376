import type { Clock } from '#server/ports/clock.ts'
import type { Connection } from './connection.ts'
import type { DocumentSync } from './document-sync.ts'

interface SlowReadersDeps {
  sync: DocumentSync
  clock: Clock
  /** A reader took what waited for it, and is to be given what it missed. */
  onCaughtUp: (connection: Connection) => void
  /** A reader that cannot keep up at all. */
  onTooSlow: (connection: Connection) => void
}

/** What one write to everybody holds that a slow reader may have to miss. */
interface Missable {
  /** A durable change of the document. */
  update: Uint8Array | null
  presence: boolean
}

/** Short enough that nobody notices, long enough to cost nothing. */
const LOOK_EVERY_MS = 100

/**
 * The readers of one room that do not keep up: presence is dropped first, then the document's changes, to be made good
 * by one fresh answer instead of a backlog, and who takes nothing at all is closed. Invariants (cited by the tests):
 * 1. Nothing waits for a slow reader but a state vector: what it missed is in the document.
 * 2. Who missed something is told as soon as the queue is short again, however quiet the room has become.
 * 3. While nobody is slow no timer runs, and a tick costs one comparison per connection.
 */
export class SlowReaders {
  readonly #deps: SlowReadersDeps
  readonly #slow = new Set<Connection>()
  #cancelLook: (() => void) | null = null

  constructor(deps: SlowReadersDeps) {
    this.#deps = deps
  }

  /** Decides what a reader whose queue is long misses of one write. */
  spare(connection: Connection, { update, presence }: Missable): void {
    const { sync } = this.#deps
    const isOverfull = this.#judge(connection) === 'overfull'
    if (isOverfull && update && connection.isLive) connection.fallBehind(sync.stateVectorBefore(update))
    if (presence) connection.missPresence()
  }

  /** A reader whose queue is long asks for the document. */
  owe(connection: Connection, stateVector: Uint8Array): void {
    connection.fallBehind(stateVector)
    this.#judge(connection)
  }

  /** The connection is gone. */
  forget(connection: Connection): void {
    this.#slow.delete(connection)
    if (this.#slow.size > 0) return
    this.#cancelLook?.()
    this.#cancelLook = null
  }

  #judge(connection: Connection): ReturnType<Connection['paceAt']> {
    const { clock, onTooSlow } = this.#deps
    this.#slow.add(connection)
    this.#cancelLook ??= clock.after(LOOK_EVERY_MS, () => this.#look())
    const pace = connection.paceAt(clock.now())
    if (pace === 'hopeless') onTooSlow(connection)
    return pace
  }

  #look(): void {
    this.#cancelLook = null
    for (const connection of [...this.#slow]) {
      if (!connection.keepsUp) this.#judge(connection)
      else {
        this.forget(connection)
        this.#deps.onCaughtUp(connection)
      }
    }
  }
}
