import type Database from 'better-sqlite3'
import { StorageError } from '#server/base/storage-error.ts'
import { asking } from './storage-errors.ts'
import type { AccountId, GroupId, InviteId, MemberId, WorkshopId } from '#shared/base/ids.ts'
import type {
  Account,
  Group,
  Invite,
  Member,
  MemberChange,
  MemberEntry,
  Membership,
  Organisation,
  PeopleChange,
  PeopleReads,
  PeopleStore,
  Session,
  Workshop,
} from '#server/ports/people-store.ts'
import { emptyLog } from './database.ts'
import { prepareStatements, type PeopleStatements } from './people-statements.ts'
import {
  accountRow,
  cameByRow,
  endedSessionRow,
  formerRightsRow,
  groupRow,
  groupToRow,
  inviteRow,
  memberIdRow,
  memberRow,
  membershipCountsRow,
  organisationRow,
  passwordResetRow,
  removalRow,
  sessionRow,
  workshopRow,
  writesRow,
  toRow,
  workshopToRow,
} from './people-rows.ts'

/** How often a decision is taken again because somebody else was faster. */
const MAX_TRIES = 50

/** People in SQLite. Every call runs to its end at once, so calls never interleave within a method. */
export class SqlitePeopleStore implements PeopleStore {
  readonly #database: Database.Database
  readonly #run: PeopleStatements

  /** Takes over the database and closes it in the end. */
  constructor(database: Database.Database) {
    this.#database = database
    this.#run = prepareStatements(database)
  }

