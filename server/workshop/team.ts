import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { GroupId, MemberId, WorkshopId } from '#shared/base/ids.ts'
import { Problem } from '#shared/errors/problem.ts'
import type { editMemberRequest } from '#shared/protocol/members.ts'
import { entersEveryRoom, keepsWorkshop } from '#shared/workshop/permissions.ts'
import { mayMore, type Role } from '#shared/workshop/roles.ts'
import type { Logins } from '#server/auth/logins.ts'
import { hashOf, newToken } from '#server/auth/secrets.ts'
import type { Clock } from '#server/ports/clock.ts'
import type { Group, Member, PeopleChange, PeopleReads, PeopleStore } from '#server/ports/people-store.ts'
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
  { people }: { people: Pick<PeopleReads, 'member'> },
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
  return change(means, member, async (present, people) => {
    const role = edit.role ?? present.role
    if (!keepsWorkshop(role)) await keepOneModerator(people, present)
    const standing = edit.standing ?? present.standing
    return {
      ...present,
      role,
      standing,
      ...placeOf(role, present, edit, await people.groups(present.workshopId)),
    }
  })
}

/**
 * Ends a membership with what would let the person in again: the invitation by which they came, all of them where they
 * could look at all, and return links of others that they made. Invitations may be kept for others, but for those that
 * let somebody lead or manage. The row stays, because documents refer to it.
 * @throws Problem last_moderator
 */
export async function removeMember(
  means: Means,
  member: Member,
  cameBy: 'revoke' | 'keep' = 'revoke',
): Promise<void> {
  const at = means.clock.now()
  await means.people.unitOfWork(async (people) => {
    const present = await memberOf({ people }, member.workshopId, member.id)
    await keepOneModerator(people, present)
    const inviteId = cameBy === 'revoke' ? await people.inviteOf(member.id) : null
    const revocation: PeopleChange[] = inviteId ? [{ type: 'revokeInvite', inviteId, at }] : []
    const remains = cameBy === 'revoke' ? null : 'participant'
    const keys = await keysKnownTo(people, present, { invites: remains, returnLinks: null }, at)
    const removal: PeopleChange = { type: 'changeMember', member: { ...present, removedAt: at } }
    return { changes: [...revocation, ...keys, removal], value: undefined }
  })
  await means.rooms.memberChanged(member.id)
}

/** Somebody who was expected comes in for the first time. */
export async function hasCome({ people }: Pick<Means, 'people'>, member: Member): Promise<Member> {
  if (member.standing !== 'expected') return member
  const present: Member = { ...member, standing: 'present' }
  await people.unitOfWork(async (stored) => {
    const now = await memberOf({ people: stored }, member.workshopId, member.id)
    return { changes: [{ type: 'changeMember', member: { ...now, standing: 'present' } }], value: undefined }
  })
  return present
}

/**
 * Somebody who came with choice of group moves to another project group.
 * @throws Problem group_not_open
 */
export async function chooseGroup(means: Means, member: Member, groupId: GroupId): Promise<Member> {
  return change(means, member, async (present, people) => {
    const groups = await people.groups(present.workshopId)
    const isOpen = groups.some(
      ({ id, kind, archivedAt }) => id === groupId && kind === 'project' && !archivedAt,
    )
    if (!present.mayChooseGroup || !isOpen) throw new Problem('group_not_open')
    const from = groups.filter(({ kind }) => kind === 'project').map(({ id }) => id)
    return { ...present, groupIds: movedOn(present, { from, to: groupId }, groups) }
  })
}

/** Somebody says themselves that they rest, or are back. */
export function rest(means: Means, member: Member, standing: 'present' | 'paused'): Promise<Member> {
  return change(means, member, async (present) => ({ ...present, standing }))
}

/**
 * Gives a member a new personal link; the earlier one stops working, and so does everything that it opened.
 * @param by who will know it, where that is not the member
 * @param staying the member's own browser, where they renew it themselves
 */
export async function renewReturnLink(
  { people, logins }: Pick<Means, 'people'> & { logins: Pick<Logins, 'endMembership'> },
  memberId: MemberId,
  { by, staying }: { by: MemberId | null; staying: FastifyRequest | null },
): Promise<string> {
  const token = newToken()
  await people.setReturnToken(memberId, hashOf(token), by)
  await logins.endMembership(memberId, staying)
  return token
}

/**
 * Takes away what somebody who could let others in knows of, where it lets its holder do more than `remains`; null: do
 * anything. Invitations can be shown again, so that whoever manages them knows all.
 */
async function keysKnownTo(
  people: PeopleReads,
  { id, role, workshopId }: Member,
  remains: { invites: Role | null; returnLinks: Role | null },
  at: number,
): Promise<PeopleChange[]> {
  if (!keepsWorkshop(role)) return []
  const isMore = (than: Role | null) => (one: { role: Role }) => than === null || mayMore(one.role, than)
  const open = (await people.invites(workshopId)).filter(({ revokedAt }) => revokedAt === null)
  const linked = await Promise.all((await people.returnLinksBy(id)).map((one) => people.member(one)))
  const voided = linked.filter((one) => one !== null).filter(isMore(remains.returnLinks))
  return [
    ...open
      .filter(isMore(remains.invites))
      .map((invite): PeopleChange => ({ type: 'revokeInvite', inviteId: invite.id, at })),
    ...voided.map((one): PeopleChange => ({ type: 'voidReturnLink', memberId: one.id })),
  ]
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
  if (edit.move) return { groupIds: movedOn(member, edit.move, groups), mayChooseGroup: false }
  // Somebody who entered every room by an earlier role starts in the plenum and picks a group.
  if (entersEveryRoom(member.role)) return { groupIds: [plenumId], mayChooseGroup: true }
  return { groupIds: member.groupIds, mayChooseGroup: member.mayChooseGroup }
}

/** @throws Problem group_not_open */
function movedOn(
  { groupIds }: Pick<Member, 'groupIds'>,
  { from, to }: NonNullable<Edit['move']>,
  groups: readonly Group[],
): GroupId[] {
  const kept = groupIds === 'all' ? [] : groupIds.filter((id) => !from.includes(id))
  const into = to === null ? [] : [to]
  requireGroups(groups, into)
  return withPlenum([...kept, ...into], plenumOf(groups).id)
}

/** @throws Problem last_moderator where the workshop would have nobody left who can let others in */
export async function keepOneModerator(people: PeopleReads, member: Member): Promise<void> {
  if (!keepsWorkshop(member.role)) return
  const members = await people.members(member.workshopId)
  const others = members.filter(({ id, role }) => keepsWorkshop(role) && id !== member.id)
  if (others.length === 0) throw new Problem('last_moderator')
}

/**
 * Decides on what the member is at that moment, whatever others change meanwhile; connections follow, upwards once the
 * person shows again who they are.
 */
async function change(
  { people, rooms, clock }: Means,
  { id, workshopId }: Member,
  decide: (present: Member, people: PeopleReads) => Promise<Member>,
): Promise<Member> {
  const changed = await people.unitOfWork(async (stored) => {
    const present = await memberOf({ people: stored }, workshopId, id)
    const member = await decide(present, stored)
    const at = clock.now()
    const raise: PeopleChange[] = mayMore(member.role, present.role)
      ? [{ type: 'raiseMember', memberId: id, from: present, at }]
      : []
    const remains = { invites: member.role, returnLinks: member.role }
    const keys = keepsWorkshop(member.role) ? [] : await keysKnownTo(stored, present, remains, at)
    return { changes: [...raise, ...keys, { type: 'changeMember', member }], value: member }
  })
  await rooms.memberChanged(id)
  return changed
}
