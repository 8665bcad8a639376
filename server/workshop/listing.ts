import type { z } from 'zod'
import { newId, type GroupId, type MemberId, type WorkshopId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import { Problem } from '#shared/errors/problem.ts'
import type { addMembersRequest } from '#shared/protocol/members.ts'
import { entersEveryRoom } from '#shared/workshop/permissions.ts'
import { acquaintances } from '#shared/workshop/participant-list.ts'
import { hashOf, newToken } from '#server/auth/secrets.ts'
import type { Logins } from '#server/auth/logins.ts'
import type { Clock } from '#server/ports/clock.ts'
import type { Group, Member, Organisation, PeopleChange, PeopleStore } from '#server/ports/people-store.ts'
import type { RoomService } from '#server/rooms/room-service.ts'
import { plenumOf, requireGroups, withPlenum } from './groups.ts'
import { organisationNamed } from './organisations.ts'
import { memberOf } from './team.ts'

interface Means {
  people: PeopleStore
  rooms: Pick<RoomService, 'memberChanged'>
  clock: Clock
}

type Listed = z.output<typeof addMembersRequest>['people'][number]

/** Somebody with a personal way in that nobody has used yet. Its secret exists only here. */
export interface Invited {
  member: Member
  returnToken: string
}

/**
 * Makes members of people on a list, all or none: they are expected, and come in by a personal link. Who is there
 * already, or stands on the list twice, is passed over. Whoever adds them knows their links.
 * @throws Problem group_not_open, workshop_full
 */
export async function addListed(
  { people, clock }: Means,
  { id: by, workshopId }: Pick<Member, 'id' | 'workshopId'>,
  list: readonly Listed[],
): Promise<Invited[]> {
  const now = clock.now()
  return people.unitOfWork(async (stored) => {
    const groups = await stored.groups(workshopId)
    const members = await stored.members(workshopId)
    const known = await stored.organisations(workshopId)
    requireGroups(
      groups,
      list.flatMap(({ groupId }) => groupId ?? []),
    )
    const acquainted = acquaintances(list, members)
    const fresh = list.filter((_, at) => acquainted[at] === 'new')
    if (members.length + fresh.length > limits.maxMembersPerWorkshop) throw new Problem('workshop_full')
    const organisations = new Organisations(known, workshopId)
    const invited = fresh.map((one): Invited => {
      const member = expected(one, organisations.of(one), groups, now)
      return { member: { ...member, workshopId }, returnToken: newToken() }
    })
    const changes: PeopleChange[] = [
      ...organisations.changes,
      ...invited.map(({ member, returnToken }) => ({
        type: 'addMember' as const,
        member,
        returnTokenHash: hashOf(returnToken),
        by,
      })),
    ]
    return { changes, value: invited }
  })
}

/**
 * Somebody comes in another's place, with the same role, groups and organisation; the other rests meanwhile.
 * @throws Problem not_found, workshop_full
 */
export async function addStandIn(
  { people, rooms, clock }: Means,
  { id, workshopId }: Pick<Member, 'id' | 'workshopId'>,
  { name, by }: { name: string; by: MemberId },
): Promise<Invited> {
  const invited = await people.unitOfWork(async (stored) => {
    const absent = await memberOf({ people: stored }, workshopId, id)
    const members = await stored.members(workshopId)
    if (members.length >= limits.maxMembersPerWorkshop) throw new Problem('workshop_full')
    const member: Member = {
      ...absent,
      id: newId(clock.now()),
      accountId: null,
      name,
      joinedAt: clock.now(),
      standing: 'expected',
      standsInFor: absent.id,
    }
    const returnToken = newToken()
    const changes: PeopleChange[] = [
      { type: 'changeMember', member: { ...absent, standing: 'paused' } },
      { type: 'addMember', member, returnTokenHash: hashOf(returnToken), by },
    ]
    return { changes, value: { member, returnToken } }
  })
  await rooms.memberChanged(id)
  return invited
}

/**
 * Fresh personal links for people who have not come yet, for letters that were lost; earlier ones stop working. Whoever
 * has come meanwhile is passed over: their link is their own.
 */
export async function inviteAgain(
  { people, logins }: Pick<Means, 'people'> & { logins: Pick<Logins, 'endMembership'> },
  { id: by, workshopId }: Pick<Member, 'id' | 'workshopId'>,
  memberIds: readonly MemberId[],
): Promise<Invited[]> {
  const wanted = new Set(memberIds)
  const waiting = (await people.members(workshopId)).filter(
    ({ id, standing }) => wanted.has(id) && standing === 'expected',
  )
  const invited = waiting.map((member): Invited => ({ member, returnToken: newToken() }))
  for (const { member, returnToken } of invited) {
    await people.setReturnToken(member.id, hashOf(returnToken), by)
    await logins.endMembership(member.id, null)
  }
  return invited
}

/** Those there are, and what the list adds: others, and how large one is of which nobody has said it. */
class Organisations {
  readonly #known: readonly Organisation[]
  readonly #workshopId: WorkshopId
  #now: readonly Organisation[]

  constructor(known: readonly Organisation[], workshopId: WorkshopId) {
    this.#known = known
    this.#workshopId = workshopId
    this.#now = known
  }

  of(person: Listed): Organisation | null {
    if (person.organisation === '') return null
    const found = organisationNamed(this.#now, this.#workshopId, person)
    const isSized = found.sizeClass === null && person.sizeClass !== null
    const organisation = isSized ? { ...found, sizeClass: person.sizeClass } : found
    if (isSized || !this.#now.includes(found))
      this.#now = [...this.#now.filter(({ id }) => id !== found.id), organisation]
    return organisation
  }

  get changes(): PeopleChange[] {
    const ids = new Set(this.#known.map(({ id }) => id))
    return this.#now
      .filter((organisation) => !this.#known.includes(organisation))
      .map((organisation) => ({
        type: ids.has(organisation.id) ? 'changeOrganisation' : 'addOrganisation',
        organisation,
      }))
  }
}

function expected(
  { name, organisationKind, role, groupId }: Listed,
  organisation: Organisation | null,
  groups: readonly Group[],
  now: number,
): Omit<Member, 'workshopId'> {
  const plenumId = plenumOf(groups).id
  const own: GroupId[] = groupId ? [groupId] : []
  const entersAll = entersEveryRoom(role)
  return {
    id: newId(now),
    accountId: null,
    name,
    organisationId: organisation?.id ?? null,
    organisation: organisation?.name ?? '',
    organisationKind: organisation?.kind ?? organisationKind,
    role,
    groupIds: entersAll ? 'all' : withPlenum(own, plenumId),
    mayChooseGroup: !entersAll && groupId === null,
    joinedAt: now,
    removedAt: null,
    standing: 'expected',
    standsInFor: null,
  }
}
