import type { AccountId, GroupId, InviteId, MemberId, OrganisationId, WorkshopId } from '#shared/base/ids.ts'
import { StorageError } from '#server/base/storage-error.ts'
import type {
  Account,
  Group,
  Invite,
  Member,
  FormerRights,
  MemberChange,
  MemberEntry,
  Membership,
  Organisation,
  PeopleChange,
  PeopleReads,
  PeopleStore,
  Workshop,
} from '#server/ports/people-store.ts'
import { MemorySessions } from './sessions.ts'
import { byTimeDown, copy, find } from './maps.ts'
import { archive, archivedFor } from './people-archive.ts'
import { dropInvitesInto, endMembershipsOf, leaveGroup } from './people-losses.ts'

/** People in memory: for tests, and the plainest statement of what the port means. Hands out copies only. */
export class MemoryPeopleStore extends MemorySessions implements PeopleStore {
  readonly #accounts = new Map<AccountId, Account>()
  readonly #resets = new Map<AccountId, { tokenHash: string; expiresAt: number }>()
  readonly #workshops = new Map<WorkshopId, Workshop>()
  readonly #groups = new Map<GroupId, Group>()
  readonly #shelved = { workshops: this.#workshops, groups: this.#groups }
  readonly #members = new Map<MemberId, Member>()
  readonly #organisations = new Map<OrganisationId, Organisation>()
  readonly #returnTokens = new Map<MemberId, { hash: string; by: MemberId | null }>()
  readonly #removals = new Set<GroupId>()
  readonly #raises = new Map<MemberId, { from: FormerRights; at: number }[]>()
  readonly #cameBy = new Map<MemberId, InviteId>()
  readonly #invites = new Map<InviteId, Invite>()

  protected workshopOf(memberId: MemberId) {
    return this.#members.get(memberId)?.workshopId
  }

