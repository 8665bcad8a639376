import type { ProfileId } from '#shared/base/ids.ts'
import { wordsOf, type Findable } from '#shared/gallery/search.ts'
import type { PublishedProfile } from '#server/ports/gallery-store.ts'

/** What is public, ready to be searched. */
interface FindableProfile extends Findable {
  published: PublishedProfile
}

/** Folds each text once for as long as it says the same: it takes a hundred times as long as looking into it. */
export class Findables {
  #known = new Map<ProfileId, FindableProfile>()

  /** In the order in which they are handed in. What is not among them any more is forgotten. */
  of(all: readonly PublishedProfile[]): FindableProfile[] {
    const findables = all.map((published) => {
      const known = this.#known.get(published.id)
      if (known?.published.changedAt === published.changedAt) return known
      return { published, profile: published.profile, words: wordsOf(published.profile) }
    })
    this.#known = new Map(findables.map((findable) => [findable.published.id, findable]))
    return findables
  }
}
