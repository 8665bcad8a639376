import * as Y from 'yjs'
import { ASIDE } from '#shared/base/draft-id.ts'
import type { GroupId, MemberId } from '#shared/base/ids.ts'
import type { ErrorCode } from '#shared/errors/catalogue.ts'
import { viewOf } from '#shared/facilitation/view.ts'
import { facilitationFrame } from '#shared/protocol/facilitation-frame.ts'
import type { DownMessage } from '#shared/protocol/facilitation-messages.ts'
import { syncFrame } from '#shared/protocol/frames.ts'
import { isWaitedFor } from '#shared/workshop/roles.ts'
import type { Clock } from '#server/ports/clock.ts'
import type { Logger } from '#server/ports/logger.ts'
import type { ClientBinding } from '#server/ports/update-log.ts'
import { mayInRoom, type Admitted } from './admitted.ts'
import { Bundle } from './bundle.ts'
import type { CommitTicker } from './commit-ticker.ts'
import type { Connection } from './connection.ts'
import type { Closed, DocumentSync } from './document-sync.ts'
import type { FaultyWriters } from './faulty-writers.ts'
import type { Facilitator } from './facilitator.ts'
import { Inbox } from './inbox.ts'
import { letIn, type Reader } from './intake.ts'
import type { RoomMetrics } from './metrics.ts'
import { Outlet } from './outlet.ts'
import { Presence } from './presence.ts'
import { Receipts } from './receipts.ts'
import type { RoomSecrets } from './room-secrets.ts'
import type { AsideChange } from './set-aside.ts'
import type { RoomOnScreen } from './room-service.ts'
import { Told } from './told.ts'
import type { CommitHeard } from './rooms-deps.ts'
import type { Turns } from './turns.ts'

export interface RoomDeps {
  groupId: GroupId
  sync: DocumentSync
  facilitator: Facilitator
  ticker: CommitTicker
  clock: Clock
  logger: Logger
  metrics: RoomMetrics
  presenceEveryTicks: number
  onStored: (groupId: GroupId, bytes: number) => void
  onCommitted?: CommitHeard
  faultyWriters: FaultyWriters
  turns: Turns
  /** Tells somebody who came in of what is hidden. */
  onEntered: (memberId: MemberId, tell: (message: DownMessage) => void) => Promise<void>
  /** Puts a ballot into its box. */
  cast: RoomSecrets['cast']
  /** Shows somebody's own devices what was put aside for them. */
  putAside: RoomSecrets['putAside']
  /** Makes a claim on a client id durable and answers whose it is. */
  claim: (binding: ClientBinding) => Promise<MemberId>
  /** Called when the last connection left. */
  onEmpty: () => void
  /** Called when the room cannot go on, any number of times. */
  onBroken: (cause: Error) => void
}

/**
 * One live room: who is in it and how people come and go. What they send is the inbox's, what they get the outlet's
 * matter; content, rights and commands are decided by `DocumentSync`, `may` and `Facilitator`.
 */
