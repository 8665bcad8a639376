import type { GroupId, MemberId } from '#shared/base/ids.ts'

/** Names the box of one vote. */
export interface BoxId {
  groupId: GroupId
  voteId: string
}

/**
 * Ballots, one box for each vote. Who cast one cannot be told from a box without its key; neither remembers times or an
 * order. Contract suite: `tests/contract/ballot-box.ts`.
 */
export interface BallotBox {
  /** Makes an empty box and its key, durably. One that is there already stays as it is. */
  open(id: BoxId): void
  /** Puts a choice in, or in the place of this member's former one. Durable when it resolves. @throws Error without a box */
  cast(id: BoxId, memberId: MemberId, choice: string): Promise<void>
  /** The member's own choice; null where there is none. */
  own(id: BoxId, memberId: MemberId): string | null
  /** How many have voted; null where there is no box: it came from a backup, or was destroyed. */
  turnout(id: BoxId): number | null
  /** All choices in an order that tells nothing; null where there is no box. */
  choices(id: BoxId): string[] | null
  /** Key first, then the box. Idempotent. */
  destroy(id: BoxId): void
  ids(): BoxId[]
  /** Makes durable what was cast, and lets go of all files. */
  close(): void
}
