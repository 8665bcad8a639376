import type { GroupId, MemberId } from '#shared/base/ids.ts'
import { refused, type Result } from '#shared/base/result.ts'
import type { Roots } from '#shared/document/roots.ts'
import type { ErrorCode } from '#shared/errors/catalogue.ts'
import type { VoteResult } from '#shared/facilitation/vote/count.ts'
import type { Ballot, Vote } from '#shared/facilitation/vote/vote.ts'
import type { DownMessage } from '#shared/protocol/facilitation-messages.ts'
import type { Admitted } from './admitted.ts'
import type { EventEnvelope } from '#shared/facilitation/events.ts'
import type { FacilitationState } from '#shared/facilitation/state.ts'
import type { EventLog } from '#server/ports/event-log.ts'
import type { DocumentSync } from './document-sync.ts'
import type { AsideChange } from './set-aside.ts'

/** A room to which something hidden is brought to light. */
export interface LitRoom {
  groupId: GroupId
  sync: DocumentSync
  /** Something of the document changed and is to be sent. */
  wake: () => void
}

/** What the server keeps from the people in a room, as the room sees it. */
export interface RoomSecrets {
  /**
   * Stores events, and in the same transaction what they bring to light. False, with nothing stored, when one of the
   * numbers is taken.
   */
  commit(room: LitRoom, envelopes: readonly EventEnvelope[]): Promise<boolean>
  /** Tells somebody who came in how much there is, never what, beside what is their own. */
  entered(
    groupId: GroupId,
    state: FacilitationState,
    memberId: MemberId,
    tell: (message: DownMessage) => void,
  ): Promise<void>
  /** Something was stored in somebody's own draft from outside of it. */
  putAside(change: AsideChange): Promise<void>
  /** Puts a ballot into its box. */
  cast(
    voter: Admitted,
    state: FacilitationState,
    voteId: string,
    ballot: Ballot,
  ): Promise<Result<void, ErrorCode>>
  /** Counts a closed vote; null where its ballots are gone. */
  tally(groupId: GroupId, vote: Vote): Promise<VoteResult | null>
  /** Something is erased for good: it goes from what is hidden as well, and nobody is told from how much. */
  erasing(groupId: GroupId, state: FacilitationState, erase: (roots: Roots) => number): Promise<void>
  /** The room is being removed: sends its people away from whatever is hidden in it. */
  removing(groupId: GroupId): Promise<void>
  /** Role, groups or membership changed. */
  memberChanged(memberId: MemberId): Promise<void>
}

/** Of a server on which nothing is hidden. */
export const openSecrets = (eventLog: EventLog): RoomSecrets => ({
  commit: ({ groupId }, envelopes) => eventLog.append(groupId, envelopes),
  entered: () => Promise.resolve(),
  putAside: () => Promise.resolve(),
  cast: () => Promise.resolve(refused('vote_not_ready')),
  tally: () => Promise.resolve(null),
  erasing: () => Promise.resolve(),
  removing: () => Promise.resolve(),
  memberChanged: () => Promise.resolve(),
})
