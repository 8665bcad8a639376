import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { GroupId, MemberId, WorkshopId } from '#shared/base/ids.ts'
import { Problem } from '#shared/errors/problem.ts'
import type { editMemberRequest } from '#shared/protocol/api.ts'
import { entersEveryRoom, keepsWorkshop } from '#shared/workshop/permissions.ts'
import type { Logins } from '#server/auth/logins.ts'
import { hashOf, newToken } from '#server/auth/secrets.ts'
import type { Clock } from '#server/ports/clock.ts'
import type { Group, Member, PeopleStore } from '#server/ports/people-store.ts'
import type { RoomService } from '#server/rooms/room-service.ts'
import { plenumOf, requireGroups, withPlenum } from './groups.ts'

interface Means {
  people: PeopleStore
  rooms: RoomService
  clock: Clock
}

type Edit = z.output<typeof editMemberRequest>

/** @throws Problem not_found for strangers, removed members and members of other workshops */
export async function memberOf(
  { people }: Pick<Means, 'people'>,
  workshopId: WorkshopId,
  memberId: MemberId,
): Promise<Member> {
  const member = await people.member(memberId)
  if (member?.workshopId !== workshopId || member.removedAt !== null) {
    throw new Problem('not_found', 'no such member in this workshop')
  }
  return member
}

/**
 * A moderator changes what somebody is and where; live connections follow at once.
 * @throws Problem last_moderator, group_not_open
 */
export async function editMember(means: Means, member: Member, edit: Edit): Promise<Member> {
  const groups = await means.people.groups(member.workshopId)
  const role = edit.role ?? member.role
  if (!keepsWorkshop(role)) await keepOneModerator(means.people, member)
  const changed = { ...member, role, ...placeOf(role, member, edit, groups) }
  await change(means, changed)
  return changed
}

/**
 * Ends a membership, and unless it is kept for others the invitation by which the person came: it would let them in
 * again. The row stays, because documents refer to it.
 * @throws Problem last_moderator
 */
export async function removeMember(
  means: Means,
  member: Member,
  cameBy: 'revoke' | 'keep' = 'revoke',
): Promise<void> {
  await keepOneModerator(means.people, member)
  const invite = await means.people.inviteOf(member.id)
  if (invite && cameBy === 'revoke') await means.people.revokeInvite(invite, means.clock.now())
  await change(means, { ...member, removedAt: means.clock.now() })
}

/**
 * Somebody who came with choice of group moves to another project group.
 * @throws Problem group_not_open
 */
export async function chooseGroup(means: Means, member: Member, groupId: GroupId): Promise<Member> {
  const groups = await means.people.groups(member.workshopId)
  const isOpen = groups.some(({ id, kind }) => id === groupId && kind === 'project')
  if (!member.mayChooseGroup || !isOpen) throw new Problem('group_not_open')
  const changed = { ...member, groupIds: withPlenum([groupId], plenumOf(groups).id) }
  await change(means, changed)
  return changed
}

/**
 * Gives a member a new personal link; the earlier one stops working, and so does everything that it opened.
 * @param staying the member's own browser, where they renew it themselves
 */
export async function renewReturnLink(
  { people, logins }: Pick<Means, 'people'> & { logins: Pick<Logins, 'endMembership'> },
  memberId: MemberId,
  staying: FastifyRequest | null,
): Promise<string> {
  const token = newToken()
  await people.setReturnToken(memberId, hashOf(token))
  await logins.endMembership(memberId, staying)
  return token
}

/** Groups follow the role; a group that a moderator assigned is no longer the member's own choice. */
function placeOf(
  role: Member['role'],
  member: Member,
  edit: Edit,
  groups: readonly Group[],
): Pick<Member, 'groupIds' | 'mayChooseGroup'> {
  if (entersEveryRoom(role)) return { groupIds: 'all', mayChooseGroup: false }
  const plenumId = plenumOf(groups).id
  if (edit.groupIds === 'all') return { groupIds: 'all', mayChooseGroup: false }
  if (edit.groupIds) {
    requireGroups(groups, edit.groupIds)
    return { groupIds: withPlenum(edit.groupIds, plenumId), mayChooseGroup: false }
  }
  // Somebody who entered every room by an earlier role starts in the plenum and picks a group.
  if (entersEveryRoom(member.role)) return { groupIds: [plenumId], mayChooseGroup: true }
  return { groupIds: member.groupIds, mayChooseGroup: member.mayChooseGroup }
}

async function keepOneModerator(people: PeopleStore, member: Member): Promise<void> {
  if (!keepsWorkshop(member.role)) return
  const members = await people.members(member.workshopId)
  const others = members.filter(({ id, role }) => keepsWorkshop(role) && id !== member.id)
  if (others.length === 0) throw new Problem('last_moderator')
}

async function change({ people, rooms }: Means, member: Member): Promise<void> {
  await people.changeMember(member)
  await rooms.memberChanged(member.id)
}
