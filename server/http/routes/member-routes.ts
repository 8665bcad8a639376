import type { FastifyInstance } from 'fastify'
import { Problem } from '#shared/errors/problem.ts'
import {
  chooseGroupRequest,
  editMemberRequest,
  removeMemberQuery,
  type FreshReturnLink,
} from '#shared/protocol/api.ts'
import { chooseGroup, editMember, memberOf, removeMember, renewReturnLink } from '#server/workshop/team.ts'
import type { Platform } from '../platform.ts'
import { pathId, serve } from '../serve.ts'
import { memberView } from '../views.ts'

/** The people of a workshop. */
export function registerMemberRoutes(app: FastifyInstance, platform: Platform): void {
  const { people, access } = platform

  serve(app, 'members', async (request) => {
    const { workshop } = await access.toWorkshop(request, pathId(request, 'workshopId'), 'member.list')
    return (await people.members(workshop.id)).map(memberView)
  })

  serve(app, 'editMember', async (request) => {
    const { workshop } = await access.toWorkshop(request, pathId(request, 'workshopId'), 'member.manage')
    const edit = editMemberRequest.parse(request.body)
    const member = await memberOf(platform, workshop.id, pathId(request, 'memberId'))
    return memberView(await editMember(platform, member, edit))
  })

  serve(app, 'removeMember', async (request, reply) => {
    const { workshop } = await access.toWorkshop(request, pathId(request, 'workshopId'), 'member.manage')
    const { invite } = removeMemberQuery.parse(request.query)
    const member = await memberOf(platform, workshop.id, pathId(request, 'memberId'))
    await removeMember(platform, member, invite)
    return reply.code(204).send()
  })

  serve(app, 'renewReturnLink', async (request): Promise<FreshReturnLink> => {
    const entry = await access.toWorkshop(request, pathId(request, 'workshopId'), 'member.manage')
    const member = await memberOf(platform, entry.workshop.id, pathId(request, 'memberId'))
    const by = entry.member.id === member.id ? null : entry.member.id
    return { returnToken: await renewReturnLink(platform, member.id, { by, staying: null }) }
  })

  serve(app, 'renewOwnReturnLink', async (request): Promise<FreshReturnLink> => {
    const entry = await access.toWorkshop(request, pathId(request, 'workshopId'), 'workshop.read')
    // The new link would show what the old login has not
    if (entry.raised) throw new Problem('login_outdated')
    return { returnToken: await renewReturnLink(platform, entry.member.id, { by: null, staying: request }) }
  })

  serve(app, 'chooseGroup', async (request) => {
    const { member } = await access.toWorkshop(request, pathId(request, 'workshopId'), 'workshop.read')
    const { groupId } = chooseGroupRequest.parse(request.body)
    return memberView(await chooseGroup(platform, member, groupId))
  })
}
