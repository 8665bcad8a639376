import type { GroupId } from '#shared/base/ids.ts'
import type { InviteView, MemberView, WorkshopSummary } from '#shared/protocol/api.ts'
import type { Access } from '#server/auth/access.ts'
import type { Invite, Member, Membership, PeopleStore, Session } from '#server/ports/people-store.ts'
import { homeOf } from '#server/workshop/groups.ts'

/** What leaves the server of a stored thing: field by field, so that nothing new slips out. */
export function memberView(member: Member): MemberView {
  const { id, name, organisationId, organisation, organisationKind, role, groupIds, mayChooseGroup } = member
  const hasAccount = member.accountId !== null
  return {
    id,
    name,
    organisationId,
    organisation,
    organisationKind,
    role,
    groupIds,
    mayChooseGroup,
    hasAccount,
  }
}

export function inviteView(invite: Invite): InviteView {
  const { id, role, groupId, createdAt, expiresAt, revokedAt, acceptedCount } = invite
  return { id, role, groupId, createdAt, expiresAt, revokedAt, acceptedCount }
}

export function workshopSummary(membership: Membership): WorkshopSummary {
  const { workshop, member, memberCount, groupCount, plenumId } = membership
  return {
    id: workshop.id,
    title: workshop.title,
    createdAt: workshop.createdAt,
    role: member.role,
    memberId: member.id,
    homeGroupId: homeOf(member, plenumId),
    memberCount,
    groupCount,
  }
}

/** Where this browser belongs, and as what it has shown itself there. */
export async function membershipsShown(
  { people, access }: { people: PeopleStore; access: Access },
  session: Session,
): Promise<Membership[]> {
  const memberIds = session.members.map(({ id }) => id)
  const memberships = await people.membershipsOf(session.accountId, memberIds)
  return Promise.all(
    memberships.map(async (one) => ({ ...one, member: await access.asShown(session, one.member) })),
  )
}

/** How many members a group has; those who enter every room count for the plenum only. */
export function memberCountOf(members: readonly Member[], groupId: GroupId, isPlenum: boolean): number {
  return isPlenum
    ? members.length
    : members.filter(({ groupIds }) => groupIds !== 'all' && groupIds.includes(groupId)).length
}
