import type { AccountId, GroupId, InviteId, MemberId } from '#shared/base/ids.ts'
import type { Invite, Member } from '#server/ports/people-store.ts'

export function dropInvitesInto(
  group: GroupId,
  invites: Map<InviteId, Invite>,
  cameBy: Map<MemberId, InviteId>,
): void {
  for (const [id, { groupId }] of invites) if (groupId === group) invites.delete(id)
  for (const [member, id] of cameBy) if (!invites.has(id)) cameBy.delete(member)
}

/** Of two groups the other one is the plenum: whoever belongs to no other may choose. */
export function leaveGroup(group: GroupId, members: Iterable<Member>): void {
  for (const member of members) {
    if (member.groupIds === 'all' || !member.groupIds.includes(group)) continue
    if (member.groupIds.length === 2) member.mayChooseGroup = true
    member.groupIds = member.groupIds.filter((id) => id !== group)
  }
}

/** Answers whose membership belonged to the account. */
export function endMembershipsOf(account: AccountId, at: number, members: Iterable<Member>): MemberId[] {
  const own = [...members].filter(({ accountId }) => accountId === account)
  for (const member of own) {
    member.accountId = null
    member.removedAt ??= at
  }
  return own.map(({ id }) => id)
}
