import { ASIDE, draftIdOf, draftsPrefix } from '#shared/base/draft-id.ts'
import type { DraftId, GroupId, MemberId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import type { Roots } from '#shared/document/roots.ts'
import type { ErrorCode } from '#shared/errors/catalogue.ts'
import { Problem } from '#shared/errors/problem.ts'
import { draftGenerationOf, roundOf } from '#shared/facilitation/silent/state.ts'
import type { FacilitationState } from '#shared/facilitation/state.ts'
import { protocolVersion, type Handshake } from '#shared/protocol/wire.ts'
import { StorageError } from '#server/base/storage-error.ts'
import type { Clock } from '#server/ports/clock.ts'
import type { Logger } from '#server/ports/logger.ts'
import type { UpdateLog } from '#server/ports/update-log.ts'
import { mayInRoom, type Admitted, type Membership } from '#server/rooms/admitted.ts'
import { CommitTicker } from '#server/rooms/commit-ticker.ts'
import { Connection, closeCodeOf } from '#server/rooms/connection.ts'
import type { RoomMetrics } from '#server/rooms/metrics.ts'
import type { PeerSocket } from '#server/rooms/peer-socket.ts'
import type { Seat } from '#server/rooms/rooms.ts'
import type { Turns } from '#server/rooms/turns.ts'
import { TickPace } from '#server/rooms/tick-pace.ts'
import { Draft } from './draft.ts'

export interface DraftsDeps {
  updateLog: UpdateLog
  clock: Clock
  logger: Logger
  metrics: RoomMetrics
  /** What has been decided for a room. */
  facilitation: (groupId: GroupId) => Promise<FacilitationState>
  membership: Membership
  /** The same as in the rooms: a person has one share of the thread. */
  turns: Pick<Turns, 'take'>
  /** The cards of a draft may have changed. */
  onStored: (id: DraftId, cards: number) => void
  tuning?: Partial<{ tickMs: number; busyTickMs: number; unloadAfterMs: number }>
}

const standardTuning = { tickMs: 25, busyTickMs: 75, unloadAfterMs: 10_000 }

/** Nobody's colour: in a draft there is nobody else. */
const NO_COLOUR = 0

/**
 * The silent drafts that somebody is writing in. Invariants (cited by the tests):
 * 1. A draft has at most one live document, and its writer's connections only.
 * 2. It is let go of only when it is empty and everything in it is durable.
 * 3. A replica from before a revealing is sent away, so that what lies open by now is not drafted again.
 */
export class Drafts {
  readonly ticker: CommitTicker
  readonly #deps: DraftsDeps
  readonly #unloadAfterMs: number
  readonly #live = new Map<DraftId, Promise<Draft>>()
  readonly #broken = new WeakSet<Draft>()
  /** What ends the waiting for those who may come right back. */
  readonly #waiting = new Map<DraftId, () => void>()
  /** How the ids of drafts begin whose steps are being revealed. */
  readonly #frozen = new Set<string>()
  #isClosing = false

  constructor(deps: DraftsDeps) {
    const { unloadAfterMs, ...pace } = { ...standardTuning, ...deps.tuning }
    this.#deps = deps
    this.#unloadAfterMs = unloadAfterMs
    this.ticker = new CommitTicker({
      ...deps,
      pace: new TickPace(pace),
      onStorage: (writable) => void this.#tellOfStorage(writable),
    })
  }

  /** Seats a socket at its member's own draft of a step. Null when it was closed instead. */
  async join(
    socket: PeerSocket,
    admitted: Admitted,
    stepId: string,
    handshake: Partial<Handshake>,
  ): Promise<Seat | null> {
    try {
      const now = await this.#admit(admitted, stepId, handshake)
      const id = draftIdOf(now.group.id, stepId, now.member.id)
      if (this.#isFrozen(id)) throw new Problem('room_unavailable', 'being revealed')
      const draft = await this.#open(id)
      // Who was removed while it was read is not in it yet, to be sent away
      return this.#seat(draft, socket, await this.#admit(admitted, stepId, handshake), handshake)
    } catch (error) {
      const code = codeOf(error)
      if (!(error instanceof Problem))
        this.#deps.logger.error({ error: String(error) }, 'a draft did not open')
      this.#deps.metrics.refused(code)
      socket.close(closeCodeOf(code), code)
      return null
    }
  }

  async #admit(admitted: Admitted, stepId: string, { v, gen = 0 }: Partial<Handshake>): Promise<Admitted> {
    if (this.#isClosing) throw new Problem('server_stopping')
    if (v !== undefined && v !== protocolVersion) throw new Problem('protocol_version')
    const { member, group } = admitted
    const now = await this.#deps.membership(member.id, group.id, admitted.since)
    if (!now) throw new Problem('membership_ended')
    if (!mayInRoom(now, 'room.write', false)) throw new Problem('forbidden')
    if (stepId === ASIDE) {
      if (gen !== 0) throw new Problem('generation_mismatch')
      return now
    }
    const round = roundOf((await this.#deps.facilitation(group.id)).silent, stepId)
    if (!round) throw new Problem('forbidden', 'no silent round in this step')
    if (gen !== draftGenerationOf(round, member.id)) throw new Problem('generation_mismatch')
    return now
  }

  #seat(draft: Draft, socket: PeerSocket, admitted: Admitted, { client, deflate }: Partial<Handshake>): Seat {
    if (this.#isClosing) throw new Problem('server_stopping')
    // It is being revealed, or was, while this one came in
    if (this.#isFrozen(draft.id) || draft.isDropped) throw new Problem('room_unavailable')
    if (draft.connections.size >= limits.connectionsPerMember) throw new Problem('flooding')
    const { metrics, clock } = this.#deps
    const deps = { metrics, inflates: deflate === 1, nowMs: clock.now() }
    const connection = new Connection(socket, admitted, client ?? null, NO_COLOUR, deps)
    draft.add(connection)
    return {
      receive: (bytes) => draft.receive(connection, bytes),
      end: (code) => draft.end(connection, code),
      leave: () => draft.remove(connection),
    }
  }

  /** The live draft, loaded where it is not yet. @throws Error when what is stored cannot be read */
  #open(id: DraftId): Promise<Draft> {
    const known = this.#live.get(id)
    if (known) return known
    const loading = this.#load(id)
    this.#live.set(id, loading)
    loading.catch(() => this.#live.delete(id))
    return loading
  }

  async #load(id: DraftId): Promise<Draft> {
    const draft = await Draft.open(await this.#deps.updateLog.load(id), {
      ...this.#deps,
      id,
      ticker: this.ticker,
      isFrozen: () => this.#isFrozen(id),
      onStored: (stored) => this.#deps.onStored(id, stored.cardCount),
      onEmpty: () => this.#letGoLater(id),
      onBroken: (broken, cause) => this.#giveUp(broken, cause),
    })
    this.#letGoLater(id)
    return draft
  }

  /**
   * A change of the server's own, durable when this answers. One that cannot be read stays as it is.
   * @throws Problem room_unavailable while it is being revealed
   */
  async change(id: DraftId, by: (roots: Roots) => void): Promise<void> {
    const draft = await this.#open(id).catch(() => null)
    if (!draft) return
    if (this.#isFrozen(id)) throw new Problem('room_unavailable', 'being revealed')
    draft.sync.change(by)
    draft.outlet.wake()
    await this.ticker.settled(draft.outlet)
  }

  /** Takes in what was stored in a draft from outside of it, where somebody has it open. */
  async takeIn(id: DraftId, update: Uint8Array, client: number): Promise<void> {
    const draft = await this.#live.get(id)?.catch(() => null)
    if (!draft || draft.isDropped) return
    draft.sync.adopt(update, client)
    draft.outlet.wake()
  }

  /** From now on nobody comes in and nothing is taken, until the answer is called. */
  freeze(groupId: GroupId, stepId: string): () => void {
    const prefix = draftsPrefix(groupId, stepId)
    this.#frozen.add(prefix)
    return () => this.#frozen.delete(prefix)
  }

  #isFrozen(id: DraftId): boolean {
    return this.#frozen.has(id.slice(0, id.lastIndexOf('.') + 1))
  }

  /** Drafts of a step that somebody writes in at this moment. */
  async liveOf(groupId: GroupId, stepId: string): Promise<Draft[]> {
    const prefix = draftsPrefix(groupId, stepId)
    const loading = [...this.#live].filter(([id]) => id.startsWith(prefix)).map(([, draft]) => draft)
    const settled = await Promise.allSettled(loading)
    return settled.flatMap((result) => (result.status === 'fulfilled' ? result.value : []))
  }

  /** What was in it lies open now: its writer's devices come again, for a new one. */
  drop(draft: Draft): void {
    this.#live.delete(draft.id)
    draft.isDropped = true
    draft.endAll('generation_mismatch')
    draft.sync.destroy()
  }

  /** The room is being removed, and with it what was written there. */
  async removing(groupId: GroupId): Promise<void> {
    for (const [id, loading] of [...this.#live]) {
      if (!id.startsWith(`${groupId}.`)) continue
      const draft = await loading.catch(() => null)
      draft?.endAll('membership_ended')
      if (draft) await this.ticker.settled(draft.outlet)
      this.#live.delete(id)
      draft?.sync.destroy()
    }
  }

  #letGoLater(id: DraftId): void {
    if (this.#isClosing) return
    this.#waiting.get(id)?.()
    this.#waiting.set(
      id,
      this.#deps.clock.after(this.#unloadAfterMs, () => void this.#letGo(id)),
    )
  }

  async #letGo(id: DraftId): Promise<void> {
    this.#waiting.delete(id)
    const draft = await this.#live.get(id)?.catch(() => null)
    if (!draft || draft.connections.size > 0 || this.#isFrozen(id)) return
    if (!draft.isClean) return this.#letGoLater(id)
    this.#live.delete(id)
    draft.sync.destroy()
  }

  /** Its document cannot be trusted any more; what was acknowledged is on the disk. */
  #giveUp(draft: Draft, { name }: Error): void {
    if (this.#broken.has(draft)) return
    this.#broken.add(draft)
    this.#deps.logger.error({ error: name, draft: draft.id }, 'a draft broke and is loaded again')
    const again = this.ticker.settled(draft.outlet).then(() => this.#load(draft.id))
    this.#live.set(draft.id, again)
    again.catch(() => this.#live.delete(draft.id))
    draft.endAll('room_unavailable')
  }

  async #tellOfStorage(writable: boolean): Promise<void> {
    const drafts = await Promise.allSettled(this.#live.values())
    for (const result of drafts)
      if (result.status === 'fulfilled') result.value.outlet.tellAll({ type: 'storage', writable })
  }

  /** Role or membership changed: connections get the new rights or are closed. */
  async memberChanged(memberId: MemberId): Promise<void> {
    for (const [id, loading] of [...this.#live]) {
      if (!id.endsWith(memberId)) continue
      const draft = await loading.catch(() => null)
      for (const connection of [...(draft?.connections ?? [])]) {
        const { group, since } = connection.admitted
        const now = await this.#deps.membership(memberId, group.id, since)
        if (now && mayInRoom(now, 'room.write', false)) connection.readmit(now)
        else draft?.end(connection, 'membership_ended')
      }
    }
  }

  async close(): Promise<void> {
    this.#isClosing = true
    for (const cancel of this.#waiting.values()) cancel()
    for (const loading of [...this.#live.values()])
      (await loading.catch(() => null))?.endAll('server_stopping')
    await this.ticker.flushed()
    this.ticker.stop()
    for (const loading of this.#live.values()) (await loading.catch(() => null))?.sync.destroy()
    this.#live.clear()
  }
}

/** What a socket that could not be seated is told. */
function codeOf(error: unknown): ErrorCode {
  if (error instanceof Problem) return error.code
  return error instanceof StorageError ? 'room_unavailable' : 'internal'
}
