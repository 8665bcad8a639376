import type { FastifyRequest } from 'fastify'
import { isId, type GroupId } from '#shared/base/ids.ts'
import { Problem } from '#shared/errors/problem.ts'
import type { Actor } from '#shared/workshop/permissions.ts'
import type { Group, Member, PeopleStore } from '#server/ports/people-store.ts'
import type { Access } from './access.ts'
import type { Logins } from './logins.ts'

/** Who may open a room's socket. The Origin was checked before. */
export interface Admitted {
  actor: Actor
  member: Member
  group: Group
}

/**
 * @throws Problem login_required, not_found, membership_ended, forbidden
 */
export type Admit = (request: FastifyRequest, groupId: GroupId) => Promise<Admitted>

export function createAdmit(people: PeopleStore, logins: Logins, access: Access): Admit {
  return async (request, groupId) => {
    if (!(await logins.of(request))) throw new Problem('login_required')
    const group = isId(groupId) ? await people.group(groupId) : null
    if (!group) throw new Problem('not_found', 'no such group')
    const { actor, member } = await access.toRoom(request, group.workshopId, group.id, 'room.read')
    return { actor, member, group }
  }
}