  /**
   * Optimistic, so that no transaction stays open while others go on: the decision counts if nobody has written
   * since before its first look, on this connection or another; else it is taken again.
   */
  async unitOfWork<Value>(
    decide: (people: PeopleReads) => Promise<{ changes: readonly PeopleChange[]; value: Value }>,
  ): Promise<Value> {
    for (let tries = 0; tries < MAX_TRIES; tries++) {
      const before = this.#writesSoFar()
      const { changes, value } = await decide(this)
      const isStored = this.#atOnce(() => {
        if (this.#writesSoFar() !== before) return false
        for (const change of changes) this.#make(change)
        return true
      })
      if (isStored) return value
    }
    throw new StorageError('conflict', 'others were faster all the time')
  }

  /** Everything or nothing. Nobody writes between its first look and its end, on another connection neither. */
  #atOnce<Value>(run: () => Value): Value {
    const transaction = this.#database.transaction(run)
    return asking(() => transaction.immediate())
  }

  /** Changes with every write: counted here on this connection, by SQLite for all others. */
  #writesSoFar(): string {
    const elsewhere = String(this.#database.pragma('data_version', { simple: true }))
    const { here } = writesRow.parse(this.#run.writesHere.get())
    return `${here} ${elsewhere}`
  }

  #make(change: PeopleChange): void {
    switch (change.type) {
      case 'addGroup':
        return void this.#run.addGroup.run(groupToRow(change.group))
      case 'addMember':
        this.#run.addMember.run(toRow(change.member))
        return void this.#run.setReturnToken.run(change.returnTokenHash, change.by, change.member.id)
      case 'changeMember':
        return void this.#run.changeMember.run(toRow(change.member))
      case 'raiseMember': {
        const { memberId, at, from } = change
        return void this.#run.raiseMember.run(memberId, at, from.role, JSON.stringify(from.groupIds))
      }
      case 'addOrganisation':
        return void this.#run.addOrganisation.run(change.organisation)
      case 'changeOrganisation':
        return void this.#run.changeOrganisation.run(change.organisation)
      case 'mergeOrganisation':
        this.#run.moveMembers.run({ from: change.from, into: change.into })
        return void this.#run.removeOrganisation.run({ from: change.from })
      case 'revokeInvite':
        return void this.#run.revokeInvite.run(change.at, change.inviteId)
      case 'voidReturnLink':
        return void this.#run.setReturnToken.run(null, null, change.memberId)
      case 'archive': {
        const statement = change.groupId === null ? this.#run.archiveWorkshop : this.#run.archiveGroup
        return void statement.run(change)
      }
      case 'removeAccount':
        for (const statement of this.#run.removeAccount)
          statement.run({ id: change.accountId, at: change.at })
    }
  }

  async hasOtherAccounts(than: AccountId) {
    return this.#run.otherAccount.get(than) !== undefined
  }

  async hasAccounts() {
    return this.#run.anyAccount.get() !== undefined
  }

  async addAccount(account: Account, members: readonly MemberId[] = []) {
    return this.#atOnce(() => {
      if (this.#run.addAccount.run(account).changes === 0) return false
      for (const memberId of members) this.#run.bindAccount.run(account.id, memberId)
      return true
    })
  }

  async setPassword(id: AccountId, passwordHash: string) {
    this.#run.setPassword.run(passwordHash, id)
  }

  async setPasswordReset(id: AccountId, tokenHash: string, expiresAt: number) {
    this.#run.setPasswordReset.run(id, tokenHash, expiresAt)
  }

  async takePasswordReset(tokenHash: string, now: number) {
    const reset = one(passwordResetRow, this.#run.takePasswordReset.get(tokenHash))
    return reset && reset.expires_at > now ? reset.account_id : null
  }

  async account(id: AccountId) {
    return one(accountRow, this.#run.account.get(id))
  }

  async accountByEmail(email: string) {
    return one(accountRow, this.#run.accountByEmail.get(email))
  }

  async addSession(session: Session) {
    this.#atOnce(() => {
      this.#run.addSession.run(session)
      for (const { id, since } of session.members) this.#run.bindMember.run(session.tokenHash, id, since)
    })
  }

  async session(tokenHash: string, now: number) {
    return one(sessionRow, this.#run.session.get(tokenHash, now))
  }

  async extendSession(tokenHash: string, expiresAt: number) {
    this.#run.extendSession.run(expiresAt, tokenHash)
  }

  async endSession(tokenHash: string) {
    this.#run.endSession.run(tokenHash)
  }

  async endSessionsOf(accountId: AccountId, except: string | null) {
    return hashesOf(this.#run.endSessionsOf.all(accountId, except))
  }

  async bindMember(tokenHash: string, memberId: MemberId, since: number) {
    this.#atOnce(() => {
      this.#run.unbindSiblings.run(tokenHash, memberId)
      this.#run.bindMember.run(tokenHash, memberId, since)
    })
  }

  async unbindMember(memberId: MemberId, except: string | null) {
    return hashesOf(this.#run.unbindMember.all(memberId, except))
  }

  async trimSessions(whose: { accountId: AccountId } | { memberId: MemberId }, most: number) {
    const trim = 'accountId' in whose ? this.#run.trimOfAccount : this.#run.trimOfMember
    return this.#atOnce(() => {
      const ended = hashesOf(trim.all({ ...whose, most }))
      for (const tokenHash of ended) this.#run.endEmptySession.run({ tokenHash })
      return ended
    })
  }

  async sweepSessions(now: number) {
    return this.#run.sweepSessions.run(now).changes
  }

  async addWorkshop(
    workshop: Workshop,
    groups: readonly Group[],
    founder: Member,
    others: readonly Member[] = [],
    organisations: readonly Organisation[] = [],
  ) {
    this.#atOnce(() => {
      this.#run.addWorkshop.run(workshopToRow(workshop))
      for (const group of groups) this.#run.addGroup.run(groupToRow(group))
      for (const organisation of organisations) this.#run.addOrganisation.run(organisation)
      for (const member of [founder, ...others]) this.#run.addMember.run(toRow(member))
    })
  }

  async removeWorkshop(id: WorkshopId) {
    this.#atOnce(() => {
      for (const statement of this.#run.removeWorkshop) statement.run({ id })
    })
    // What was deleted stands in the write-ahead log still
    asking(() => this.#database.pragma('wal_checkpoint(TRUNCATE)'))
  }

  async removeGroup(id: GroupId) {
    this.#database.transaction(() => {
      for (const statement of this.#run.removeGroup) statement.run({ id })
    })()
    this.#database.pragma('wal_checkpoint(TRUNCATE)')
  }

  async removals() {
    return all(removalRow, this.#run.removals.all()).map((row) => row.group_id)
  }

  async removalDone(groupId: GroupId) {
    this.#run.removalDone.run(groupId)
  }

  async unfinishedWorkshops() {
    return all(workshopRow, this.#run.unfinishedWorkshops.all()).map(({ id }) => id)
  }

  async workshop(id: WorkshopId) {
    return one(workshopRow, this.#run.workshop.get(id))
  }

  async renameWorkshop(id: WorkshopId, title: string) {
    this.#run.renameWorkshop.run(title, id)
  }

  async membershipsOf(accountId: AccountId | null, memberIds: readonly MemberId[]) {
    const rows = this.#run.membershipsOf.all(accountId, JSON.stringify(memberIds))
    return all(memberRow, rows).map((member) => this.#membership(member))
  }

  #membership(member: Member): Membership {
    const { member_count: memberCount, group_count: groupCount, plenum_id: plenumId } = this.#countsOf(member)
    return {
      workshop: workshopRow.parse(this.#run.workshop.get(member.workshopId)),
      ...{ member, memberCount, groupCount, plenumId },
    }
  }

  #countsOf({ workshopId }: Member) {
    return membershipCountsRow.parse(this.#run.membershipCounts.get({ workshopId }))
  }

  async addGroup(group: Group) {
    this.#run.addGroup.run(groupToRow(group))
  }

  async group(id: GroupId) {
    return one(groupRow, this.#run.group.get(id))
  }

  async groups(workshopId: WorkshopId) {
    return all(groupRow, this.#run.groups.all(workshopId))
  }

  async renameGroup(id: GroupId, name: string) {
    this.#run.renameGroup.run(name, id)
  }

  async organisations(workshopId: WorkshopId) {
    return all(organisationRow, this.#run.organisations.all(workshopId))
  }

  async addMember(member: Member, { returnTokenHash, inviteId, maxPlaces, maxMembers }: MemberEntry) {
    return this.#atOnce(() => {
      if (this.#countsOf(member).member_count >= maxMembers) return 'workshop_full'
      if (this.#run.countAccepted.run(inviteId, maxPlaces).changes === 0) return 'invite_full'
      this.#run.addMember.run(toRow(member))
      this.#run.setEntry.run(returnTokenHash, inviteId, member.id)
      return 'added'
    })
  }

  async inviteOf(memberId: MemberId) {
    return one(cameByRow, this.#run.inviteOf.get(memberId))?.invite_id ?? null
  }

  async member(id: MemberId) {
    return one(memberRow, this.#run.member.get(id))
  }

  async memberOfAccount(workshopId: WorkshopId, accountId: AccountId) {
    return one(memberRow, this.#run.memberOfAccount.get(workshopId, accountId))
  }

  async members(workshopId: WorkshopId) {
    return all(memberRow, this.#run.members.all(workshopId))
  }

  async formerMembers(workshopId: WorkshopId) {
    return all(memberRow, this.#run.formerMembers.all(workshopId))
  }

  async changeMember(member: MemberChange) {
    this.#run.changeMember.run(toRow(member))
  }

  async formerRights(memberId: MemberId, since: number) {
    return one(formerRightsRow, this.#run.formerRights.get(memberId, since))
  }

  async setReturnToken(memberId: MemberId, tokenHash: string, by: MemberId | null) {
    this.#run.setReturnToken.run(tokenHash, by, memberId)
  }

  async returnLinksBy(memberId: MemberId) {
    return all(memberIdRow, this.#run.returnLinksBy.all(memberId)).map(({ id }) => id)
  }

  async memberByReturnToken(tokenHash: string) {
    return one(memberRow, this.#run.memberByReturnToken.get(tokenHash))
  }

  async addInvite(invite: Invite) {
    this.#run.addInvite.run(invite)
  }

  async invite(id: InviteId) {
    return one(inviteRow, this.#run.invite.get(id))
  }

  async inviteBySecret(secret: { tokenHash: string } | { codeHash: string }) {
    const row =
      'tokenHash' in secret
        ? this.#run.inviteByToken.get(secret.tokenHash)
        : this.#run.inviteByCode.get(secret.codeHash)
    return one(inviteRow, row)
  }

  async invites(workshopId: WorkshopId) {
    return all(inviteRow, this.#run.invites.all(workshopId))
  }

  async revokeInvite(id: InviteId, revokedAt: number) {
    this.#run.revokeInvite.run(revokedAt, id)
  }

  /** Writes, because a full disk lets reads pass. */
  async ping() {
    asking(() => {
      const version = this.#database.pragma('user_version', { simple: true }) as number
      this.#database.pragma(`user_version = ${version}`)
    })
  }

  async settle() {
    return asking(() => emptyLog(this.#database))
  }

  async close() {
    this.#database.close()
  }
}

interface RowSchema<Value> {
  parse(row: unknown): Value
}

function one<Value>(schema: RowSchema<Value>, row: unknown): Value | null {
  return row === undefined ? null : schema.parse(row)
}

function all<Value>(schema: RowSchema<Value>, rows: unknown[]): Value[] {
  return rows.map((row) => schema.parse(row))
}

const hashesOf = (rows: unknown[]) => all(endedSessionRow, rows).map((row) => row.token_hash)
