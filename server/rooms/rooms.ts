import * as Y from 'yjs'
import { newId, type ArtefactId, type GroupId, type MemberId, type VersionId } from '#shared/base/ids.ts'
import type { Result } from '#shared/base/result.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import type { ReleaseDecision } from '#shared/consent/release-decisions.ts'
import { documentFrom } from '#shared/document/fold.ts'
import type { Roots } from '#shared/document/roots.ts'
import type { ErrorCode } from '#shared/errors/catalogue.ts'
import { Problem } from '#shared/errors/problem.ts'
import type { EventEnvelope } from '#shared/facilitation/events.ts'
import type { Brought, BroughtCard } from '#shared/document/bring-home.ts'
import type { FacilitationState } from '#shared/facilitation/state.ts'
import type { DownMessage } from '#shared/protocol/facilitation-messages.ts'
import type { VersionView } from '#shared/protocol/api.ts'
import type { RoomNow } from '#shared/protocol/rooms-now.ts'
import { protocolVersion, type Handshake } from '#shared/protocol/wire.ts'
import type { Phase } from '#shared/workshop/phases.ts'
import { StorageError } from '#server/base/storage-error.ts'
import type { ClientBinding } from '#server/ports/update-log.ts'
import { mayInRoom, type Admitted } from './admitted.ts'
import { Arrivals } from './arrivals.ts'
import { ClientClaims } from './client-claims.ts'
import { SERVER_MEMBER } from './client-bindings.ts'
import { Compactor } from './compactor.ts'
import { CommitTicker } from './commit-ticker.ts'
import { Decided } from './decided.ts'
import { codeOfRefusal, passDoor } from './door.ts'
import { Connection, closeCodeOf } from './connection.ts'
import { RoomMetrics } from './metrics.ts'
import type { PeerSocket } from './peer-socket.ts'
import { presenceColourOf } from './presence-colour.ts'
import { glanceOf } from './glance.ts'
import { FaultyWriters } from './faulty-writers.ts'
import { RemovalWatch } from './removal-watch.ts'
import { Registry } from './registry.ts'
import { eraseIn, layInto, submitCards, submitReleases } from './requested-changes.ts'
import type { RoomLoaderDeps } from './room-loader.ts'
import type { AddedCard, Person, RoomOnScreen, RoomService, SeenRoom } from './room-service.ts'
import { openSecrets, type RoomSecrets } from './room-secrets.ts'
import type { Room } from './room.ts'
import { scanUpdate } from './update-scan.ts'
import type { RoomsDeps } from './rooms-deps.ts'
import { standardTuning } from './rooms-tuning.ts'
import { Turns } from './turns.ts'
import { TickPace } from './tick-pace.ts'
import { Versions } from './versions.ts'

/** A socket's place in a room, as the transport sees it. */
export interface Seat {
  receive(bytes: Uint8Array): void
  /** The peer broke the rules of the transport. */
  end(code: ErrorCode): void
  /** The socket is gone. */
  leave(): void
}

/** Live rooms: sockets join them, HTTP asks them. */
export interface Rooms extends RoomService {
  readonly metrics: RoomMetrics
  /**
   * Seats an admitted socket. Null when it was closed instead, with a reason of the catalogue; what arrives before
   * the answer has to wait.
   */
  join(socket: PeerSocket, admitted: Admitted, handshake: Partial<Handshake>): Promise<Seat | null>
  /** What has been decided for a room, for the parts of the server that keep its secrets. */
  facilitation(groupId: GroupId): Promise<FacilitationState>
  /** What the server itself holds, as the oracle of tests. Whoever asks destroys it. */
  copy(groupId: GroupId): Promise<Y.Doc>
  /**
   * Concludes a step whose deadline has come, as the server. Idempotent.
   * @throws Problem, StorageError; to be tried again later
   */
  concludeDue(groupId: GroupId, stepId: string): Promise<void>
  /** Tells everybody who is in a room, if anybody is. Only what everybody may know. */
  tell(groupId: GroupId, message: DownMessage): void
}

export function createRooms(deps: RoomsDeps): Rooms {
  return new LiveRooms(deps)
}

