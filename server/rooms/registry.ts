import type { GroupId } from '#shared/base/ids.ts'
import { Problem } from '#shared/errors/problem.ts'
import type { Author } from './author.ts'
import type { Compactor } from './compactor.ts'
import { loadRoom, type LoadedRoom, type RoomLoaderDeps } from './room-loader.ts'
import type { Room } from './room.ts'

interface Slot {
  loading: Promise<LoadedRoom>
  loaded: LoadedRoom | null
  /** Operations that need the room although nobody is in it. */
  leases: number
  cancelUnload: (() => void) | null
}

interface RegistryOptions {
  /** How long an empty room stays loaded, for those who come right back. */
  unloadAfterMs: number
  /** Size of a log at which it is compacted when everybody has left. */
  compactOnLeavingAboveBytes: number
}

/**
 * The live rooms of this process. Invariants (cited by the tests):
 * 1. A group has at most one live document: whoever asks while it loads gets the same one.
 * 2. A room is unloaded only when it is empty, everything is durable and nobody holds a lease; from the last look at
 *    this to the removal nothing is awaited.
 * 3. A room that breaks is given up at once: everybody in it is sent away, what it has still to store is stored, and only
 *    then it is loaded again.
 * 4. A room that cannot be loaded is tried again by the next one who asks, and disturbs no other room.
 */
export class Registry {
  readonly #slots = new Map<GroupId, Slot>()
  /** Rooms that broke and have something to store still. */
  readonly #leaving = new Map<GroupId, Promise<void>>()
  readonly #deps: RoomLoaderDeps
  readonly #compactor: Compactor
  readonly #options: RegistryOptions

  constructor(
    deps: Omit<RoomLoaderDeps, 'onEmpty' | 'onBroken'>,
    compactor: Compactor,
    options: RegistryOptions,
  ) {
    this.#deps = {
      ...deps,
      onEmpty: (room) => this.#scheduleUnload(room.groupId),
      onBroken: (room, cause, author) => this.#giveUp(room, cause, author),
    }
    this.#compactor = compactor
    this.#options = options
  }

  /** Rooms that are loaded at this moment. */
  get rooms(): Room[] {
    return [...this.#slots.values()].flatMap(({ loaded }) => loaded?.room ?? [])
  }

  loaded(groupId: GroupId): Room | null {
    return this.#slots.get(groupId)?.loaded?.room ?? null
  }

  /**
   * Runs something with a live room, which stays loaded until it is done.
   * @throws Problem room_unavailable
   */
  async with<Value>(groupId: GroupId, use: (room: Room) => Value | Promise<Value>): Promise<Value> {
    const slot = this.#slotOf(groupId)
    slot.leases++
    try {
      return await use((await this.#load(groupId, slot)).room)
    } finally {
      slot.leases--
      this.#scheduleUnload(groupId)
    }
  }

  #slotOf(groupId: GroupId): Slot {
    const known = this.#slots.get(groupId)
    if (known) return known
    const loading = this.#leaving.get(groupId)?.then(() => loadRoom(groupId, this.#deps))
    const slot: Slot = {
      loading: loading ?? loadRoom(groupId, this.#deps),
      loaded: null,
      leases: 0,
      cancelUnload: null,
    }
    this.#slots.set(groupId, slot)
    return slot
  }

  async #load(groupId: GroupId, slot: Slot): Promise<LoadedRoom> {
    try {
      const isFirst = slot.loaded === null
      slot.loaded = await slot.loading
      if (isFirst) this.#compactor.grew(groupId, slot.loaded.bytesSinceSnapshot)
      this.#deps.metrics.rooms = this.rooms.length
      return slot.loaded
    } catch (error) {
      if (this.#slots.get(groupId) === slot) {
        this.#slots.delete(groupId)
        this.#deps.logger.error({ err: error as Error, groupId }, 'a room could not be loaded')
      }
      throw new Problem('room_unavailable')
    }
  }

  #giveUp(room: Room, cause: Error, author: Author | null): void {
    const { groupId } = room
    if (this.#slots.get(groupId)?.loaded?.room !== room) return
    this.#slots.get(groupId)!.cancelUnload?.()
    this.#slots.delete(groupId)
    this.#leaving.set(groupId, this.#takeLeave(room))
    this.#deps.logger.error({ err: cause, groupId, memberId: author?.id }, 'a room broke and is loaded again')
    if (author) this.#deps.faultyWriters.fault(groupId, author.id)
    this.#deps.metrics.roomsBroken++
    this.#deps.metrics.rooms = this.rooms.length
    room.giveUp()
  }

  async #takeLeave(room: Room): Promise<void> {
    await this.#deps.ticker.settled(room.outlet)
    await room.facilitator.settled()
    this.#leaving.delete(room.groupId)
    room.sync.destroy()
  }

  /** Sends everybody away from a room that is to be no more, and lets go of it once nothing of it is on its way. */
  async retire(groupId: GroupId): Promise<void> {
    const slot = this.#slots.get(groupId)
    if (!slot) return this.#leaving.get(groupId)
    const { room } = await this.#load(groupId, slot)
    slot.cancelUnload?.()
    this.#slots.delete(groupId)
    this.#compactor.forget(groupId)
    const leave = this.#takeLeave(room)
    this.#leaving.set(groupId, leave)
    room.giveUp('membership_ended')
    this.#deps.metrics.rooms = this.rooms.length
    await leave
  }

  #scheduleUnload(groupId: GroupId): void {
    const slot = this.#slots.get(groupId)
    if (!slot?.loaded || slot.cancelUnload || !isIdle(slot)) return
    slot.cancelUnload = this.#deps.clock.after(this.#options.unloadAfterMs, () => {
      slot.cancelUnload = null
      if (isIdle(slot)) void this.#unload(groupId, slot)
    })
  }

  async #unload(groupId: GroupId, slot: Slot): Promise<void> {
    if (this.#compactor.bytesOf(groupId) > this.#options.compactOnLeavingAboveBytes) {
      await this.#compactor.compact(groupId)
    }
    if (!isIdle(slot) || this.#slots.get(groupId) !== slot) return
    if (!slot.loaded!.room.isClean) return this.#scheduleUnload(groupId)
    this.#slots.delete(groupId)
    this.#compactor.forget(groupId)
    slot.loaded!.room.sync.destroy()
    this.#deps.metrics.rooms = this.rooms.length
  }

  /** Unloads nothing any more and drops every room. Whatever is dirty must have been flushed before. */
  close(): void {
    for (const { cancelUnload, loaded } of this.#slots.values()) {
      cancelUnload?.()
      loaded?.room.sync.destroy()
    }
    this.#slots.clear()
    this.#deps.metrics.rooms = 0
  }
}

function isIdle({ loaded, leases }: Slot): boolean {
  return loaded !== null && leases === 0 && loaded.room.connections.size === 0
}
