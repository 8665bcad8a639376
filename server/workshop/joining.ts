import type { z } from 'zod'
import { newId, type AccountId, type GroupId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import { Problem } from '#shared/errors/problem.ts'
import type { acceptInviteRequest } from '#shared/protocol/api.ts'
import { entersEveryRoom } from '#shared/workshop/permissions.ts'
import { hashOf, newToken } from '#server/auth/secrets.ts'
import type { Clock } from '#server/ports/clock.ts'
import type { Group, Invite, Member, Organisation, PeopleStore } from '#server/ports/people-store.ts'
import { plenumOf, withPlenum } from './groups.ts'
import type { JoinPaces } from './join-pace.ts'
import { organisationNamed } from './organisations.ts'

interface Means {
  people: PeopleStore
  clock: Clock
  joinPace: JoinPaces
}

type Newcomer = z.output<typeof acceptInviteRequest> & { accountId: AccountId | null }

/**
 * Groups that a holder of this invite may choose from: one where the invite names it, none where the role enters
 * every room.
 */
export function groupsOffered(invite: Invite, groups: readonly Group[]): Group[] {
  if (entersEveryRoom(invite.role)) return []
  if (invite.groupId !== null)
    return groups.filter(
      ({ id, kind, archivedAt }) => id === invite.groupId && kind !== 'breakout' && !archivedAt,
    )
  return groups.filter(({ kind, archivedAt }) => kind === 'project' && !archivedAt)
}

/**
 * Makes a member of somebody with an open invite; answers with the way back.
 * @throws Problem group_not_open, request_invalid (no group chosen), rate_limited, invite_full, workshop_full
 */
export async function join(
  { people, clock, joinPace }: Means,
  invite: Invite,
  newcomer: Newcomer,
): Promise<{ member: Member; returnToken: string }> {
  const groups = await people.groups(invite.workshopId)
  const groupIds = groupsOf(invite, groups, newcomer.groupId)
  await joinPace.count(invite.id)
  const organisation = await organisationOf(people, invite, newcomer)
  const now = clock.now()
  const member: Member = {
    id: newId(now),
    workshopId: invite.workshopId,
    accountId: newcomer.accountId,
    name: newcomer.name,
    organisationId: organisation?.id ?? null,
    organisation: organisation?.name ?? '',
    organisationKind: organisation?.kind ?? newcomer.organisationKind,
    role: invite.role,
    groupIds,
    mayChooseGroup: groupIds !== 'all' && invite.groupId === null,
    joinedAt: now,
    removedAt: null,
    standing: 'present',
    standsInFor: null,
  }
  const returnToken = newToken()
  const outcome = await people.addMember(member, {
    returnTokenHash: hashOf(returnToken),
    inviteId: invite.id,
    maxPlaces: limits.maxPlacesPerInvite,
    maxMembers: limits.maxMembersPerWorkshop,
  })
  if (outcome !== 'added') throw new Problem(outcome)
  return { member, returnToken }
}

/** Where the newcomer comes from. Whom there is no place for leaves no organisation behind. */
async function organisationOf(
  store: PeopleStore,
  { id, workshopId }: Invite,
  newcomer: Newcomer,
): Promise<Organisation | null> {
  if (newcomer.organisation === '') return null
  return store.unitOfWork(async (people) => {
    const [present, members] = [await people.invite(id), await people.members(workshopId)]
    if (!present || present.acceptedCount >= limits.maxPlacesPerInvite) throw new Problem('invite_full')
    if (members.length >= limits.maxMembersPerWorkshop) throw new Problem('workshop_full')
    const known = await people.organisations(workshopId)
    const value = organisationNamed(known, workshopId, newcomer)
    const isNew = !known.includes(value)
    return { changes: isNew ? [{ type: 'addOrganisation', organisation: value }] : [], value }
  })
}

function groupsOf(invite: Invite, groups: readonly Group[], chosen: GroupId | undefined): GroupId[] | 'all' {
  if (entersEveryRoom(invite.role)) return 'all'
  const wanted = invite.groupId ?? chosen
  if (wanted === undefined) throw new Problem('request_invalid', 'no group chosen')
  const offered = groupsOffered(invite, groups)
  if (!offered.some(({ id }) => id === wanted)) throw new Problem('group_not_open')
  return withPlenum([wanted], plenumOf(groups).id)
}
