import * as Y from 'yjs'
import { newId, type ArtefactId, type GroupId, type MemberId } from '#shared/base/ids.ts'
import { decideReleases, type ReleaseDecision } from '#shared/consent/release-decisions.ts'
import { documentFrom } from '#shared/document/fold.ts'
import { initialState, type FacilitationState } from '#shared/facilitation/state.ts'
import { rootsOf, type Roots } from '#shared/document/roots.ts'
import type { VersionView } from '#shared/protocol/api.ts'
import { MemoryEventLog } from '#server/adapters/memory/event-log.ts'
import type { Engine } from '#server/engine.ts'
import type { Admitted } from '#server/rooms/admitted.ts'
import { RoomMetrics } from '#server/rooms/metrics.ts'
import { accepted, refused } from '#shared/base/result.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import type { RoomService, SeenRoom } from '#server/rooms/room-service.ts'

/** Rooms without sockets or files, for tests of everything around them. Remembers whose rights changed. */
export class RoomsInMemory implements RoomService {
  readonly changedMembers: MemberId[] = []
  /** Rooms whose connections were closed. */
  readonly sentAway: GroupId[] = []
  /** Whose requests were billed. */
  readonly letIns: MemberId[] = []
  /** Who presents in a group. */
  readonly presenters = new Map<GroupId, MemberId>()
  readonly lockedGroups = new Set<GroupId>()
  readonly #documents = new Map<GroupId, Uint8Array>()
  readonly #versions = new Map<GroupId, (VersionView & { state: Uint8Array })[]>()

  async create(groupId: GroupId, initial: Uint8Array) {
    this.#documents.set(groupId, initial)
  }

  async summary() {
    return { phase: 'preparation' as const, onlineCount: 0 }
  }

  async onScreen() {
    return {
      state: initialState('preparation', ''),
      finished: { done: 0, count: 0 },
      told: { cards: new Map(), ballots: new Map() },
      stored: '0.0',
    }
  }

  async isLocked(groupId: GroupId) {
    return this.lockedGroups.has(groupId)
  }

  /** Who waits before the door of a group. */
  readonly outside = new Map<GroupId, MemberId[]>()

  async isOutside({ member, group }: Admitted) {
    return this.outside.get(group.id)?.includes(member.id) ?? false
  }

  /** What is decided in a group, where a test says so. */
  readonly states = new Map<GroupId, FacilitationState>()

  async look<Value>(groupId: GroupId, _memberId: MemberId, read: (seen: SeenRoom) => Value): Promise<Value> {
    const doc = await this.copy(groupId)
    const state = this.states.get(groupId) ?? initialState('preparation', '')
    const value = read({ roots: rootsOf(doc), state, told: [] })
    doc.destroy()
    return value
  }

  /** Commands that were given, by group. */
  readonly given: { groupId: GroupId; by: MemberId; command: Command }[] = []

  async give(groupId: GroupId, by: MemberId, command: Command) {
    this.given.push({ groupId, by, command })
    return this.lockedGroups.has(groupId) ? refused('room_locked' as const) : accepted(undefined)
  }

  async addCards(_: Admitted, cards: readonly unknown[]) {
    return cards.map(() => newId<ArtefactId>())
  }

  async bring() {
    return { fresh: 0, renewed: 0, apart: 0 }
  }

  /** Who is in a group, where a test says so. */
  readonly inside = new Map<GroupId, MemberId[]>()

  here(groupId: GroupId) {
    return this.inside.get(groupId) ?? []
  }

  async glance() {
    return {
      ...{ phase: 'preparation' as const, pageId: '', pageName: '', step: null, onlineCount: 0 },
      ...{
        finished: 0,
        hands: 0,
        waiting: 0,
        locked: false,
        changedAt: null,
        timer: { status: 'idle' as const },
      },
    }
  }

  async presenter(groupId: GroupId) {
    return this.presenters.get(groupId) ?? null
  }

  async erase(groupId: GroupId, erase: (roots: Roots) => number) {
    const doc = await this.copy(groupId)
    const erased = doc.transact(() => erase(rootsOf(doc)))
    this.#documents.set(groupId, Y.encodeStateAsUpdate(doc))
    doc.destroy()
    return erased
  }

  async copy(groupId: GroupId) {
    const update = this.#documents.get(groupId)
    return update ? documentFrom([update]) : new Y.Doc()
  }

  async settle() {}

  async letIn(memberId: MemberId) {
    this.letIns.push(memberId)
  }

  inTurn<Value>(_memberId: MemberId, work: () => Promise<Value>): Promise<Value> {
    return work()
  }

  async versions(groupId: GroupId) {
    return (this.#versions.get(groupId) ?? []).map(({ state: _, ...view }) => view)
  }

  async saveVersion(groupId: GroupId, name: string, createdBy: string) {
    const view: VersionView = {
      id: newId(),
      name,
      createdAt: 0,
      createdBy,
      reason: 'manual',
      cardCount: 0,
    }
    const state = this.#documents.get(groupId) ?? new Uint8Array([0, 0])
    this.#versions.set(groupId, [{ ...view, state }, ...(this.#versions.get(groupId) ?? [])])
    return view
  }

  async versionState(groupId: GroupId, versionId: string) {
    return this.#versions.get(groupId)?.find(({ id }) => id === versionId)?.state ?? null
  }

  async restore(groupId: GroupId, versionId: string, by: { name: string }) {
    const known = this.#versions.get(groupId)?.some(({ id }) => id === versionId)
    return known ? this.saveVersion(groupId, 'before', by.name) : null
  }

  async decideReleases({ group }: Admitted, decisions: readonly ReleaseDecision[]) {
    const doc = await this.copy(group.id)
    const changed = doc.transact(() => decideReleases(rootsOf(doc), decisions))
    this.#documents.set(group.id, Y.encodeStateAsUpdate(doc))
    doc.destroy()
    return changed
  }

  async remove(groupId: GroupId) {
    this.#documents.delete(groupId)
    this.#versions.delete(groupId)
  }

  async memberChanged(memberId: MemberId) {
    this.changedMembers.push(memberId)
  }

  sendAway(groupId: GroupId) {
    this.sentAway.push(groupId)
  }

  async close() {
    this.#documents.clear()
  }
}

export function engineInMemory(rooms = new RoomsInMemory()): Engine {
  return {
    rooms,
    events: new MemoryEventLog(),
    seats: { join: async () => null, joinDraft: async () => null },
    metrics: new RoomMetrics(),
    register: async () => undefined,
    close: () => rooms.close(),
  }
}
