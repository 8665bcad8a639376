import type { GroupId, MemberId, WorkshopId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import { Problem } from '#shared/errors/problem.ts'
import { fill, wordsIn } from '#shared/report/words.ts'
import type { Logger } from '#server/ports/logger.ts'
import type { Group, Member, PeopleStore, Workshop } from '#server/ports/people-store.ts'
import { mayInRoom } from '#server/rooms/admitted.ts'
import type { RoomService } from '#server/rooms/room-service.ts'
import { deleteWorkshop } from '#server/workshop/deleting.ts'
import { copyRoom, type CopyMeans, type RehearsalRoom } from './copy-room.ts'
import { SimulatedParticipant, type ParticipantMeans } from './participant.ts'

type RehearsalMeans = CopyMeans &
  ParticipantMeans & {
    people: PeopleStore
    rooms: RoomService
    logger: Logger
  }

interface Rehearsal extends RehearsalRoom {
  /** Who rehearses, as they are in the workshop that is rehearsed. */
  by: MemberId
  /** The room that is rehearsed. */
  of: GroupId
  startedAt: number
  lastSeenAt: number
  /** Each with the time at which they do the next thing. */
  acting: Map<SimulatedParticipant, number>
  cancel: () => void
}

const BEAT_MS = 1_000
/** How long somebody thinks before they do the next thing. */
const PAUSE_MS = { least: 2_000, most: 6_000 }
/** Somebody who closed the window has gone; who reloads the page has not. */
const GONE_AFTER_MS = 10 * 60_000
const LONGEST_MS = 4 * 60 * 60_000

/**
 * Rehearsals: a moderator tries an agenda with people who are not there. Invariants (cited by the tests):
 * 1. Nothing of it happens in the workshop that is rehearsed: it is copied, and the copy is a workshop of its own.
 * 2. The copy goes with everything in it when the rehearsal ends, when its moderator has gone or leads the room no longer, when
 *    something is erased in the workshop, and at the next start of a server that was stopped or killed.
 * 3. Simulated people go through the same doors as people, and their names say what they are.
 */
export class Rehearsals {
  readonly #means: RehearsalMeans
  readonly #running = new Map<WorkshopId, Rehearsal>()
  /** Those that are being copied, with the workshop they are of. */
  readonly #starting = new Map<Promise<RehearsalRoom>, WorkshopId>()

  constructor(means: RehearsalMeans) {
    this.#means = means
  }

  /**
   * Begins one; an earlier one of the same person ends.
   * @throws Problem rehearsals_full, room_unavailable, StorageError
   */
  async start(workshop: Workshop, group: Group, by: Member): Promise<RehearsalRoom> {
    for (const one of this.#running.values()) if (one.by === by.id) await this.end(one.workshop.id)
    if (this.#running.size + this.#starting.size >= limits.maxRehearsals) throw new Problem('rehearsals_full')
    const copying = copyRoom(this.#means, workshop, group, by)
    this.#starting.set(copying, workshop.id)
    try {
      const room = await copying
      this.#begin(room, workshop, group, by)
      return room
    } finally {
      this.#starting.delete(copying)
    }
  }

  #begin(room: RehearsalRoom, workshop: Workshop, group: Group, by: Member): void {
    const now = this.#means.clock.now()
    const { cards, objection, marked } = wordsIn(workshop.language).rehearsal.simulated
    const words = { cards: cards.split('\n'), objection: fill(marked, { name: objection }), marked }
    const seated = room.participants.map((member) => {
      const participant = new SimulatedParticipant(this.#means, member, room.groupId, words)
      return [participant, now + this.#pause()] as const
    })
    const rehearsal: Rehearsal = {
      ...room,
      by: by.id,
      of: group.id,
      startedAt: now,
      lastSeenAt: now,
      acting: new Map(seated),
      cancel: () => {},
    }
    this.#running.set(room.workshop.id, rehearsal)
    this.#schedule(rehearsal)
  }

  /** Ends it and destroys everything of it. Idempotent. */
  async end(workshopId: WorkshopId): Promise<void> {
    this.#stop(workshopId)
    await deleteWorkshop(this.#means, workshopId)
  }

  /** Ends all of a workshop: something was erased there that their copies hold still. Idempotent. */
  async endAllOf(workshopId: WorkshopId): Promise<void> {
    const starting = [...this.#starting].filter(([, of]) => of === workshopId)
    await Promise.allSettled(starting.map(([copying]) => copying))
    for (const { workshop } of [...this.#running.values()])
      if (workshop.rehearsalOf?.workshopId === workshopId) await this.end(workshop.id)
  }

  /** Everybody leaves; what is left goes at the next start. */
  close(): void {
    for (const id of [...this.#running.keys()]) this.#stop(id)
  }

  #stop(workshopId: WorkshopId): void {
    const rehearsal = this.#running.get(workshopId)
    if (!rehearsal) return
    this.#running.delete(workshopId)
    rehearsal.cancel()
    for (const participant of rehearsal.acting.keys()) participant.leave()
  }

  #schedule(rehearsal: Rehearsal): void {
    rehearsal.cancel = this.#means.clock.after(BEAT_MS, () => {
      void this.#beat(rehearsal).catch((error: unknown) => {
        this.#means.logger.error({ err: error as Error }, 'a rehearsal went wrong')
        // Without another beat it would never end
        if (this.#running.has(rehearsal.workshop.id)) this.#schedule(rehearsal)
      })
    })
  }

  async #beat(rehearsal: Rehearsal): Promise<void> {
    const { clock, people, rooms } = this.#means
    const { workshop, moderator } = rehearsal
    const now = clock.now()
    const groups = await people.groups(workshop.id)
    if (groups.some(({ id }) => rooms.here(id).includes(moderator.id))) rehearsal.lastSeenAt = now
    const isOver = now - rehearsal.lastSeenAt > GONE_AFTER_MS || now - rehearsal.startedAt > LONGEST_MS
    if (isOver || groups.length === 0 || !(await this.#stillLeads(rehearsal))) return this.end(workshop.id)
    for (const [participant, dueAt] of rehearsal.acting) {
      if (!this.#running.has(workshop.id)) return
      if (dueAt > now) continue
      rehearsal.acting.set(participant, now + this.#pause())
      if (!(await this.#tryToAct(participant))) rehearsal.acting.delete(participant)
    }
    if (this.#running.has(workshop.id)) this.#schedule(rehearsal)
  }

  /** Who was removed, or leads no more, loses the copy as they lost the room; and no copy outlives its room. */
  async #stillLeads({ by, of }: Rehearsal): Promise<boolean> {
    const there = await this.#means.membership(by, of, Number.MAX_SAFE_INTEGER)
    return there !== null && mayInRoom(there, 'room.facilitate', false)
  }

  /** One that fails holds up no other. */
  async #tryToAct(participant: SimulatedParticipant): Promise<boolean> {
    try {
      return await participant.act()
    } catch (error) {
      this.#means.logger.warn({ err: error as Error }, 'a simulated participant could not act')
      return true
    }
  }

  #pause(): number {
    return PAUSE_MS.least + this.#means.chance() * (PAUSE_MS.most - PAUSE_MS.least)
  }
}
