import type { ArtefactId, GroupId, ProfileId, WorkshopId } from '#shared/base/ids.ts'
import type { PublicProfile } from '#shared/gallery/public-profile.ts'

/** A solution profile as everybody can read it; made of a card, and of no document any more. */
export interface PublishedProfile {
  id: ProfileId
  workshopId: WorkshopId
  groupId: GroupId
  artefactId: ArtefactId
  /** What it is written in. */
  language: 'de' | 'en'
  publishedAt: number
  /** When it was last published anew. */
  changedAt: number
  profile: PublicProfile
}

/**
 * What is public, apart from every room's document, so that public pages open no room. It goes with its group and its
 * workshop. Everything rejects with a `StorageError`. Contract suite: `tests/contract/gallery-store.test.ts`.
 */
export interface GalleryStore {
  /** Of all workshops; what changed last comes first. */
  published(): Promise<PublishedProfile[]>
  profile(id: ProfileId): Promise<PublishedProfile | null>
  publishedOf(workshopId: WorkshopId): Promise<PublishedProfile[]>
  /** Since when profiles of a workshop may be published; null: they may not. */
  openedAt(workshopId: WorkshopId): Promise<number | null>
  /** Stays as it is where it is open. */
  open(workshopId: WorkshopId, at: number): Promise<void>
  /** Withdraws all that is published of the workshop. Idempotent. */
  close(workshopId: WorkshopId): Promise<void>
  /**
   * Takes the place of what was published of the same card, under the same id and since the same day. Answers under which id;
   * null, with nothing stored, where the gallery of the workshop is closed, or has `max` of other cards.
   */
  publish(profile: PublishedProfile, max: number): Promise<ProfileId | null>
  /** Idempotent; answers whether there was one. */
  withdraw(groupId: GroupId, artefactId: ArtefactId): Promise<boolean>
}