class LiveRooms implements Rooms {
  readonly metrics: RoomMetrics
  readonly #deps: RoomsDeps
  readonly #ticker: CommitTicker
  readonly #registry: Registry
  readonly #decided: Decided
  readonly #versions: Versions
  readonly #claims: ClientClaims
  readonly #turns: Turns
  readonly #compactor: Compactor
  readonly #secrets: RoomSecrets
  /** When something of a room was last stored; of the room, and of nobody in it. */
  readonly #changedAt = new Map<GroupId, number>()
  readonly #arrivals = new Arrivals()
  #closing = false

  constructor(deps: RoomsDeps) {
    const tuning = { ...standardTuning, ...deps.tuning }
    const metrics = deps.metrics ?? new RoomMetrics()
    const onStorage = (writable: boolean) => {
      metrics.storageWritable = writable
      for (const room of this.#registry.rooms) room.outlet.tellAll({ type: 'storage', writable })
    }
    this.#deps = deps
    this.#secrets = deps.secrets ?? openSecrets(deps.eventLog)
    this.metrics = metrics
    this.#ticker = new CommitTicker({ ...deps, metrics, pace: new TickPace(tuning), onStorage })
    this.#versions = new Versions(deps.updateLog, deps.clock)
    this.#claims = new ClientClaims(deps.updateLog)
    this.#turns = deps.turns ?? new Turns(deps.clock, deps.measure)
    const onEvent = (room: Room, envelope: EventEnvelope, before: FacilitationState) =>
      void this.#keepPhase(room, envelope, before)
    this.#compactor = new Compactor({ ...deps, aboveBytes: tuning.compactAboveBytes })
    const onStored = (groupId: GroupId, bytes: number) => {
      this.#compactor.grew(groupId, bytes)
      this.#changedAt.set(groupId, deps.clock.now())
    }
    const removals = new RemovalWatch()
    const onRemoval: RoomLoaderDeps['onRemoval'] = (groupId, removed, before, author) => {
      if (removals.isMuch(groupId, author.id, removed, deps.clock.now()))
        void this.#keep(groupId, () => this.#versions.keepBeforeRemoval(groupId, before, author.name))
    }
    const faultyWriters = new FaultyWriters()
    const parts = {
      turns: this.#turns,
      claim: (binding: ClientBinding) => this.#claims.bind(binding),
      faultyWriters,
      ticker: this.#ticker,
      metrics,
      presenceEveryTicks: tuning.presenceEveryTicks,
      onEvent,
      onRemoval,
      onStored,
      secrets: this.#secrets,
    }
    this.#registry = new Registry({ ...deps, ...parts }, this.#compactor, tuning)
    this.#decided = new Decided({ ...deps, registry: this.#registry })
  }

  async join(socket: PeerSocket, admitted: Admitted, handshake: Partial<Handshake>): Promise<Seat | null> {
    const inside = this.#registry.loaded(admitted.group.id)?.connectionsOf(admitted.member.id).length ?? 0
    const arrives = this.#arrivals.begin(admitted, inside)
    try {
      this.#checkHandshake(admitted, handshake)
      if (!arrives) throw new Problem('flooding')
      return await this.#registry.with(admitted.group.id, (room) =>
        this.#seat(room, socket, admitted, handshake),
      )
    } catch (error) {
      const code = codeOfRefusal(error)
      if (!(error instanceof Problem))
        this.#deps.logger.error({ err: error as Error }, 'joining a room failed')
      this.metrics.refused(code)
      socket.close(closeCodeOf(code), code)
      return null
    } finally {
      arrives?.()
    }
  }

  #checkHandshake({ group }: Admitted, { v, gen }: Partial<Handshake>): void {
    if (this.#closing) throw new Problem('server_stopping')
    if (v !== undefined && v !== protocolVersion) throw new Problem('protocol_version')
    if (gen !== undefined && gen !== group.generation) throw new Problem('generation_mismatch')
  }

