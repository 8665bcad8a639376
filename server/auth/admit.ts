import type { FastifyRequest } from 'fastify'
import { isId, type GroupId } from '#shared/base/ids.ts'
import { Problem } from '#shared/errors/problem.ts'
import { may } from '#shared/workshop/permissions.ts'
import type { PeopleStore } from '#server/ports/people-store.ts'
import type { Admitted, Membership } from '#server/rooms/admitted.ts'
import { actorOf, type Access } from './access.ts'
import { asBefore } from './former-rights.ts'

/**
 * Who may open a room's socket. The Origin was checked before.
 * @throws Problem login_required, not_found, membership_ended, forbidden
 */
export type Admit = (request: FastifyRequest, groupId: GroupId) => Promise<Admitted>

export function createAdmit(people: PeopleStore, access: Access): Admit {
  return async (request, groupId) => {
    await access.session(request)
    const group = isId(groupId) ? await people.group(groupId) : null
    if (!group) throw new Problem('not_found', 'no such group')
    const { actor, member, since } = await access.toDoor(request, group.workshopId, group.id, 'room.read')
    return { actor, member, group, since }
  }
}

/** What a member who is already in a room may be there now; null where they may not be there at all. */
export function createMembership(people: PeopleStore): Membership {
  return async (memberId, groupId, since) => {
    const [present, group] = await Promise.all([people.member(memberId), people.group(groupId)])
    if (!present || !group || present.removedAt !== null) return null
    const member = asBefore(present, await people.formerRights(memberId, since))
    const actor = actorOf(member.accountId, member)
    const resource = { type: 'room', workshopId: group.workshopId, groupId, locked: false } as const
    return may(actor, 'room.read', resource) ? { actor, member, group, since } : null
  }
}
