import type { GroupKind } from '#shared/workshop/group-kinds.ts'
import type { AccountId, GroupId, InviteId, MemberId, OrganisationId, WorkshopId } from '#shared/base/ids.ts'
import type { CopyOf } from '#shared/workshop/copy-of.ts'
import type { SizeClass } from '#shared/base/size-classes.ts'
import type { OrganisationKind, Role } from '#shared/workshop/roles.ts'
import type { Standing } from '#shared/workshop/standing.ts'

/**
 * Accounts, logins, workshops, groups, invites and members. Small and rarely written. Each method is one transaction;
 * what is decided on one answer and stored by another call needs `unitOfWork`.
 * Secrets (session, invite, return and set-up tokens, short codes) arrive here only as SHA-256 hashes (hex).
 * Contract suite: `tests/contract/people-store.ts`.
 */
export interface Account {
  id: AccountId
  name: string
  /** Lower case. */
  email: string
  passwordHash: string
  createdAt: number
}

export interface Workshop {
  id: WorkshopId
  title: string
  language: 'de' | 'en'
  createdAt: number
  /** Since when it lies in the archive: read, and changed by nobody. Absent: it does not. */
  archivedAt?: number
  /** Made to be looked at and removed again without further questions. */
  isSample: boolean
  /** The room that is rehearsed in it: then it goes with the rehearsal, and is in nobody's list. Absent: a real one. */
  rehearsalOf?: { workshopId: WorkshopId; groupId: GroupId }
  /** Of what it is a copy, where it was made of a file. */
  copyOf?: CopyOf
}

export interface Group {
  id: GroupId
  workshopId: WorkshopId
  kind: GroupKind
  name: string
  position: number
  generation: number
  /** As for a workshop. */
  archivedAt?: number
  /** A breakout that everybody may enter who likes to. */
  byChoice?: true
}

/** A body that people come from. No two of a workshop read the same (`isSameText`); units of work see to that. */
export interface Organisation {
  id: OrganisationId
  workshopId: WorkshopId
  name: string
  kind: OrganisationKind
  /** null: nobody has said. */
  sizeClass: SizeClass | null
}

export interface Invite {
  id: InviteId
  workshopId: WorkshopId
  /** By which the moderators know it again; '' for none. */
  label: string
  role: Role
  groupId: GroupId | null
  tokenHash: string
  codeHash: string
  createdAt: number
  expiresAt: number
  revokedAt: number | null
  acceptedCount: number
}

export interface Member {
  id: MemberId
  workshopId: WorkshopId
  accountId: AccountId | null
  name: string
  /** null: named none. */
  organisationId: OrganisationId | null
  /** The name of the organisation, '' without one. Follows the organisation; what a new member says here is ignored. */
  organisation: string
  /** That of the organisation; without one, what the member said of themselves. */
  organisationKind: OrganisationKind
  role: Role
  groupIds: GroupId[] | 'all'
  /** Came by an invite with choice of group, and no moderator has decided since: may change the project group. */
  mayChooseGroup: boolean
  joinedAt: number
  /** Set when a moderator removed the member; the row stays because documents refer to it. */
  removedAt: number | null
  /** Which rooms of the workshop lie in the archive; follows from workshop and groups. Absent: none. */
  archived?: GroupId[] | 'all'
  standing: Standing
  /** Whose place this person takes meanwhile; null for everybody in their own. */
  standsInFor: MemberId | null
}

/** A browser that somebody logged in or joined with. Holds at most one account and one membership per workshop. */
export interface Session {
  tokenHash: string
  accountId: AccountId | null
  /** When the password was given; ignored without an account. */
  accountSince: number
  members: Bond[]
  createdAt: number
  expiresAt: number
}

/** A browser is a member, and has shown by an invitation or a return link that it is, last at that time. */
interface Bond {
  id: MemberId
  since: number
}

/** What a member was until a moderator raised them. */
export interface FormerRights {
  role: Role
  groupIds: GroupId[] | 'all'
}

/** What a unit of work may look at. */
export type PeopleReads = Pick<
  PeopleStore,
  | 'workshop'
  | 'group'
  | 'groups'
  | 'member'
  | 'members'
  | 'invite'
  | 'inviteOf'
  | 'invites'
  | 'returnLinksBy'
  | 'organisations'
  | 'membershipsOf'
  | 'hasOtherAccounts'
>

