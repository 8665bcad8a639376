import type { ArtefactId, GroupId, WorkshopId } from '#shared/base/ids.ts'
import type { PublicationState, PublicTexts } from '#shared/consent/publishable.ts'
import { readArtefact } from '#shared/document/artefacts.ts'
import type { Roots } from '#shared/document/roots.ts'
import { galleryKind } from '#shared/kinds/gallery-kind.ts'
import { traitsOf } from '#shared/kinds/index.ts'
import type { Clock } from '#server/ports/clock.ts'
import type { GalleryStore, PublishedProfile } from '#server/ports/gallery-store.ts'
import type { Logger } from '#server/ports/logger.ts'
import type { PeopleStore } from '#server/ports/people-store.ts'

/** Looks through all rooms of a workshop, in a process of its own. */
export type LookForPublication = (
  workshopId: WorkshopId,
  published: readonly PublicTexts[],
) => Promise<PublicationState>

interface Means {
  store: GalleryStore
  people: Pick<PeopleStore, 'group'>
  clock: Clock
  logger: Pick<Logger, 'info' | 'warn'>
  look: LookForPublication
}

/** How soon after a change all rooms are looked through, and how soon again while they go on changing. */
const LOOK_AFTER_MS = 5_000
const LOOK_AGAIN_AFTER_MS = 60_000

/**
 * Takes back what may not be public any more. Invariants (cited by the tests):
 * 1. A card that a moderator keeps in again, or that is gone, is withdrawn with the commit that says so.
 * 2. One that lies on no sheet any more, or says what some room of its workshop withholds by now, is withdrawn as soon as
 *    all rooms were looked through: some seconds later, a minute while people go on working.
 * 3. Where nothing is public, a commit costs nothing.
 */
export class GalleryWatch {
  readonly #means: Means
  readonly #public = new Map<GroupId, ArtefactId[]>()
  readonly #workshops = new Map<WorkshopId, PublishedProfile[]>()
  readonly #workshopOf = new Map<GroupId, WorkshopId | null>()
  readonly #due = new Map<WorkshopId, () => void>()
  readonly #lookedAt = new Map<WorkshopId, number>()
  #isStopped = false

  constructor(means: Means) {
    this.#means = means
  }

  /** Before the first room is loaded: what was committed last before a crash may not have been looked at. */
  async start(): Promise<void> {
    this.#isStopped = false
    await this.#refresh()
    for (const workshopId of this.#workshops.keys()) this.#schedule(workshopId)
  }

  /** Something of a workshop was published or withdrawn; its rooms may have changed while that was decided. */
  async changed(workshopId: WorkshopId): Promise<void> {
    await this.#refresh()
    if (this.#workshops.has(workshopId)) this.#schedule(workshopId)
  }

  async #refresh(): Promise<void> {
    const all = await this.#means.store.published()
    this.#public.clear()
    this.#workshops.clear()
    for (const profile of all) {
      add(this.#public, profile.groupId, profile.artefactId)
      add(this.#workshops, profile.workshopId, profile)
      this.#workshopOf.set(profile.groupId, profile.workshopId)
    }
  }

  /** A room has changed. Never throws, and changes nothing in it. */
  committed(groupId: GroupId, roots: Roots): void {
    if (this.#workshops.size === 0) return
    const ended = (this.#public.get(groupId) ?? []).filter((id) => !isOpen(roots, id))
    this.#follow(groupId, ended).catch((error: unknown) => {
      this.#tell(error, { groupId })
      // What could not be withdrawn now is withdrawn when all rooms are looked through
      const workshopId = this.#workshopOf.get(groupId)
      if (workshopId) this.#schedule(workshopId)
    })
  }

  /** Nothing is looked through any more, also not for the last commits of rooms that are being closed. */
  stop(): void {
    this.#isStopped = true
    for (const cancel of this.#due.values()) cancel()
    this.#due.clear()
  }

  async #follow(groupId: GroupId, ended: readonly ArtefactId[]): Promise<void> {
    for (const artefactId of ended) await this.#withdraw(groupId, artefactId)
    if (ended.length > 0) await this.#refresh()
    const workshopId = await this.#workshopWith(groupId)
    if (workshopId && this.#workshops.has(workshopId)) this.#schedule(workshopId)
  }

  async #workshopWith(groupId: GroupId): Promise<WorkshopId | null> {
    const known = this.#workshopOf.get(groupId)
    if (known !== undefined) return known
    const workshopId = (await this.#means.people.group(groupId))?.workshopId ?? null
    this.#workshopOf.set(groupId, workshopId)
    return workshopId
  }

  #schedule(workshopId: WorkshopId): void {
    if (this.#isStopped || this.#due.has(workshopId)) return
    const { clock } = this.#means
    const again = (this.#lookedAt.get(workshopId) ?? -Infinity) + LOOK_AGAIN_AFTER_MS - clock.now()
    const cancel = clock.after(Math.max(LOOK_AFTER_MS, again), () => {
      this.#due.delete(workshopId)
      this.#lookedAt.set(workshopId, clock.now())
      this.#lookThrough(workshopId).catch((error: unknown) => {
        this.#tell(error, { workshopId })
        this.#schedule(workshopId)
      })
    })
    this.#due.set(workshopId, cancel)
  }

  async #lookThrough(workshopId: WorkshopId): Promise<void> {
    const published = await this.#means.store.publishedOf(workshopId)
    if (published.length === 0) return
    const state = await this.#means.look(workshopId, published.map(publicTextsOf))
    const stays = new Set(state.publishable.filter(({ released }) => released).map(cardOf))
    const repeating = new Set(state.repeating)
    const ended = published.filter((one) => !stays.has(cardOf(one)) || repeating.has(one.id))
    for (const { groupId, artefactId } of ended) await this.#withdraw(groupId, artefactId)
    if (ended.length > 0) await this.#refresh()
  }

  async #withdraw(groupId: GroupId, artefactId: ArtefactId): Promise<void> {
    await this.#means.store.withdraw(groupId, artefactId)
    this.#means.logger.info({ groupId, artefactId }, 'a profile may not be public any more and was withdrawn')
  }

  #tell(error: unknown, about: Record<string, string>): void {
    this.#means.logger.warn({ err: error as Error, ...about }, 'the gallery could not be looked through')
  }
}

/** What a published profile says, as it is looked for in what is withheld. */
export const publicTextsOf = ({ id, profile }: PublishedProfile): PublicTexts => ({
  key: id,
  texts: Object.values(profile),
})

const cardOf = ({ groupId, artefactId }: Pick<PublishedProfile, 'groupId' | 'artefactId'>) =>
  `${groupId} ${artefactId}`

function isOpen({ artefacts }: Roots, artefactId: ArtefactId): boolean {
  const card = readArtefact(artefacts, artefactId)
  const rule = traitsOf(galleryKind).release
  return card?.kind === galleryKind && rule !== undefined && rule.open.includes(String(card.fields[rule.by]))
}

function add<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key)
  if (values) values.push(value)
  else map.set(key, [value])
}
