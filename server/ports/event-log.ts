import type { GroupId } from '#shared/base/ids.ts'
import type { StoredEnvelope } from '#shared/facilitation/events.ts'
import type { Noteworthy } from '#shared/facilitation/noteworthy.ts'

/** A step in people's own time and its deadline, milliseconds since the Unix epoch. */
export interface DueStep {
  groupId: GroupId
  stepId: string
  at: number
}

/** Something that nobody outside has been told of yet. */
export interface Untold extends Noteworthy {
  groupId: GroupId
}

/** Facilitation events per group in gapless order. Contract suite: `tests/contract/event-log.ts`. */
export interface EventLog {
  /**
   * Appends durably. Answers false, and stores nothing, when one of the sequence numbers is already taken: the caller
   * then reloads and decides again.
   */
  append(groupId: GroupId, envelopes: readonly StoredEnvelope[]): Promise<boolean>
  /** All events of a group by rising `seq`, those of a newer version included. */
  load(groupId: GroupId): Promise<StoredEnvelope[]>
  /**
   * Steps that run until a deadline, of all groups, by deadline. Kept in the same transaction as the events it follows
   * from, so that no crash makes one forgotten.
   */
  due(): Promise<DueStep[]>
  /** What has to be told outside, in the order in which it happened. Kept in the same transaction, as what is due. */
  untold(): Promise<Untold[]>
  /** All of these are told, at once. Idempotent. */
  told(these: readonly Pick<Untold, 'groupId' | 'seq'>[]): Promise<void>
}