export class Room {
  readonly groupId: GroupId
  readonly sync: DocumentSync
  readonly facilitator: Facilitator
  readonly outlet: Outlet
  isGivenUp = false
  readonly #deps: RoomDeps
  readonly #reader: Reader = {
    read: (connection, bytes) => this.#read(connection, bytes),
    end: (connection, code) => this.end(connection, code),
  }
  readonly #connections = new Set<Connection>()
  readonly #presence = new Presence()
  readonly #receipts: Receipts
  readonly #inbox: Inbox
  readonly #told = new Told()
  /** Of the document, since the room was loaded. */
  #commits = 0

  constructor(deps: RoomDeps) {
    this.groupId = deps.groupId
    this.sync = deps.sync
    this.facilitator = deps.facilitator
    this.#deps = deps
    this.#receipts = new Receipts(deps.clock, deps.metrics)
    const parts = {
      ...deps,
      presence: this.#presence,
      receipts: this.#receipts,
      connections: this.#connections,
    }
    this.outlet = new Outlet({
      ...parts,
      onStored: (bytes) => {
        this.#commits++
        deps.onStored(deps.groupId, bytes)
        deps.onCommitted?.(deps.groupId, deps.sync.roots)
      },
      onAside: (changes) => void this.#tellOfAside(changes),
      end: (connection, code) => this.end(connection, code),
    })
    this.#inbox = new Inbox({ ...parts, outlet: this.outlet })
  }

  get connections(): ReadonlySet<Connection> {
    return this.#connections
  }

  /** Members with at least one open connection. */
  get onlineCount(): number {
    return new Set(Array.from(this.#connections, ({ admitted }) => admitted.member.id)).size
  }

  onScreen(): RoomOnScreen {
    const { state } = this.facilitator
    const present = [...this.#connections].map(({ admitted }) => admitted.member)
    const ids = new Set(present.filter(({ role }) => isWaitedFor(role)).map(({ id }) => id))
    return {
      state,
      finished: { done: state.finished.who.filter((id) => ids.has(id)).length, count: ids.size },
      told: this.#told,
      // The client id is another one whenever the room is loaded
      stored: `${this.sync.doc.clientID}.${this.#commits}`,
    }
  }

  /** A message to everybody, now. Only what everybody may know. */
  tell(message: DownMessage): void {
    this.#told.note(message)
    this.outlet.tellAll(message)
  }

  connectionsOf(memberId: MemberId): Connection[] {
    return [...this.#connections].filter(({ admitted }) => admitted.member.id === memberId)
  }

  /** Whether nothing waits for storage. */
  get isClean(): boolean {
    return !this.sync.isDirty && this.#receipts.isEmpty
  }

  add(connection: Connection): void {
    const welcome: DownMessage = {
      type: 'welcome',
      serverTime: this.#deps.clock.now(),
      generation: connection.admitted.group.generation,
      me: connection.person,
      state: viewOf(this.facilitator.state, connection.viewer),
      people: [...this.#connections].flatMap((other) => (other.clientId === null ? [] : other.person)),
    }
    const presence = this.#presence.snapshot()
    const step1 = syncFrame('step1', Y.encodeStateVector(this.sync.doc))
    connection.send(new Bundle([facilitationFrame(welcome), step1, ...(presence ? [presence] : [])]))
    if (!this.#deps.ticker.isWritable) this.outlet.tell(connection, { type: 'storage', writable: false })
    this.#connections.add(connection)
    this.#deps.metrics.entered(connection.admitted.member.id)
    if (connection.clientId !== null) this.outlet.personChanged(connection.person)
    void this.#tellOfHidden(connection)
  }

  async #tellOfHidden(connection: Connection): Promise<void> {
    const { onEntered, logger } = this.#deps
    const tell = (message: DownMessage) => {
      this.#told.note(message)
      this.outlet.tell(connection, message)
    }
    try {
      await onEntered(connection.admitted.member.id, tell)
    } catch (error) {
      const fields = { error: (error as Error).name, groupId: this.groupId }
      logger.error(fields, 'somebody who came in could not be told of what is hidden')
    }
  }

  /** To the devices of those it was put aside for, and nobody else. */
  async #tellOfAside(changes: readonly AsideChange[]): Promise<void> {
    for (const change of changes) {
      try {
        await this.#deps.putAside(change)
      } catch (error) {
        const fields = { error: (error as Error).name, groupId: this.groupId }
        this.#deps.logger.error(fields, 'somebody could not be shown what was put aside for them')
      }
      for (const connection of this.connectionsOf(change.writer))
        this.outlet.tell(connection, { type: 'drafts', stepId: ASIDE, cards: 1 })
    }
  }

  /** Why a member may not change the document now; null when they may. */
  reasonNotToWrite(admitted: Admitted): ErrorCode | null {
    return this.#inbox.reasonNotToWrite(admitted)
  }

  /** What else a member may not change now. */
  closedTo(admitted: Admitted): Closed {
    return this.#inbox.closedTo(admitted)
  }

  receive(connection: Connection, bytes: Uint8Array): void {
    letIn(connection, bytes, this.#deps, this.#reader)
  }

  /** A broken invariant ends the connection that found it and leaves the room alive. */
  #read(connection: Connection, bytes: Uint8Array): ErrorCode | null {
    try {
      return this.#inbox.receive(connection, bytes)
    } catch (error) {
      const memberId = connection.admitted.member.id
      this.#deps.logger.error(
        { err: error as Error, groupId: this.groupId, memberId },
        'a frame broke an invariant',
      )
      return 'internal'
    }
  }

  /** Sends everybody away for a reason of the catalogue. */
  endAll(code: ErrorCode): void {
    for (const connection of [...this.#connections]) this.end(connection, code)
  }

  /** Role, name or groups changed. Those who may no longer read are closed. */
  readmit(connection: Connection, admitted: Admitted | null): void {
    if (!admitted || !mayInRoom(admitted, 'room.read', false)) {
      this.end(connection, 'membership_ended')
      return
    }
    connection.readmit(admitted)
    const state = viewOf(this.facilitator.state, connection.viewer)
    this.outlet.tell(connection, { type: 'changed', serverTime: this.#deps.clock.now(), state })
    if (connection.clientId !== null) this.outlet.personChanged(connection.person)
  }

  end(connection: Connection, code: ErrorCode): void {
    this.#deps.metrics.refused(code)
    connection.close(code)
    this.remove(connection)
  }

  /** The room broke or is removed: nothing is promised, told or taken any more. */
  giveUp(code: ErrorCode = 'room_unavailable'): void {
    this.isGivenUp = true
    for (const connection of [...this.#connections]) this.end(connection, code)
  }

  /** The peer is gone. Idempotent. */
  remove(connection: Connection): void {
    if (!this.#connections.delete(connection)) return
    connection.close(null)
    this.#deps.metrics.left(connection.admitted.member.id)
    this.outlet.forget(connection)
    const { clientId } = connection
    const stillHere = [...this.#connections].some((other) => other.clientId === clientId)
    if (clientId !== null && !stillHere) {
      this.#presence.leave(clientId)
      this.outlet.personLeft(clientId)
    }
    if (this.#connections.size === 0) this.#deps.onEmpty()
  }
}
