import type { ArtefactId, GroupId, InterestId, WorkshopId } from '#shared/base/ids.ts'
import type { InterestFacts } from '#shared/gallery/interest.ts'

/** Somebody from outside would like to take part in a solution; nobody has looked at it yet. */
export interface Interest {
  id: InterestId
  workshopId: WorkshopId
  /** Whose solution it is. */
  groupId: GroupId
  /** The card that its profile was published of; null: not known of those from before it was kept. */
  artefactId: ArtefactId | null
  /** What it was called when they read it; it may be withdrawn by now. */
  solution: string
  sentAt: number
  /** When they showed that the mail address is theirs; null: they were not asked to. */
  confirmedAt: number | null
  facts: InterestFacts
}

/** How many a workshop may have. */
export interface InterestBounds {
  listed: number
  /** For their confirmation. */
  waiting: number
}

/**
 * What people from outside left in the gallery, until a moderator has decided about it. It goes with its group and its workshop.
 * Everything rejects with a `StorageError`. Contract suite: `tests/contract/interest-store.test.ts`.
 */
export interface InterestStore {
  /** Oldest first; not what waits for its confirmation. */
  interestsOf(workshopId: WorkshopId): Promise<Interest[]>
  /**
   * Nothing is stored where the workshop has as many as it may (`full`), or where from the same mail address something
   * about the same solution is waiting already (`waiting`). Those that wait take no place of those that do not.
   * @param secretHash of what confirms it; null: it waits for nothing
   */
  add(
    interest: Interest,
    secretHash: string | null,
    most: InterestBounds,
  ): Promise<'added' | 'full' | 'waiting'>
  /** False where nothing waits for this secret. */
  confirm(secretHash: string, at: number): Promise<boolean>
  /** Takes it out; null where it is not there, or somebody else has taken it. */
  take(workshopId: WorkshopId, id: InterestId): Promise<Interest | null>
  /** Removes what was sent before the one moment, and what waits for its confirmation since before the other. */
  sweep(before: number, waitingBefore: number): Promise<number>
}
