import type { GroupId, MemberId } from '#shared/base/ids.ts'

/** Names the box of one vote. */
export interface BoxId {
  groupId: GroupId
  voteId: string
}

/**
 * Ballots, one box for each vote. Who cast one cannot be told from a box without its key; neither remembers times or an
 * order. Calls for one box are carried out and answered in the order in which they were made: whatever is asked after a
 * ballot was handed over counts it, and nothing is cast into a box that was destroyed before. That is all that whoever
 * looks at a vote and then acts on its ballots relies on. Contract suite: `tests/contract/ballot-box.ts`.
 */
export interface BallotBox {
  /** Makes an empty box and its key, durably. One that is there already stays as it is. */
  open(id: BoxId): Promise<void>
  /** Puts a choice in, or in the place of this member's former one. Durable when it resolves; false where there is no box. */
  cast(id: BoxId, memberId: MemberId, choice: string): Promise<boolean>
  /** The member's own choice; null where there is none. */
  own(id: BoxId, memberId: MemberId): Promise<string | null>
  /** How many have voted; null where there is no box: it came from a backup, or was destroyed. */
  turnout(id: BoxId): Promise<number | null>
  /** All choices in an order that tells nothing; null where there is no box. */
  choices(id: BoxId): Promise<string[] | null>
  /** Key first, then the box. Idempotent. */
  destroy(id: BoxId): Promise<void>
  ids(): Promise<BoxId[]>
  /** Makes durable what was cast, and lets go of all files. */
  close(): Promise<void>
}
