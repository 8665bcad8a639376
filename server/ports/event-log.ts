import type { GroupId } from '#shared/base/ids.ts'
import type { StoredEnvelope } from '#shared/facilitation/events.ts'

/** Facilitation events per group in gapless order. Contract suite: `tests/contract/event-log.ts`. */
export interface EventLog {
  /**
   * Appends durably. Answers false, and stores nothing, when one of the sequence numbers is already taken: the caller
   * then reloads and decides again.
   */
  append(groupId: GroupId, envelopes: readonly StoredEnvelope[]): Promise<boolean>
  /** All events of a group by rising `seq`, those of a newer version included. */
  load(groupId: GroupId): Promise<StoredEnvelope[]>
}
