import type { Link } from '#shared/evidence/links.ts'
import type { AccountId, ArtefactId, GroupId, MemberId, VersionId } from '#shared/base/ids.ts'
import type { Result } from '#shared/base/result.ts'
import type { ErrorCode } from '#shared/errors/catalogue.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import type { Roots } from '#shared/document/roots.ts'
import type { Phase } from '#shared/workshop/phases.ts'
import type { FacilitationState } from '#shared/facilitation/state.ts'
import type { DownMessage } from '#shared/protocol/facilitation-messages.ts'
import type { ToldAmounts } from '#shared/protocol/screen.ts'
import type { VersionView } from '#shared/protocol/api.ts'
import type { RoomNow } from '#shared/protocol/rooms-now.ts'
import type { ReleaseDecision } from '#shared/consent/release-decisions.ts'
import type { NewCard } from '#shared/protocol/keys.ts'
import type { Brought, BroughtCard } from '#shared/document/bring-home.ts'
import type { Admitted } from './admitted.ts'

/** With an id where it may be asked for twice and is wanted once. */
export type AddedCard = NewCard & { id?: ArtefactId; links?: Link[] }

/** A room, without what is hidden in it and without anybody's name. */
export interface RoomOnScreen {
  state: FacilitationState
  /** Participants who are here, and how many of them are done. */
  finished: { done: number; count: number }
  told: ToldAmounts
  /** Changes with what is stored of the document. */
  stored: string
}

/** A room in the eyes of one member. */
export interface SeenRoom {
  roots: Roots
  state: FacilitationState
  /** What the member is told of what is hidden: how much there is, and their own ballots. */
  told: readonly DownMessage[]
}

/** To whom time on the thread of the rooms is billed: a member, or an account where no workshop is meant. */
export type Person = MemberId | AccountId

/** What HTTP routes and exports may ask of live rooms. Loads a room where needed and lets it unload again. */
export interface RoomService {
  /** Fills the document of a new group, durably. The update builds pages and frames. */
  create(groupId: GroupId, initial: Uint8Array): Promise<void>
  /** Cheap facts for overviews; from memory where the room is loaded, else from the event log. */
  summary(groupId: GroupId): Promise<{ phase: Phase; onlineCount: number }>
  /** How far the room is, for a screen that the whole hall sees. Loads the room. @throws Problem room_unavailable */
  onScreen(groupId: GroupId): Promise<RoomOnScreen>
  /** Whether a lock stops members from changing the room now. */
  isLocked(groupId: GroupId): Promise<boolean>
  /** Whether somebody stands before the closed door of a room: nothing of it is theirs yet, in whatever way they ask. */
  isOutside(admitted: Admitted): Promise<boolean>

  /**
   * Gives a command to a room as a member who may.
   * @throws Problem room_unavailable, StorageError
   */
  give(groupId: GroupId, by: MemberId, command: Command): Promise<Result<void, ErrorCode>>
  /** Who has an open connection to a room. */
  here(groupId: GroupId): MemberId[]
  /** How a room stands; does not load it. */
  glance(groupId: GroupId): Promise<Omit<RoomNow, 'groupId'>>
  /**
   * Reads something out of a room as it is now; must change nothing.
   * @param memberId whose own part of what is hidden is told along
   * @throws Problem room_unavailable
   */
  look<Value>(groupId: GroupId, memberId: MemberId, read: (seen: SeenRoom) => Value): Promise<Value>
  /** Who presents in a room now; null where nobody does. */
  presenter(groupId: GroupId): Promise<MemberId | null>

  /**
   * Lets somebody's request go on once they have time on the thread of the rooms, and bills it to them.
   * @throws Problem rate_limited when too many of theirs wait already
   */
  letIn(person: Person): Promise<void>

  /**
   * Does what takes long when it is the person's turn, so that asking for more of it takes nothing from others.
   * @throws Problem rate_limited when too much of theirs waits already
   */
  inTurn<Value>(person: Person, work: () => Promise<Value>): Promise<Value>

  versions(groupId: GroupId): Promise<VersionView[]>
  saveVersion(groupId: GroupId, name: string, createdBy: string): Promise<VersionView>
  /** Yjs state of a version; null when there is no such version in this group. */
  versionState(groupId: GroupId, versionId: VersionId): Promise<Uint8Array | null>
  /**
   * Makes the room look like a version by a new change that everybody receives live. Saves the present state as a
   * version first, which is the way to take the restore back, and tells everybody. Null when there is no such version.
   */
  restore(
    groupId: GroupId,
    versionId: VersionId,
    by: { memberId: MemberId; name: string },
  ): Promise<VersionView | null>

  /**
   * Carries out what a member decided about what may leave the group, as a change of theirs: admitted and corrected like
   * any other, live for everybody, durable when this answers. Answers how many cards changed.
   * @throws Problem with the code of a refusal
   */
  decideReleases(admitted: Admitted, decisions: readonly ReleaseDecision[]): Promise<number>

  /**
   * Makes a change of the server's own that has no way back, in the room, its versions and its drafts, and makes the room's log
   * short, so that what is erased there is not on the disk any more; logs of drafts stay as they are. `erase` is called for
   * each state there is and answers how much it took away. Answers that of the room. Idempotent, as far as `erase` is: what failed is done by the next attempt, also
   * where that finds nothing to take away any more.
   * @throws Problem room_unavailable, StorageError
   */
  erase(groupId: GroupId, erase: (roots: Roots) => number): Promise<number>

  /**
   * Lays cards of another group on the page where a room is, as that group's, live for everybody and durable when this
   * answers. @throws StorageError
   */
  bring(groupId: GroupId, from: string, cards: readonly BroughtCard[]): Promise<Brought>

  /**
   * Lays new cards of a member on the page where a room is, as a change of theirs: admitted and corrected like any other,
   * live for everybody, durable when this answers. A card whose id is there already stays as it is.
   * @throws Problem with the code of a refusal, StorageError
   */
  addCards(admitted: Admitted, cards: readonly AddedCard[]): Promise<ArtefactId[]>

  /** Sends everybody away and removes the room with its events and versions, from the disk, too. Idempotent. */
  remove(groupId: GroupId): Promise<void>

  /** Role, groups or membership changed: connections get the new rights or are closed, within a second. */
  memberChanged(memberId: MemberId): Promise<void>
  /** Closes every connection to a room for a reason; whoever comes back is looked at anew. */
  sendAway(groupId: GroupId, code: ErrorCode): void
  /** Gives back space on the disk that is held for writing only; what has to wait for readers goes another time. */
  settle(): Promise<void>
  /** Flushes and closes every room; pending changes are durable afterwards. */
  close(): Promise<void>
}