  /** In turn, and on copies of what a unit may change: what is decided meanwhile by others is looked at again. */
  async unitOfWork<Value>(
    decide: (people: PeopleReads) => Promise<{ changes: readonly PeopleChange[]; value: Value }>,
  ): Promise<Value> {
    for (;;) {
      const before = this.#content()
      const { changes, value } = await decide(this)
      if (this.#content() !== before) continue
      if (changes.some((change) => this.#isKnown(change))) throw taken()
      if (changes.length > 0) this.disk.write()
      for (const change of changes) this.#make(change)
      return value
    }
  }

  /** All that a unit may look at. */
  #content(): string {
    return JSON.stringify([
      [...this.#workshops.values()],
      [...this.#groups.values()],
      [...this.#members.values()],
      [...this.#invites.values()],
      [...this.#organisations.values()],
      [...this.#returnTokens],
    ])
  }

  #isKnown(change: PeopleChange): boolean {
    if (change.type === 'addGroup') return this.#groups.has(change.group.id)
    if (change.type === 'addMember') return this.#members.has(change.member.id)
    return change.type === 'addOrganisation' && this.#organisations.has(change.organisation.id)
  }

  #make(change: PeopleChange): void {
    switch (change.type) {
      case 'addGroup':
        return void this.#groups.set(change.group.id, { ...change.group })
      case 'addMember':
        this.#members.set(change.member.id, structuredClone(change.member))
        return void this.#returnTokens.set(change.member.id, { hash: change.returnTokenHash, by: change.by })
      case 'changeMember':
        return this.#changeMember(change.member)
      case 'raiseMember': {
        const { memberId, from, at } = change
        return void this.#raises.set(memberId, [...(this.#raises.get(memberId) ?? []), { from, at }])
      }
      case 'addOrganisation':
      case 'changeOrganisation':
        return void this.#organisations.set(change.organisation.id, { ...change.organisation })
      case 'mergeOrganisation': {
        for (const member of this.#members.values()) {
          if (member.organisationId === change.from) member.organisationId = change.into
        }
        return void this.#organisations.delete(change.from)
      }
      case 'revokeInvite': {
        const invite = this.#invites.get(change.inviteId)
        if (invite) invite.revokedAt ??= change.at
        return
      }
      case 'voidReturnLink':
        return void this.#returnTokens.delete(change.memberId)
      case 'archive':
        return archive(this.#shelved, change)
      case 'removeAccount':
        return this.#removeAccount(change.accountId, change.at)
    }
  }

  #removeAccount(id: AccountId, at: number): void {
    for (const member of endMembershipsOf(id, at, this.#members.values())) this.#returnTokens.delete(member)
    this.forgetSessionsOf(id)
    this.#resets.delete(id)
    this.#accounts.delete(id)
  }

  async hasOtherAccounts(than: AccountId) {
    return [...this.#accounts.keys()].some((id) => id !== than)
  }

  async hasAccounts() {
    return this.#accounts.size > 0
  }

  async addAccount(account: Account, members: readonly MemberId[] = []) {
    if (find(this.#accounts, ({ email }) => email === account.email)) return false
    this.disk.write()
    this.#accounts.set(account.id, { ...account })
    for (const id of members) this.#members.get(id)!.accountId = account.id
    return true
  }

  async setPassword(id: AccountId, passwordHash: string) {
    this.disk.write()
    const account = this.#accounts.get(id)
    if (account) account.passwordHash = passwordHash
  }

  async setPasswordReset(id: AccountId, tokenHash: string, expiresAt: number) {
    this.disk.write()
    this.#resets.set(id, { tokenHash, expiresAt })
  }

  async takePasswordReset(tokenHash: string, now: number) {
    const found = [...this.#resets].find(([, reset]) => reset.tokenHash === tokenHash)
    if (!found) return null
    this.disk.write()
    this.#resets.delete(found[0])
    return found[1].expiresAt > now ? found[0] : null
  }

  async account(id: AccountId) {
    return copy(this.#accounts.get(id))
  }

  async accountByEmail(email: string) {
    return copy(find(this.#accounts, (account) => account.email === email))
  }

  async addWorkshop(
    workshop: Workshop,
    groups: readonly Group[],
    founder: Member,
    others: readonly Member[] = [],
    organisations: readonly Organisation[] = [],
  ) {
    const isTaken = this.#workshops.has(workshop.id) || groups.some(({ id }) => this.#groups.has(id))
    if (isTaken) throw taken()
    this.disk.write()
    this.#workshops.set(workshop.id, { ...workshop })
    for (const one of organisations) this.#organisations.set(one.id, { ...one })
    for (const group of groups) this.#groups.set(group.id, { ...group })
    for (const member of [founder, ...others]) this.#members.set(member.id, structuredClone(member))
  }

  async removeWorkshop(id: WorkshopId) {
    this.disk.write()
    const gone = [...this.#members.values()].filter(({ workshopId }) => workshopId === id)
    for (const member of gone) {
      this.#members.delete(member.id)
      this.#returnTokens.delete(member.id)
      this.#raises.delete(member.id)
      this.#cameBy.delete(member.id)
      this.leaveAllSessions(member.id)
    }
    for (const [key, { workshopId }] of this.#invites) if (workshopId === id) this.#invites.delete(key)
    for (const [key, { workshopId }] of this.#organisations)
      if (workshopId === id) this.#organisations.delete(key)
    for (const [key, { workshopId }] of this.#groups) {
      if (workshopId !== id) continue
      this.#groups.delete(key)
      this.#removals.add(key)
    }
    this.#workshops.delete(id)
  }

  async removeGroup(id: GroupId) {
    this.disk.write()
    if (!this.#groups.delete(id)) return
    dropInvitesInto(id, this.#invites, this.#cameBy)
    leaveGroup(id, this.#members.values())
    this.#removals.add(id)
  }

  async removals() {
    return [...this.#removals]
  }

  async removalDone(groupId: GroupId) {
    this.disk.write()
    this.#removals.delete(groupId)
  }

  async unfinishedWorkshops() {
    const present = [...this.#members.values()].filter((one) => one.removedAt === null)
    const inhabited = new Set(present.map(({ workshopId }) => workshopId))
    const all = [...this.#workshops.values()]
    return all.filter(({ id, rehearsalOf }) => rehearsalOf || !inhabited.has(id)).map(({ id }) => id)
  }

  async workshop(id: WorkshopId) {
    return copy(this.#workshops.get(id))
  }

  async renameWorkshop(id: WorkshopId, title: string) {
    this.disk.write()
    const workshop = this.#workshops.get(id)
    if (workshop) workshop.title = title
  }

  async membershipsOf(accountId: AccountId | null, memberIds: readonly MemberId[]) {
    const mine = [...this.#members.values()].filter(
      ({ id, accountId: own, workshopId, removedAt }) =>
        removedAt === null &&
        ((accountId !== null && own === accountId) || memberIds.includes(id)) &&
        !this.#workshops.get(workshopId)?.rehearsalOf,
    )
    const memberships = await Promise.all(mine.map((member) => this.#membership(member)))
    return memberships.sort((a, b) => byTimeDown(a.workshop, b.workshop))
  }

  async #membership(member: Member): Promise<Membership> {
    const groups = await this.groups(member.workshopId)
    return {
      workshop: { ...this.#workshops.get(member.workshopId)! },
      member: this.#seen(member),
      memberCount: (await this.members(member.workshopId)).length,
      groupCount: groups.filter(({ kind, archivedAt }) => kind === 'project' && !archivedAt).length,
      plenumId: groups.find(({ kind }) => kind === 'plenum')!.id,
    }
  }

  async addGroup(group: Group) {
    if (this.#groups.has(group.id)) throw taken()
    this.disk.write()
    this.#groups.set(group.id, { ...group })
  }

  async group(id: GroupId) {
    return copy(this.#groups.get(id))
  }

  async groups(workshopId: WorkshopId) {
    const groups = [...this.#groups.values()].filter((group) => group.workshopId === workshopId)
    return structuredClone(groups.sort((a, b) => a.position - b.position))
  }

  async renameGroup(id: GroupId, name: string) {
    this.disk.write()
    const group = this.#groups.get(id)
    if (group) group.name = name
  }

  async addMember(
    member: Member,
    { returnTokenHash, inviteId, maxPlaces, maxMembers }: MemberEntry,
  ): Promise<'added' | 'invite_full' | 'workshop_full'> {
    const invite = this.#invites.get(inviteId)
    if (!invite || invite.acceptedCount >= maxPlaces) return 'invite_full'
    const present = this.#membersWhere(member.workshopId, ({ removedAt }) => removedAt === null)
    if (present.length >= maxMembers) return 'workshop_full'
    if (this.#members.has(member.id)) throw taken()
    this.disk.write()
    this.#members.set(member.id, structuredClone(member))
    this.#returnTokens.set(member.id, { hash: returnTokenHash, by: null })
    this.#cameBy.set(member.id, inviteId)
    invite.acceptedCount++
    return 'added'
  }

  async organisations(workshopId: WorkshopId) {
    const found = [...this.#organisations.values()].filter((one) => one.workshopId === workshopId)
    return structuredClone(found.sort((a, b) => (a.name < b.name ? -1 : 1)))
  }

  /** A copy with what the organisation says. */
  #seen(member: Member): Member {
    const organisation = member.organisationId && this.#organisations.get(member.organisationId)
    const { name = '', kind = member.organisationKind } = organisation || {}
    const shelved = archivedFor(this.#shelved, member.workshopId)
    return { ...structuredClone(member), organisation: name, organisationKind: kind, ...shelved }
  }

  async inviteOf(memberId: MemberId) {
    return this.#cameBy.get(memberId) ?? null
  }

  async member(id: MemberId) {
    const member = this.#members.get(id)
    return member ? this.#seen(member) : null
  }

  async memberOfAccount(workshopId: WorkshopId, accountId: AccountId) {
    const own = [...this.#members.values()].filter(
      (member) => member.workshopId === workshopId && member.accountId === accountId,
    )
    const found = own.find(({ removedAt }) => removedAt === null) ?? own[0]
    return found ? this.#seen(found) : null
  }

  async members(workshopId: WorkshopId) {
    return this.#membersWhere(workshopId, ({ removedAt }) => removedAt === null)
  }

  async formerMembers(workshopId: WorkshopId) {
    return this.#membersWhere(workshopId, ({ removedAt }) => removedAt !== null)
  }

  #membersWhere(workshopId: WorkshopId, matches: (member: Member) => boolean): Member[] {
    const found = [...this.#members.values()].filter(
      (member) => member.workshopId === workshopId && matches(member),
    )
    return found.sort((a, b) => a.joinedAt - b.joinedAt).map((member) => this.#seen(member))
  }

  async changeMember(member: MemberChange) {
    this.disk.write()
    this.#changeMember(member)
  }

  #changeMember({ id, role, groupIds, mayChooseGroup, removedAt, standing }: MemberChange): void {
    Object.assign(this.#members.get(id) ?? {}, { role, groupIds, mayChooseGroup, removedAt, standing })
  }

  async formerRights(memberId: MemberId, since: number) {
    const raises = (this.#raises.get(memberId) ?? []).filter(({ at }) => at >= since)
    return copy(raises.sort((a, b) => a.at - b.at)[0]?.from)
  }

  async setReturnToken(memberId: MemberId, hash: string, by: MemberId | null) {
    this.disk.write()
    this.#returnTokens.set(memberId, { hash, by })
  }

  async returnLinksBy(memberId: MemberId) {
    return [...this.#returnTokens].flatMap(([id, { by }]) => (by === memberId ? id : [])).sort()
  }

  async memberByReturnToken(tokenHash: string) {
    const found = find(this.#members, ({ id }) => this.#returnTokens.get(id)?.hash === tokenHash)
    return found ? this.#seen(found) : null
  }

  async addInvite(invite: Invite) {
    if (this.#invites.has(invite.id)) throw taken()
    this.disk.write()
    this.#invites.set(invite.id, { ...invite })
  }

  async invite(id: InviteId) {
    return copy(this.#invites.get(id))
  }

  async inviteBySecret(secret: { tokenHash: string } | { codeHash: string }) {
    return copy(
      find(this.#invites, (invite) =>
        'tokenHash' in secret ? invite.tokenHash === secret.tokenHash : invite.codeHash === secret.codeHash,
      ),
    )
  }

  async invites(workshopId: WorkshopId) {
    const invites = [...this.#invites.values()].filter((invite) => invite.workshopId === workshopId)
    return structuredClone(invites.sort(byTimeDown))
  }

  async revokeInvite(id: InviteId, revokedAt: number) {
    this.disk.write()
    const invite = this.#invites.get(id)
    if (invite) invite.revokedAt ??= revokedAt
  }

  async ping() {}
  async settle() {
    return true
  }
  async close() {}
}
const taken = () => new StorageError('conflict', 'there is one with this id')