/** What a unit of work may do. */
export type PeopleChange =
  | { type: 'addGroup'; group: Group }
  /** Somebody who comes by a personal link and by no invite; `by` made it, and knows it. */
  | { type: 'addMember'; member: Member; returnTokenHash: string; by: MemberId }
  | { type: 'changeMember'; member: MemberChange }
  /** Kept, so that logins from before do not rise with the member. */
  | { type: 'raiseMember'; memberId: MemberId; from: FormerRights; at: number }
  | { type: 'addOrganisation'; organisation: Organisation }
  /** Name, kind and size class. */
  | { type: 'changeOrganisation'; organisation: Organisation }
  /** Everybody of the one belongs to the other, former members too; the one is gone. */
  | { type: 'mergeOrganisation'; from: OrganisationId; into: OrganisationId }
  | { type: 'revokeInvite'; inviteId: InviteId; at: number }
  /** The member has no return link until there is a new one. */
  | { type: 'voidReturnLink'; memberId: MemberId }
  /** Into the archive, or with `at` null out of it; `groupId` null: the whole workshop. */
  | { type: 'archive'; workshopId: WorkshopId; groupId: GroupId | null; at: number | null }
  /** The login goes. What it was a member of keeps the name, as of somebody who was removed. */
  | { type: 'removeAccount'; accountId: AccountId; at: number }

export type MemberChange = Pick<
  Member,
  'id' | 'role' | 'groupIds' | 'mayChooseGroup' | 'removedAt' | 'standing'
>

export interface PeopleStore {
  /**
   * One unit of work: decides on what is stored and stores what was decided, as if nobody else did anything in
   * between. All changes are made or none. `decide` has no effects of its own, because it is asked again where
   * somebody else was faster; what it throws leaves as it is, and nothing has happened. On a database with
   * transactions: serialisable, asked again after a serialisation failure.
   * @throws StorageError `conflict` when a change contradicts what is stored, or others were faster all the time
   */
  unitOfWork<Value>(
    decide: (people: PeopleReads) => Promise<{ changes: readonly PeopleChange[]; value: Value }>,
  ): Promise<Value>

  /** Whether somebody else has an account, too. */
  hasOtherAccounts(than: AccountId): Promise<boolean>
  /** False only while nobody has been set up: the installation is new. */
  hasAccounts(): Promise<boolean>
  /**
   * Answers false, and stores nothing, when the e-mail address is taken. `members` become the account's own, so that
   * the person finds them by logging in.
   */
  addAccount(account: Account, members?: readonly MemberId[]): Promise<boolean>
  setPassword(id: AccountId, passwordHash: string): Promise<void>
  /** The one open way to a new password of an account; an earlier one stops working. */
  setPasswordReset(id: AccountId, tokenHash: string, expiresAt: number): Promise<void>
  /** Whose password may be set by this token, once; null for unknown, used and expired ones. */
  takePasswordReset(tokenHash: string, now: number): Promise<AccountId | null>
  account(id: AccountId): Promise<Account | null>
  /** `email` in lower case. */
  accountByEmail(email: string): Promise<Account | null>

  addSession(session: Session): Promise<void>
  /** Null for unknown and for expired sessions. */
  session(tokenHash: string, now: number): Promise<Session | null>
  extendSession(tokenHash: string, expiresAt: number): Promise<void>
  /** Idempotent. */
  endSession(tokenHash: string): Promise<void>
  /** Ends all sessions of an account except one; answers the hashes of those that ended. */
  endSessionsOf(accountId: AccountId, except: string | null): Promise<string[]>
  /** Makes the browser belong to this member; an earlier member of the same workshop leaves the session. */
  bindMember(tokenHash: string, memberId: MemberId, since: number): Promise<void>
  /**
   * No browser is this member any more, except one; answers the hashes of the sessions that lost it. Whoever has an
   * account goes on through that.
   */
  unbindMember(memberId: MemberId, except: string | null): Promise<string[]>
  /** Ends this person's oldest logins beyond so many; answers the hashes of the sessions that lost them. */
  trimSessions(whose: { accountId: AccountId } | { memberId: MemberId }, most: number): Promise<string[]>
  /** Forgets expired sessions; answers how many. */
  sweepSessions(now: number): Promise<number>

