import type { WorkshopId } from '#shared/base/ids.ts'
import type { GroupStanding } from '#shared/consent/standing.ts'
import type { Clock } from '#server/ports/clock.ts'

/** While rooms go on changing they are looked through at most so often. */
const FRESH_MS = 10_000
/** So long an answer holds where nothing has changed: what is about the groups and not in them may have. */
const STALE_MS = 10 * 60_000

interface Known {
  /** Names the state of the rooms that it was made from, or one before. */
  state: string
  at: number
  groups: Promise<GroupStanding[]>
  isDone: boolean
}

interface Told {
  asOf: number
  groups: GroupStanding[]
}

/**
 * How the groups of workshops stand, as it was read last from what is stored. A process of its own reads it, so that no
 * room is loaded for somebody who glances, once for all who look, and again only when something was committed since.
 */
export class Standings {
  readonly #look: (workshopId: WorkshopId) => Promise<GroupStanding[]>
  readonly #clock: Clock
  readonly #known = new Map<WorkshopId, Known>()

  constructor(look: (workshopId: WorkshopId) => Promise<GroupStanding[]>, clock: Clock) {
    this.#look = look
    this.#clock = clock
  }

  /**
   * @param state another one after each commit in a room of the workshop
   * @throws Problem as `ExportWorkers.run`
   */
  async of(workshopId: WorkshopId, state: string): Promise<Told> {
    const known = this.#known.get(workshopId)
    const entry = known && this.#holds(known, state) ? known : this.#lookAnew(workshopId, state)
    return { asOf: entry.at, groups: await entry.groups }
  }

  #holds({ state: before, at, isDone }: Known, state: string): boolean {
    const age = this.#clock.now() - at
    return !isDone || age < (before === state ? STALE_MS : FRESH_MS)
  }

  #lookAnew(workshopId: WorkshopId, state: string): Known {
    const at = this.#clock.now()
    for (const [id, known] of this.#known) if (at - known.at >= STALE_MS) this.#known.delete(id)
    const entry: Known = { state, at, groups: this.#look(workshopId), isDone: false }
    this.#known.set(workshopId, entry)
    entry.groups.then(
      () => (entry.isDone = true),
      // Whoever asks next asks anew
      () => this.#known.get(workshopId) === entry && this.#known.delete(workshopId),
    )
    return entry
  }
}
