import type { GroupId, InterestId, WorkshopId } from '#shared/base/ids.ts'
import type { InterestFacts } from '#shared/gallery/interest.ts'

/** Somebody from outside would like to take part in a solution; nobody has looked at it yet. */
export interface Interest {
  id: InterestId
  workshopId: WorkshopId
  /** Whose solution it is. */
  groupId: GroupId
  /** What it was called when they read it; it may be withdrawn by now. */
  solution: string
  sentAt: number
  /** When they showed that the mail address is theirs; null: they were not asked to. */
  confirmedAt: number | null
  facts: InterestFacts
}

/**
 * What people from outside left in the gallery, until a moderator has decided about it. It goes with its group and its workshop.
 * Everything rejects with a `StorageError`. Contract suite: `tests/contract/interest-store.test.ts`.
 */
export interface InterestStore {
  /** Oldest first; not what waits for its confirmation. */
  interestsOf(workshopId: WorkshopId): Promise<Interest[]>
  /**
   * False, with nothing stored, where the workshop has `max` of them.
   * @param secretHash of what confirms it; null: it waits for nothing
   */
  add(interest: Interest, secretHash: string | null, max: number): Promise<boolean>
  /** False where nothing waits for this secret. */
  confirm(secretHash: string, at: number): Promise<boolean>
  /** Takes it out; null where it is not there, or somebody else has taken it. */
  take(workshopId: WorkshopId, id: InterestId): Promise<Interest | null>
  /** Removes what was sent before the one moment, and what waits for its confirmation since before the other. */
  sweep(before: number, waitingBefore: number): Promise<number>
}
