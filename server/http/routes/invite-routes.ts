import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '#shared/errors/problem.ts'
import {
  acceptInviteRequest,
  createInviteRequest,
  inspectInviteRequest,
  returnRequest,
  type Admission,
  type CreatedInvite,
  type InviteOffer,
} from '#shared/protocol/api.ts'
import { shownSince } from '#server/auth/access.ts'
import { hashOf } from '#server/auth/secrets.ts'
import type { Invite, Member } from '#server/ports/people-store.ts'
import { homeOf, plenumOf } from '#server/workshop/groups.ts'
import { makeInvite, openInvite } from '#server/workshop/invites.ts'
import { groupsOffered, join } from '#server/workshop/joining.ts'
import { hasCome } from '#server/workshop/team.ts'
import type { Platform } from '../platform.ts'
import { pathId, serve } from '../serve.ts'
import { inviteView, toldTo } from '../views.ts'

/** Ways into a workshop: invitations for the first time, personal links for every time after. */
export function registerInviteRoutes(app: FastifyInstance, platform: Platform): void {
  const { people, access, clock } = platform

  serve(app, 'invites', async (request) => {
    const { workshop } = await access.toWorkshop(request, pathId(request, 'workshopId'), 'invite.manage')
    return (await people.invites(workshop.id)).map((invite) => inviteView(platform, invite))
  })

  serve(app, 'createInvite', async (request, reply) => {
    const { workshop } = await access.toWorkshop(request, pathId(request, 'workshopId'), 'invite.manage')
    const wanted = createInviteRequest.parse(request.body)
    const { invite, token, code } = await makeInvite(platform, workshop.id, wanted)
    const created: CreatedInvite = { invite: inviteView(platform, invite), token, code }
    return reply.code(201).send(created)
  })

  serve(app, 'showInvite', async (request): Promise<CreatedInvite> => {
    const { workshop } = await access.toWorkshop(request, pathId(request, 'workshopId'), 'invite.manage')
    const invite = await people.invite(pathId(request, 'inviteId'))
    const secrets = invite?.workshopId === workshop.id ? platform.inviteSecrets.again(invite) : null
    if (!invite || !secrets) throw new Problem('not_found', 'no invite in this workshop that can be shown')
    return { invite: inviteView(platform, invite), ...secrets }
  })

  serve(app, 'revokeInvite', async (request, reply) => {
    const { workshop } = await access.toWorkshop(request, pathId(request, 'workshopId'), 'invite.manage')
    const invite = await people.invite(pathId(request, 'inviteId'))
    if (invite?.workshopId !== workshop.id) throw new Problem('not_found', 'no such invite in this workshop')
    await people.revokeInvite(invite.id, clock.now())
    return reply.code(204).send()
  })

  serve(app, 'inspectInvite', async (request): Promise<InviteOffer> => {
    const { invitation } = inspectInviteRequest.parse(request.body)
    const invite = await openInvite(platform, request.ip, invitation)
    const workshop = await people.workshop(invite.workshopId)
    const groups = await people.groups(invite.workshopId)
    const told = await toldTo(platform, null, workshop!, groups)
    const present = await presentMember(platform, request, invite.workshopId)
    return {
      workshopTitle: told.title,
      language: workshop!.language,
      role: invite.role,
      groups: groupsOffered(invite, told.groups).map(({ id, name }) => ({ id, name })),
      organisations: (await people.organisations(invite.workshopId)).map(({ name, kind }) => ({
        name,
        kind,
      })),
      alreadyMember: present && {
        name: present.name,
        workshopId: invite.workshopId,
        role: present.role,
        homeGroupId: homeOf(present, plenumOf(groups).id),
      },
    }
  })

  serve(app, 'acceptInvite', async (request, reply) => {
    const { invitation, ...newcomer } = acceptInviteRequest.parse(request.body)
    const invite = await openInvite(platform, request.ip, invitation)
    const session = await platform.logins.of(request)
    const accountId = session?.accountId ?? null
    const present = await presentMember(platform, request, invite.workshopId)
    // One account is one person. Without an account somebody else may sit at this browser now.
    if (session && present?.accountId && present.accountId === accountId)
      return admit(platform, request, reply, present, null, shownSince(session, present))
    if (await wasRemoved(platform, request, invite)) throw new Problem('membership_ended')
    const { member, returnToken } = await join(platform, invite, { invitation, ...newcomer, accountId })
    return admit(platform, request, reply, member, returnToken)
  })

  serve(app, 'returnByLink', async (request, reply) => {
    const { token } = returnRequest.parse(request.body)
    const member = await people.memberByReturnToken(hashOf(token))
    if (!member) throw new Problem('return_link_invalid')
    if (member.removedAt !== null) throw new Problem('membership_ended')
    return admit(platform, request, reply, await hasCome(platform, member))
  })
}

/** Who this browser already is in the workshop. */
async function presentMember(
  { logins, access }: Platform,
  request: FastifyRequest,
  workshopId: Member['workshopId'],
): Promise<Member | null> {
  const session = await logins.of(request)
  const member = session && (await access.membership(session, workshopId))
  return member?.removedAt === null ? member : null
}

/**
 * Whether this browser, or its account, belongs to somebody who was removed since this invite was made, whichever it is:
 * other links of the same workshop lie in the same mailbox. One that is made afterwards is meant.
 */
async function wasRemoved(
  { people, logins, access }: Platform,
  request: FastifyRequest,
  invite: Invite,
): Promise<boolean> {
  const session = await logins.of(request)
  const member = session && (await access.membership(session, invite.workshopId))
  if (member === null || member.removedAt === null) return false
  return invite.createdAt < member.removedAt || (await people.inviteOf(member.id)) === invite.id
}

async function admit(
  { logins, people, clock }: Platform,
  request: FastifyRequest,
  reply: FastifyReply,
  member: Member,
  returnToken: string | null = null,
  since = clock.now(),
): Promise<Admission> {
  await logins.join(request, reply, member.id, since)
  const groups = await people.groups(member.workshopId)
  const homeGroupId = homeOf(member, plenumOf(groups).id)
  const { workshopId, role, id: memberId } = member
  return { workshopId, role, homeGroupId, memberId, returnToken }
}
