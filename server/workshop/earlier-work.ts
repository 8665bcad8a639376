import type { WorkshopId } from '#shared/base/ids.ts'
import type { GroupPrecedents } from '#shared/consent/precedents.ts'
import type { Clock } from '#server/ports/clock.ts'

/** How long an answer holds: what is written meanwhile is told after it. */
const FRESH_MS = 60_000

type Look = (workshopId: WorkshopId) => Promise<GroupPrecedents[]>

/**
 * What there is in the rooms of a workshop as others may know it. Looking through all rooms takes a process of its own, so
 * that it happens at most once a minute for each workshop, however many people write at once.
 */
export class EarlierWork {
  readonly #look: Look
  readonly #clock: Clock
  readonly #known = new Map<WorkshopId, { at: number; groups: Promise<GroupPrecedents[]> }>()

  constructor(look: Look, clock: Clock) {
    this.#look = look
    this.#clock = clock
  }

  /** @throws Problem as `ExportWorkers.run` */
  of(workshopId: WorkshopId): Promise<GroupPrecedents[]> {
    const now = this.#clock.now()
    const known = this.#known.get(workshopId)
    if (known && now - known.at < FRESH_MS) return known.groups
    for (const [id, { at }] of this.#known) if (now - at >= FRESH_MS) this.#known.delete(id)
    const entry = { at: now, groups: this.#look(workshopId) }
    this.#known.set(workshopId, entry)
    // Whoever asks next asks anew
    entry.groups.catch(() => {
      if (this.#known.get(workshopId) === entry) this.#known.delete(workshopId)
    })
    return entry.groups
  }
}
