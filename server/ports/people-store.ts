import type { AccountId, GroupId, InviteId, MemberId, WorkshopId } from '#shared/base/ids.ts'
import type { OrganisationKind, Role } from '#shared/workshop/roles.ts'

/**
 * Accounts, logins, workshops, groups, invites and members. Small and rarely written; synchronous on SQLite, so every
 * method answers with a promise only because another adapter will need it.
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
}

export interface Group {
  id: GroupId
  workshopId: WorkshopId
  kind: 'plenum' | 'project'
  name: string
  position: number
  generation: number
}

export interface Invite {
  id: InviteId
  workshopId: WorkshopId
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
  organisation: string
  organisationKind: OrganisationKind
  role: Role
  groupIds: GroupId[] | 'all'
  joinedAt: number
  /** Set when a moderator removed the member; the row stays because documents refer to it. */
  removedAt: number | null
}

/** A browser that somebody logged in or joined with. Holds at most one account and one membership per workshop. */
export interface Session {
  tokenHash: string
  accountId: AccountId | null
  memberIds: MemberId[]
  createdAt: number
  expiresAt: number
}
