import { createHash } from 'node:crypto'
import { newId, type ArtefactId, type GroupId, type WorkshopId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import type { Publishable } from '#shared/consent/publishable.ts'
import { Problem } from '#shared/errors/problem.ts'
import { labelIn, valueIn } from '#shared/gallery/catalogue.ts'
import { namesIn } from '#shared/consent/names.ts'
import { concernsIn, type Concern } from '#shared/gallery/concerns.ts'
import {
  contactField,
  publicFields,
  publicProfileOf,
  type PublicField,
  type PublicProfile,
} from '#shared/gallery/public-profile.ts'
import type { GalleryView, ProfileInGallery } from '#shared/protocol/gallery.ts'
import type { ReportLanguage } from '#shared/report/words.ts'
import type { Clock } from '#server/ports/clock.ts'
import type { GalleryStore, PublishedProfile } from '#server/ports/gallery-store.ts'
import type { PeopleStore, Workshop } from '#server/ports/people-store.ts'
import { publicTextsOf, type GalleryWatch, type LookForPublication } from './gallery-watch.ts'

interface Means {
  store: GalleryStore
  people: Pick<PeopleStore, 'members'>
  clock: Clock
  watch: Pick<GalleryWatch, 'changed'>
}

/** A card that may become public, in the stored words. */
type Candidate = Omit<ProfileInGallery, 'name' | 'shown' | 'namesContact' | 'persons' | 'concerns'> & {
  profile: PublicProfile
  concerns: Concern[]
}

type WorkshopFacts = Pick<Workshop, 'id' | 'language'>

/**
 * What of a workshop everybody may read. Invariants (cited by the tests):
 * 1. Nothing is public that a moderator has not let out of its group, and then published as it was shown to them.
 * 2. What is public says exactly that until it is published anew, whatever becomes of the card; or until it is withdrawn.
 * 3. What names people who take part, or tells how to reach somebody, outside the field for the contact, is not published.
 */
export class Gallery {
  readonly #means: Means

  constructor(means: Means) {
    this.#means = means
  }

  /** @param look whose turn it is decides the caller @throws Problem as `ExportWorkers.run` */
  async view(
    workshop: WorkshopFacts,
    language: ReportLanguage,
    look: LookForPublication,
  ): Promise<GalleryView> {
    const openedAt = await this.#means.store.openedAt(workshop.id)
    const candidates = await this.#candidates(workshop, look)
    return { openedAt, profiles: candidates.map((candidate) => shownIn(language, candidate)) }
  }

  async open(workshopId: WorkshopId): Promise<void> {
    await this.#means.store.open(workshopId, this.#means.clock.now())
  }

  async close(workshopId: WorkshopId): Promise<void> {
    await this.#means.store.close(workshopId)
    await this.#means.watch.changed(workshopId)
  }

  /**
   * Publishes a card as it was shown under this digest.
   * @throws Problem not_found, gallery_closed, profile_changed, profile_not_publishable
   */
  async publish(
    workshop: WorkshopFacts,
    card: { groupId: GroupId; artefactId: ArtefactId; digest: string },
    look: LookForPublication,
  ): Promise<void> {
    const { store, clock, watch } = this.#means
    if ((await store.openedAt(workshop.id)) === null) throw new Problem('gallery_closed')
    const shown = (await this.#candidates(workshop, look)).find(
      ({ groupId, artefactId }) => groupId === card.groupId && artefactId === card.artefactId,
    )
    if (!shown) throw new Problem('not_found', 'no such profile on a sheet of this group')
    if (!shown.released || shown.concerns.length > 0) throw new Problem('profile_not_publishable')
    if (shown.digest !== card.digest) throw new Problem('profile_changed')
    const now = clock.now()
    const { groupId, artefactId, profile } = shown
    const published = await store.publish(
      {
        id: newId(now),
        workshopId: workshop.id,
        groupId,
        artefactId,
        language: workshop.language,
        publishedAt: now,
        changedAt: now,
        profile,
      },
      limits.maxPublishedProfiles,
    )
    if (published === null) throw new Problem('gallery_closed', 'closed meanwhile, or full')
    await watch.changed(workshop.id)
  }

  async withdraw(workshopId: WorkshopId, groupId: GroupId, artefactId: ArtefactId): Promise<void> {
    await this.#means.store.withdraw(groupId, artefactId)
    await this.#means.watch.changed(workshopId)
  }

  async #candidates(workshop: WorkshopFacts, look: LookForPublication): Promise<Candidate[]> {
    const { store, people } = this.#means
    const before = await store.publishedOf(workshop.id)
    const { publishable } = await look(workshop.id, before.map(publicTextsOf))
    const names = (await people.members(workshop.id)).map(({ name }) => name)
    const published = await store.publishedOf(workshop.id)
    return publishable.map((card) => {
      const is = published.find((one) => one.groupId === card.groupId && one.artefactId === card.artefactId)
      return candidateOf(card, names, workshop.language, is)
    })
  }
}

/** As it is read; fields that say nothing are not there. */
function shownIn(language: ReportLanguage, { profile, concerns, ...rest }: Candidate): ProfileInGallery {
  const shown = publicFields.flatMap((field) => {
    const text = rest.released ? valueIn(language, profile, field) : ''
    return text === '' ? [] : [{ label: labelIn(language, field), text }]
  })
  const called = concerns.map((concern) => ({ ...concern, label: labelIn(language, concern.field) }))
  const namesContact = rest.released && profile[contactField] !== ''
  const persons = rest.released ? personsIn(profile) : []
  return { ...rest, name: profile.name, shown, namesContact, persons, concerns: called }
}

/** Those who take part are known by name (`concernsIn`); of others their title tells. */
function personsIn(profile: PublicProfile): string[] {
  const texts = publicFields.flatMap((field) => (field === contactField ? [] : [profile[field]]))
  const named = namesIn(texts.join('\n'), []).filter(({ type }) => type === 'person')
  return named.map(({ name }) => name)
}

function candidateOf(
  { groupId, artefactId, released, fields, withheld }: Publishable,
  names: readonly string[],
  language: 'de' | 'en',
  published: PublishedProfile | undefined,
): Candidate {
  const profile = publicProfileOf(fields)
  const digest = digestOf(language, profile)
  return {
    groupId,
    artefactId,
    released,
    profile,
    digest,
    concerns: released ? concernsIn(profile, names, withheld as PublicField[]) : [],
    published: published
      ? {
          id: published.id,
          publishedAt: published.publishedAt,
          isOutdated: digestOf(published.language, published.profile) !== digest,
        }
      : null,
  }
}

/** Names what somebody was shown, letter by letter. */
function digestOf(language: 'de' | 'en', profile: PublicProfile): string {
  const said = JSON.stringify([language, ...publicFields.map((field) => profile[field])])
  return createHash('sha256').update(said).digest('hex').slice(0, 32)
}