  /**
   * Workshop, groups and the founding moderator in one transaction. `others` are the people of a sample, and those whom
   * an imported workshop names and who do not belong to it (`removedAt` is set); `organisations` are where they come
   * from.
   */
  addWorkshop(
    workshop: Workshop,
    groups: readonly Group[],
    founder: Member,
    others?: readonly Member[],
    organisations?: readonly Organisation[],
  ): Promise<void>
  /**
   * Everything of a workshop in one transaction: images, invites, members, organisations, groups. What was deleted is nowhere in the
   * files afterwards. Its groups become `removals`, because their rooms lie elsewhere. Idempotent.
   */
  removeWorkshop(id: WorkshopId): Promise<void>
  /**
   * A group with its images and invites, in one transaction; its members stay and belong to it no more, and who belongs to
   * no other project group may choose one. Its room is one of the `removals` then. Idempotent.
   */
  removeGroup(id: GroupId): Promise<void>
  /** Groups that are gone and whose rooms are still to be removed. */
  removals(): Promise<GroupId[]>
  removalDone(groupId: GroupId): Promise<void>
  /** Workshops that nobody belongs to, imports that were not finished, and rehearsals. */
  unfinishedWorkshops(): Promise<WorkshopId[]>
  workshop(id: WorkshopId): Promise<Workshop | null>
  renameWorkshop(id: WorkshopId, title: string): Promise<void>
  /** Every workshop this person belongs to now, by account or by session, newest first; rehearsals are none. */
  membershipsOf(accountId: AccountId | null, memberIds: readonly MemberId[]): Promise<Membership[]>

  addGroup(group: Group): Promise<void>
  group(id: GroupId): Promise<Group | null>
  /** By position; the plenum first. */
  groups(workshopId: WorkshopId): Promise<Group[]>
  renameGroup(id: GroupId, name: string): Promise<void>

  /** By name. Those that nobody comes from any more, too. */
  organisations(workshopId: WorkshopId): Promise<Organisation[]>

  /** The member, the return link and the use of the invite in one transaction, or what there is no place in. */
  addMember(member: Member, entry: MemberEntry): Promise<'added' | 'invite_full' | 'workshop_full'>
  /** The invite somebody came by; null for founders, imported people and those of before it was kept. */
  inviteOf(memberId: MemberId): Promise<InviteId | null>
  /** Removed members too; look at `removedAt`. */
  member(id: MemberId): Promise<Member | null>
  /** A removed membership only where there is no other. */
  memberOfAccount(workshopId: WorkshopId, accountId: AccountId): Promise<Member | null>
  /** Without removed ones, by the time they joined. */
  members(workshopId: WorkshopId): Promise<Member[]>
  /** Removed ones, and those whom an imported workshop only names. */
  formerMembers(workshopId: WorkshopId): Promise<Member[]>
  /** Role, groups, choice of group, standing and removal; a name never changes, account and organisation by calls of their own. */
  changeMember(member: MemberChange): Promise<void>
  /** What the member was at that time, where they have been raised at it or later; the first such raise counts. */
  formerRights(memberId: MemberId, since: number): Promise<FormerRights | null>
  /** The one return link of a member; an earlier one stops working. `by`: who made it, where that was somebody else. */
  setReturnToken(memberId: MemberId, tokenHash: string, by: MemberId | null): Promise<void>
  /** Whose return links somebody else made, who therefore knows them. */
  returnLinksBy(memberId: MemberId): Promise<MemberId[]>
  memberByReturnToken(tokenHash: string): Promise<Member | null>

  addInvite(invite: Invite): Promise<void>
  invite(id: InviteId): Promise<Invite | null>
  inviteBySecret(secret: { tokenHash: string } | { codeHash: string }): Promise<Invite | null>
  /** Newest first. */
  invites(workshopId: WorkshopId): Promise<Invite[]>
  /** Idempotent; the first revocation counts. */
  revokeInvite(id: InviteId, revokedAt: number): Promise<void>

  /** Gives back space that is held for writing only, such as a log; false where that has to wait for readers. */
  settle(): Promise<boolean>
  /** Rejects when the store cannot answer or write. */
  ping(): Promise<void>
  close(): Promise<void>
}

export interface MemberEntry {
  returnTokenHash: string
  inviteId: InviteId
  /** How many may come by this invite, and be in the workshop. */
  maxPlaces: number
  maxMembers: number
}

export interface Membership {
  workshop: Workshop
  member: Member
  memberCount: number
  /** Project groups; the plenum is not counted. */
  groupCount: number
  plenumId: GroupId
}
