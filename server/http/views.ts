import type { GroupId } from '#shared/base/ids.ts'
import type { InviteView, MemberView, WorkshopSummary } from '#shared/protocol/api.ts'
import { mayEnter } from '#shared/workshop/permissions.ts'
import type { Group, Invite, Member, Membership, Session, Workshop } from '#server/ports/people-store.ts'
import { homeOf } from '#server/workshop/groups.ts'
import type { Platform } from './platform.ts'

/** What leaves the server of a stored thing: field by field, so that nothing new slips out. */
export function memberView(member: Member): MemberView {
  const { id, name, organisationId, organisation, organisationKind, role, groupIds, mayChooseGroup } = member
  const { standing, standsInFor } = member
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
    standing,
    standsInFor,
  }
}

export function inviteView({ inviteSecrets }: Pick<Platform, 'inviteSecrets'>, invite: Invite): InviteView {
  const { id, label, role, groupId, createdAt, expiresAt, revokedAt, acceptedCount } = invite
  const mayBeShown = inviteSecrets.again(invite) !== null
  return { id, label, role, groupId, createdAt, expiresAt, revokedAt, acceptedCount, mayBeShown }
}

export function workshopSummary(membership: Membership): WorkshopSummary {
  const { workshop, member, memberCount, groupCount, plenumId } = membership
  return {
    id: workshop.id,
    title: workshop.title,
    language: workshop.language,
    createdAt: workshop.createdAt,
    isSample: workshop.isSample,
    role: member.role,
    memberId: member.id,
    homeGroupId: homeOf(member, plenumId),
    memberCount,
    groupCount,
    archivedAt: workshop.archivedAt ?? null,
  }
}

/** Where this browser belongs, and as what it has shown itself there; titles as the person may be told them. */
export async function membershipsShown(
  { people, access, outsideTexts }: Pick<Platform, 'people' | 'access' | 'outsideTexts'>,
  session: Session,
): Promise<Membership[]> {
  const memberIds = session.members.map(({ id }) => id)
  const memberships = await people.membershipsOf(session.accountId, memberIds)
  return Promise.all(
    memberships.map(async (one) => {
      const member = await access.asShown(session, one.member)
      const { title } = await toldTo({ outsideTexts }, member, one.workshop, [])
      return { ...one, member, workshop: { ...one.workshop, title } }
    }),
  )
}

/** Title and groups as somebody is told them: those who are not inside every room, as they may be told outside. */
export async function toldTo(
  { outsideTexts }: Pick<Platform, 'outsideTexts'>,
  member: Pick<Member, 'role' | 'groupIds'> | null,
  workshop: Workshop,
  groups: readonly Group[],
): Promise<{ title: string; groups: Group[] }> {
  if (member?.groupIds === 'all') return { title: workshop.title, groups: [...groups] }
  const texts = [workshop.title, ...groups.map(({ name }) => name)]
  const [title, ...names] = await outsideTexts.of(workshop, texts)
  const isInside = ({ id }: Group) => member !== null && mayEnter(member, id)
  return {
    title: title!,
    groups: groups.map((group, n) => (isInside(group) ? group : { ...group, name: names[n]! })),
  }
}

/** How many members a group has; those who enter every room count for the plenum only. */
export function memberCountOf(members: readonly Member[], groupId: GroupId, isPlenum: boolean): number {
  return isPlenum
    ? members.length
    : members.filter(({ groupIds }) => groupIds !== 'all' && groupIds.includes(groupId)).length
}
