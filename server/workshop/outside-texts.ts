import type { GroupId, WorkshopId } from '#shared/base/ids.ts'
import { canRepeat, type RoomProjection } from '#shared/consent/projection.ts'
import type { Clock } from '#server/ports/clock.ts'
import type { Group } from '#server/ports/people-store.ts'

/** How long an answer holds while names stay: what is said in rooms meanwhile counts from then on. */
const FRESH_MS = 60_000

type Project = (workshopId: WorkshopId) => Promise<readonly (readonly [GroupId, RoomProjection])[]>
type Projections = ReadonlyMap<GroupId, RoomProjection>

interface Known {
  names: string
  at: number
  projections: Promise<Projections>
}

/**
 * Names of groups as people are told them who are not inside. A name that could give somebody's words away is looked at
 * against all rooms of the workshop, by a process of its own and at most once a minute; all others, which is nearly all,
 * cost nothing. A name that cannot be looked at is not told.
 */
export class OutsideNames {
  readonly #project: Project
  readonly #clock: Clock
  readonly #known = new Map<WorkshopId, Known>()

  constructor(project: Project, clock: Clock) {
    this.#project = project
    this.#clock = clock
  }

  /** @param groups all of the workshop; answers the same, named for outside. @throws Problem as `ExportWorkers.run` */
  async of(workshopId: WorkshopId, groups: readonly Group[]): Promise<Group[]> {
    const doubtful = groups.filter(({ name }) => canRepeat(name))
    if (doubtful.length === 0) return [...groups]
    const projections = await this.#projections(workshopId, JSON.stringify(doubtful.map(({ name }) => name)))
    return groups.map((group) =>
      canRepeat(group.name) ? { ...group, name: projections.get(group.id)?.name ?? '' } : group,
    )
  }

  #projections(workshopId: WorkshopId, names: string): Promise<Projections> {
    const now = this.#clock.now()
    const known = this.#known.get(workshopId)
    if (known?.names === names && now - known.at < FRESH_MS) return known.projections
    for (const [id, { at }] of this.#known) if (now - at >= FRESH_MS) this.#known.delete(id)
    const projections = this.#project(workshopId).then((all) => new Map(all))
    const entry = { names, at: now, projections }
    this.#known.set(workshopId, entry)
    // Whoever asks next asks anew
    projections.catch(() => {
      if (this.#known.get(workshopId) === entry) this.#known.delete(workshopId)
    })
    return projections
  }
}