  async #seat(
    room: Room,
    socket: PeerSocket,
    admitted: Admitted,
    { client, deflate }: Partial<Handshake>,
  ): Promise<Seat> {
    if (client !== undefined) await this.#bind(room, client, admitted.member.id)
    if (this.#closing) throw new Problem('server_stopping')
    const now = await this.#deps.membership(admitted.member.id, admitted.group.id, admitted.since)
    if (!now || !mayInRoom(now, 'room.read', false)) throw new Problem('membership_ended')
    if (room.isGivenUp) throw new Problem('room_unavailable')
    await passDoor(room.facilitator, now, this.#deps.clock)
    if (room.isGivenUp) throw new Problem('room_unavailable')
    const colour = presenceColourOf(admitted.member.id)
    const deps = { metrics: this.metrics, inflates: deflate === 1, nowMs: this.#deps.clock.now() }
    const connection = new Connection(socket, now, client ?? null, colour, deps)
    room.add(connection)
    return {
      receive: (bytes) => room.receive(connection, bytes),
      end: (code) => room.end(connection, code),
      leave: () => room.remove(connection),
    }
  }

  /** Durable before anybody else learns of the id. */
  async #bind(room: Room, client: number, memberId: MemberId): Promise<void> {
    const { bindings } = room.sync
    if (bindings.holderOf(client) === null) {
      bindings.bind(client, await this.#claims.bind({ groupId: room.groupId, clientId: client, memberId }))
    }
    if (bindings.holderOf(client) !== memberId) throw new Problem('forbidden', 'client id of somebody else')
  }

  /** Each phase leaves its result behind as a version, under the phase's name, which the client translates. */
  async #keepPhase(room: Room, { event, by }: EventEnvelope, before: FacilitationState): Promise<void> {
    if (event.type !== 'PhaseAdvanced') return
    const createdBy = room.connectionsOf(by)[0]?.admitted.member.name ?? ''
    const facts = { name: before.place.phase, createdBy, reason: 'phase' } as const
    await this.#keep(room.groupId, () => this.#versions.save(room.groupId, room.sync, facts))
  }

  /** A version nobody asked for is missed by nobody at that moment, but by the operator. */
  async #keep(groupId: GroupId, save: () => Promise<unknown>): Promise<void> {
    try {
      await save()
    } catch (error) {
      this.#deps.logger.error({ err: error as Error, groupId }, 'a version could not be saved')
    }
  }

  async create(groupId: GroupId, initial: Uint8Array): Promise<void> {
    const clients = scanUpdate(initial)?.runs.map(({ client }) => client)
    if (!clients) throw new Error('not an update a document can begin with')
    const newClients = clients.map((client): [number, MemberId] => [client, SERVER_MEMBER])
    await this.#deps.updateLog.append([{ groupId, update: initial, newClients }])
  }

  async summary(groupId: GroupId): Promise<{ phase: Phase; onlineCount: number }> {
    const { place } = await this.facilitation(groupId)
    return { phase: place.phase, onlineCount: this.#registry.loaded(groupId)?.onlineCount ?? 0 }
  }

  onScreen(groupId: GroupId): Promise<RoomOnScreen> {
    return this.#registry.with(groupId, (room) => room.onScreen())
  }

  isLocked(groupId: GroupId): Promise<boolean> {
    return this.#decided.isLocked(groupId)
  }

  isOutside(admitted: Admitted): Promise<boolean> {
    return this.#decided.isOutside(admitted)
  }

  here(groupId: GroupId): MemberId[] {
    const connections = this.#registry.loaded(groupId)?.connections ?? []
    return [...new Set(Array.from(connections, ({ admitted }) => admitted.member.id))]
  }

  async glance(groupId: GroupId): Promise<Omit<RoomNow, 'groupId'>> {
    const state = await this.facilitation(groupId)
    const changedAt = this.#changedAt.get(groupId) ?? null
    return glanceOf(this.#registry.loaded(groupId), state, { changedAt, nowMs: this.#deps.clock.now() })
  }

  look<Value>(groupId: GroupId, memberId: MemberId, read: (seen: SeenRoom) => Value): Promise<Value> {
    return this.#registry.with(groupId, async ({ sync, facilitator: { state } }) => {
      const told: DownMessage[] = []
      await this.#secrets.entered(groupId, state, memberId, (message) => void told.push(message))
      return read({ roots: sync.roots, state, told })
    })
  }

  presenter(groupId: GroupId): Promise<MemberId | null> {
    return this.#decided.presenter(groupId)
  }

  give(groupId: GroupId, by: MemberId, command: Command): Promise<Result<void, ErrorCode>> {
    const order = { id: newId<string>(), command, by, isAllowed: true }
    return this.#registry.with(groupId, ({ facilitator }) => facilitator.command(order))
  }

  async concludeDue(groupId: GroupId, stepId: string): Promise<void> {
    const answer = await this.give(groupId, SERVER_MEMBER, { type: 'concludeStep', stepId, when: 'due' })
    if (!answer.ok) throw new Problem(answer.refusal)
  }

  tell(groupId: GroupId, message: DownMessage): void {
    this.#registry.loaded(groupId)?.tell(message)
  }

  facilitation(groupId: GroupId): Promise<FacilitationState> {
    return this.#decided.in(groupId)
  }

  copy(groupId: GroupId): Promise<Y.Doc> {
    return this.#registry.with(groupId, ({ sync }) => documentFrom([Y.encodeStateAsUpdate(sync.doc)]))
  }

  letIn(person: Person): Promise<void> {
    return this.#turns.letIn(person)
  }

  inTurn<Value>(person: Person, work: () => Promise<Value>): Promise<Value> {
    return this.#turns.inTurn(person, work)
  }

  versions(groupId: GroupId): Promise<VersionView[]> {
    return this.#versions.list(groupId)
  }

  saveVersion(groupId: GroupId, name: string, createdBy: string): Promise<VersionView> {
    return this.#registry.with(groupId, ({ sync }) =>
      this.#versions.save(groupId, sync, { name, createdBy, reason: 'manual' }),
    )
  }

  versionState(groupId: GroupId, versionId: VersionId): Promise<Uint8Array | null> {
    return this.#versions.state(groupId, versionId)
  }

  restore(...[groupId, versionId, by]: Parameters<RoomService['restore']>): Promise<VersionView | null> {
    this.#requireWritable()
    return this.#registry.with(groupId, async (room) => {
      const before = await this.#versions.restore(groupId, room.sync, versionId, by.name)
      room.outlet.wake()
      if (before) await this.#ticker.flushed()
      if (before) room.outlet.tellAll({ type: 'restored', name: before.name, by })
      return before
    })
  }

  decideReleases(admitted: Admitted, decisions: readonly ReleaseDecision[]): Promise<number> {
    return this.#registry.with(admitted.group.id, async (room) => {
      const changed = submitReleases(room, admitted, decisions)
      if (changed > 0) await this.#ticker.flushed()
      return changed
    })
  }

  bring(groupId: GroupId, from: string, cards: readonly BroughtCard[]): Promise<Brought> {
    this.#requireWritable()
    return this.#registry.with(groupId, async (room) => {
      const brought = layInto(room, from, cards, this.#deps.clock.now())
      await this.#ticker.flushed()
      return brought
    })
  }

  addCards(admitted: Admitted, cards: readonly AddedCard[]): Promise<ArtefactId[]> {
    return this.#registry.with(admitted.group.id, async (room) => {
      const added = submitCards(room, admitted, cards, this.#deps.clock.now())
      await this.#ticker.flushed()
      return added
    })
  }

  async erase(groupId: GroupId, erase: (roots: Roots) => number): Promise<number> {
    this.#requireWritable()
    const erased = await this.#registry.with(groupId, async (room) => {
      const count = eraseIn(room, erase)
      await this.#ticker.flushed()
      return count
    })
    await this.#versions.erase(groupId, erase)
    await this.#secrets.erasing(groupId, await this.facilitation(groupId), erase)
    // Also where nothing was left to erase: the log may hold it still, from an attempt that came no further
    if (!(await this.#compactor.compact(groupId)))
      throw new StorageError('unavailable', 'the log could not be made short')
    await this.settle()
    return erased
  }

  /** Changed in memory it would come back with the next commit, whenever that succeeds. */
  #requireWritable(): void {
    if (!this.#ticker.isWritable) throw new StorageError('unavailable', 'changes in rooms cannot be stored')
  }

  async remove(groupId: GroupId): Promise<void> {
    await this.#registry.retire(groupId)
    await this.#secrets.removing(groupId)
    await this.#deps.updateLog.remove(groupId)
  }

  async memberChanged(memberId: MemberId): Promise<void> {
    await this.#secrets.memberChanged(memberId)
    for (const room of this.#registry.rooms) {
      for (const connection of room.connectionsOf(memberId)) {
        const { since } = connection.admitted
        room.readmit(connection, await this.#deps.membership(memberId, room.groupId, since))
      }
    }
  }

  sendAway(groupId: GroupId, code: ErrorCode): void {
    this.#registry.loaded(groupId)?.endAll(code)
  }

  async settle(): Promise<void> {
    await this.#deps.updateLog.settle()
  }

  async close(): Promise<void> {
    this.#closing = true
    for (const room of this.#registry.rooms) room.endAll('server_stopping')
    await this.#ticker.flushed()
    this.#ticker.stop()
    this.#registry.close()
  }
}
