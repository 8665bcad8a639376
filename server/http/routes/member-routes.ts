import type { FastifyInstance, FastifyRequest } from 'fastify'
import { limits } from '#shared/base/limits.ts'
import { Problem } from '#shared/errors/problem.ts'
import { chooseGroupRequest, removeMemberQuery, type FreshReturnLink } from '#shared/protocol/api.ts'
import {
  addMembersRequest,
  addStandInRequest,
  editMemberRequest,
  inviteAgainRequest,
  restRequest,
  type InvitedMember,
} from '#shared/protocol/members.ts'
import {
  chooseGroup,
  editMember,
  memberOf,
  removeMember,
  renewReturnLink,
  rest,
} from '#server/workshop/team.ts'
import type { Platform } from '../platform.ts'
import { addListed, addStandIn, inviteAgain, type Invited } from '#server/workshop/listing.ts'
import { pathId, serve } from '../serve.ts'
import { memberView } from '../views.ts'

/** The people of a workshop. */
export function registerMemberRoutes(app: FastifyInstance, platform: Platform): void {
  const { people, access } = platform

  serve(app, 'members', async (request) => {
    const { workshop } = await access.toWorkshop(request, pathId(request, 'workshopId'), 'member.list')
    return (await people.members(workshop.id)).map(memberView)
  })

  serve(
    app,
    'addMembers',
    async (request, reply) => {
      const { member } = await access.toWorkshop(request, pathId(request, 'workshopId'), 'member.manage')
      const { people: list } = addMembersRequest.parse(request.body)
      const invited = await addListed(platform, member, list)
      return reply.code(201).send(invited.map(invitedView))
    },
    {
      bodyLimit: limits.maxListRequestBytes,
      // Nobody's list is read who may not send one
      onRequest: async (request: FastifyRequest) =>
        void (await access.toWorkshop(request, pathId(request, 'workshopId'), 'member.manage')),
    },
  )

  serve(app, 'inviteAgain', async (request) => {
    const { member } = await access.toWorkshop(request, pathId(request, 'workshopId'), 'member.manage')
    const { memberIds } = inviteAgainRequest.parse(request.body)
    return (await inviteAgain(platform, member, memberIds)).map(invitedView)
  })

  serve(app, 'addStandIn', async (request, reply) => {
    const entry = await access.toWorkshop(request, pathId(request, 'workshopId'), 'member.manage')
    const { name } = addStandInRequest.parse(request.body)
    const member = await memberOf(platform, entry.workshop.id, pathId(request, 'memberId'))
    const invited = await addStandIn(platform, member, { name, by: entry.member.id })
    return reply.code(201).send(invitedView(invited))
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

  serve(app, 'rest', async (request) => {
    const { member } = await access.toWorkshop(request, pathId(request, 'workshopId'), 'workshop.read')
    const { standing } = restRequest.parse(request.body)
    return memberView(await rest(platform, member, standing))
  })

  serve(app, 'leaveWorkshop', async (request, reply) => {
    const { member } = await access.toWorkshop(request, pathId(request, 'workshopId'), 'workshop.read')
    // Others come by the same invitation
    await removeMember(platform, member, 'keep')
    return reply.code(204).send()
  })
}

const invitedView = ({ member, returnToken }: Invited): InvitedMember => ({
  member: memberView(member),
  returnToken,
})
