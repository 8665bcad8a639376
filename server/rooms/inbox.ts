import type { GroupId, MemberId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import { refused, unreachable } from '#shared/base/result.ts'
import { encodeAck } from '#shared/protocol/ack-codec.ts'
import type { ErrorCode } from '#shared/errors/catalogue.ts'
import { isLockedAt } from '#shared/facilitation/lock/locked-at.ts'
import { lockedPagesAt } from '#shared/facilitation/page-locks/locked.ts'
import { modesAt } from '#shared/facilitation/step/modes.ts'
import { commandAction } from '#shared/workshop/command-rights.ts'
import { hearUpMessage, type UpMessage } from '#shared/protocol/facilitation-messages.ts'
import { readClientFrame } from '#shared/protocol/frames.ts'
import type { Clock } from '#server/ports/clock.ts'
import type { Logger } from '#server/ports/logger.ts'
import type { ClientBinding } from '#server/ports/update-log.ts'
import { StorageError } from '#server/base/storage-error.ts'
import { authorOf, mayInRoom, mayOnPage, type Admitted } from './admitted.ts'
import type { CommitTicker } from './commit-ticker.ts'
import type { Connection } from './connection.ts'
import type { Closed, DocumentSync } from './document-sync.ts'
import type { FaultyWriters } from './faulty-writers.ts'
import type { Facilitator } from './facilitator.ts'
import type { RoomMetrics } from './metrics.ts'
import type { Outlet } from './outlet.ts'
import { firstClientOf, type Presence } from './presence.ts'
import type { RoomSecrets } from './room-secrets.ts'
import type { Receipts } from './receipts.ts'
import { SetAside } from './set-aside.ts'
import type { TakenWords } from './taken-words.ts'

interface InboxDeps {
  groupId: GroupId
  sync: DocumentSync
  presence: Presence
  receipts: Receipts
  outlet: Outlet
  facilitator: Facilitator
  ticker: CommitTicker
  connections: ReadonlySet<Connection>
  clock: Clock
  logger: Logger
  metrics: RoomMetrics
  faultyWriters: FaultyWriters
  /** Puts a ballot into its box. */
  cast: RoomSecrets['cast']
  claim: (binding: ClientBinding) => Promise<MemberId>
}

/**
 * What comes into a room, one frame at a time. Invariants (cited by the tests):
 * 1. A refused update changes nothing, and its sender is told which frame it was.
 * 2. Bytes that are no frame end their connection and touch nobody else's.
 * 3. Rights are looked up at each frame, so a change of role or lock counts from the next one on.
 * 4. Identity comes from the server: what a connection claims about itself is never passed on.
 */
export class Inbox {
  readonly #deps: InboxDeps
  readonly #aside: SetAside

  constructor(deps: InboxDeps) {
    this.#deps = deps
    this.#aside = new SetAside(deps.groupId, deps.sync.roots)
  }

  /** Answers why the connection has to end, or null. */
  receive(connection: Connection, bytes: Uint8Array): ErrorCode | null {
    const frame = readClientFrame(bytes)
    switch (frame?.type) {
      case 'update':
        return this.#receiveUpdate(connection, frame.update)
      case 'awareness':
        return this.#receiveAwareness(connection, frame.update)
      case 'step1':
        return this.#receiveStep1(connection, frame.stateVector)
      case 'queryAwareness':
        return this.#sendPresence(connection)
      case 'facilitation':
        return this.#receiveFacilitation(connection, frame.json)
      case 'ignored':
        return null
      case undefined:
        return 'frame_invalid'
    }
  }

  #receiveUpdate(connection: Connection, update: Uint8Array): null {
    const frame = ++connection.framesReceived
    const { sync, receipts, outlet, metrics } = this.#deps
    const { admitted } = connection
    const answer = this.#deps.faultyWriters.refuses(admitted.group.id, admitted.member.id)
      ? refused('update_malformed' as const)
      : sync.submit(update, authorOf(admitted), this.reasonNotToWrite(admitted), this.closedTo(admitted))
    if (answer.ok) {
      receipts.expectAck(connection, frame, answer.value.awaits)
      this.#putAside(admitted, answer.value.taken)
      outlet.wake()
      if (answer.value.tooMany > 0) this.#tellOfCorrection(connection, 'page_full')
      if (answer.value.wasLocked) this.#tellOfCorrection(connection, 'thing_locked')
      if (answer.value.wasReleased) this.#tellOfCorrection(connection, 'release_withdrawn')
    } else {
      metrics.refused(answer.refusal)
      connection.sendMessage(encodeAck({ type: 'refused', frame, code: answer.refusal }))
    }
    return null
  }

  /** In the same breath as the change was taken, so that both are in one commit. */
  #putAside({ member }: Admitted, taken: readonly TakenWords[]): void {
    if (taken.length === 0) return
    const change = this.#aside.put(member.id, taken, this.#deps.clock.now())
    if (change) this.#deps.sync.setAside(change)
  }

  #tellOfCorrection(connection: Connection, code: 'page_full' | 'thing_locked' | 'release_withdrawn'): void {
    this.#deps.metrics.refused(code)
    this.#deps.outlet.tell(connection, { type: 'corrected', code })
  }

  /**
   * Why this member may not change the document now; null when they may. What passes goes first: it is no reason to give
   * up a comment of somebody who may never write.
   */
  reasonNotToWrite(admitted: Admitted): ErrorCode | null {
    const { facilitator, clock, ticker } = this.#deps
    const isMuted = facilitator.state.muted.includes(admitted.member.id)
    const isLocked = isMuted || isLockedAt(facilitator.state, clock.now())
    if (isLocked && !mayInRoom(admitted, 'room.comment', true))
      return isMuted ? 'member_muted' : 'room_locked'
    if (!ticker.isWritable) return 'storage_unavailable'
    return mayInRoom(admitted, 'room.write', isLocked) ? null : 'write_not_allowed'
  }

  /** What this member may not do now on pages where a step runs, and whether commenting is open to who may not write. */
  closedTo(admitted: Admitted): Closed {
    const { facilitator, clock } = this.#deps
    const { step, pageLocks } = facilitator.state
    const locked = lockedPagesAt(pageLocks, clock.now()).map((page) => [page, 'locked'] as const)
    const modes = [...modesAt(step, clock.now()), ...locked]
    const closedTo = (action: 'page.write' | 'page.comment') =>
      new Set(modes.flatMap(([page, mode]) => (mayOnPage(admitted, action, mode) ? [] : page)))
    const mayComment =
      this.reasonNotToWrite(admitted) === 'write_not_allowed' && mayInRoom(admitted, 'room.comment', false)
    return { writing: closedTo('page.write'), comments: closedTo('page.comment'), mayComment }
  }

  #receiveAwareness(connection: Connection, update: Uint8Array): ErrorCode | null {
    const { presence, outlet } = this.#deps
    if (!connection.mayAppear) return null
    const { clientId } = connection
    if (clientId === null) {
      void this.#claimClient(connection, update.slice(0, limits.maxPresenceBytes))
      return null
    }
    if (!presence.accept(clientId, update)) return 'frame_invalid'
    if (presence.hasChanges) outlet.wake()
    return null
  }

  /**
   * A stock client says who it is by its first awareness message; an id that is somebody else's is not taken. Others
   * learn of the id once it is the member's for ever: known and not stored, it would be anybody's after a restart.
   */
  async #claimClient(connection: Connection, update: Uint8Array): Promise<void> {
    const { sync, outlet, logger } = this.#deps
    const { member, group } = connection.admitted
    const client = firstClientOf(update)
    if (client === null || connection.isClaiming || this.#isInUse(client)) return
    connection.isClaiming = true
    try {
      const known = sync.bindings.holderOf(client)
      const holder =
        known ?? (await this.#deps.claim({ groupId: group.id, clientId: client, memberId: member.id }))
      sync.bindings.bind(client, holder)
      if (holder !== member.id || !connection.isOpen || this.#isInUse(client)) return
      connection.clientId = client
      outlet.personChanged(connection.person)
      this.#receiveAwareness(connection, update)
    } catch (error) {
      logger.error({ err: error as Error, groupId: group.id }, 'a client id could not be claimed')
    } finally {
      connection.isClaiming = false
    }
  }

  #isInUse(client: number): boolean {
    return [...this.#deps.connections].some((other) => other.clientId === client)
  }

  #receiveStep1(connection: Connection, stateVector: Uint8Array): ErrorCode | null {
    return this.#deps.outlet.answer(connection, stateVector) ? null : 'frame_invalid'
  }

  #sendPresence(connection: Connection): null {
    const everybody = this.#deps.presence.snapshot()
    if (everybody) connection.sendMessage(everybody)
    return null
  }

  #receiveFacilitation(connection: Connection, json: string): ErrorCode | null {
    const heard = hearUpMessage(json)
    switch (heard?.type) {
      case 'understood':
        this.#answer(connection, heard.message)
        return null
      case 'notUnderstood':
        this.#refuse(connection, heard.id, heard.code)
        return null
      case 'ignored':
        return null
      case undefined:
        return 'frame_invalid'
    }
  }

  #answer(connection: Connection, message: UpMessage): void {
    switch (message.type) {
      case 'clock': {
        const serverTime = this.#deps.clock.now()
        this.#deps.outlet.tell(connection, { type: 'clock', sentAt: message.sentAt, serverTime })
        return
      }
      case 'command':
        void this.#carryOut(connection, message)
        return
      case 'ballot':
        void this.#cast(connection, message)
        return
      default:
        unreachable(message)
    }
  }

  #refuse(connection: Connection, id: string, code: ErrorCode): void {
    this.#deps.metrics.refused(code)
    this.#deps.outlet.tell(connection, { type: 'refused', id, code })
  }

  /** Told to the voter's own devices and to nobody else; logged without what was chosen. */
  async #cast(connection: Connection, { id, voteId, ballot }: UpMessage & { type: 'ballot' }): Promise<void> {
    const { facilitator, outlet, logger, connections } = this.#deps
    const { admitted } = connection
    try {
      const answer = await this.#deps.cast(admitted, facilitator.state, voteId, ballot)
      if (!answer.ok) return this.#refuse(connection, id, answer.refusal)
      outlet.tell(connection, { type: 'accepted', id })
      for (const own of connections)
        if (own.admitted.member.id === admitted.member.id)
          outlet.tell(own, { type: 'ownBallot', voteId, ballot })
    } catch (error) {
      logger.error({ error: (error as Error).name, groupId: outlet.groupId }, 'a ballot could not be stored')
      outlet.tell(connection, { type: 'refused', id, code: 'storage_unavailable' })
    }
  }

  async #carryOut(connection: Connection, { id, command }: UpMessage & { type: 'command' }): Promise<void> {
    const { facilitator, outlet, logger } = this.#deps
    const { admitted } = connection
    const isAllowed = mayInRoom(admitted, commandAction(command.type), false)
    try {
      const answer = await facilitator.command({ id, command, by: admitted.member.id, isAllowed })
      if (answer.ok) outlet.tell(connection, { type: 'accepted', id })
      else this.#refuse(connection, id, answer.refusal)
    } catch (error) {
      logger.error({ err: error as Error, groupId: outlet.groupId }, 'a command could not be carried out')
      const isStorage = error instanceof StorageError && error.isPassing
      outlet.tell(connection, { type: 'refused', id, code: isStorage ? 'storage_unavailable' : 'internal' })
    }
  }
}
