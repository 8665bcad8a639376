import type { FastifyInstance } from 'fastify'
import { Problem } from '#shared/errors/problem.ts'
import {
  archiveRequest,
  createWorkshopRequest,
  deleteGroupRequest,
  deleteWorkshopRequest,
  editWorkshopRequest,
  nameGroupRequest,
  type GroupView,
  type WorkshopView,
} from '#shared/protocol/api.ts'
import type { Entry } from '#server/auth/access.ts'
import type { Group, Member, Workshop } from '#server/ports/people-store.ts'
import { archiveGroup, archiveWorkshop } from '#server/workshop/archiving.ts'
import { deleteGroup, deleteWorkshop } from '#server/workshop/deleting.ts'
import { addProjectGroup, foundWorkshop } from '#server/workshop/founding.ts'
import type { Platform } from '../platform.ts'
import { pathId, serve } from '../serve.ts'
import { memberCountOf, membershipsShown, memberView, toldTo, workshopSummary } from '../views.ts'

/** Workshops and their groups. */
export function registerWorkshopRoutes(app: FastifyInstance, platform: Platform): void {
  const { people, access, logins } = platform

  serve(app, 'workshops', async (request) => {
    const session = await logins.of(request)
    if (!session) throw new Problem('login_required')
    await access.letIn(session)
    return (await membershipsShown(platform, session)).map(workshopSummary)
  })

  serve(app, 'createWorkshop', async (request, reply) => {
    const account = await access.toInstallation(request, 'workshop.create')
    const { title, groupNames, language, isSample } = createWorkshopRequest.parse(request.body)
    const founder = { accountId: account.id, name: account.name }
    const found = () => foundWorkshop(platform, { title, groupNames, language, isSample, founder })
    const workshopId = await platform.rooms.inTurn(account.id, found)
    const memberships = await people.membershipsOf(account.id, [])
    const made = memberships.find(({ workshop }) => workshop.id === workshopId)!
    return reply.code(201).send(workshopSummary(made))
  })

  serve(app, 'workshop', async (request) => {
    const entry = await access.toWorkshop(request, pathId(request, 'workshopId'), 'workshop.read')
    return workshopView(platform, entry)
  })

  serve(app, 'editWorkshop', async (request) => {
    const entry = await access.toWorkshop(request, pathId(request, 'workshopId'), 'workshop.edit')
    const { title } = editWorkshopRequest.parse(request.body)
    await people.renameWorkshop(entry.workshop.id, title)
    return workshopView(platform, { ...entry, workshop: { ...entry.workshop, title } })
  })

  serve(app, 'archiveWorkshop', async (request, reply) => {
    const { workshop } = await access.toWorkshop(request, pathId(request, 'workshopId'), 'workshop.archive')
    await archiveWorkshop(platform, workshop.id, archiveRequest.parse(request.body).archived)
    return reply.code(204).send()
  })

  serve(app, 'archiveGroup', async (request, reply) => {
    const { workshop } = await access.toWorkshop(request, pathId(request, 'workshopId'), 'workshop.archive')
    const { archived } = archiveRequest.parse(request.body)
    await archiveGroup(platform, workshop.id, pathId(request, 'groupId'), archived)
    return reply.code(204).send()
  })

  serve(app, 'deleteWorkshop', async (request, reply) => {
    const { workshop } = await access.toWorkshop(request, pathId(request, 'workshopId'), 'workshop.delete')
    const { title } = deleteWorkshopRequest.parse(request.body)
    if (title !== workshop.title.trim()) throw new Problem('request_invalid', 'not the title')
    await deleteWorkshop(platform, workshop.id)
    return reply.code(204).send()
  })

  serve(app, 'addGroup', async (request, reply) => {
    const { workshop } = await access.toWorkshop(request, pathId(request, 'workshopId'), 'workshop.edit')
    const { name } = nameGroupRequest.parse(request.body)
    const group = await addProjectGroup(platform, workshop, name)
    return reply.code(201).send(await groupView(platform, group, await people.members(workshop.id)))
  })

  serve(app, 'deleteGroup', async (request, reply) => {
    const { workshop } = await access.toWorkshop(request, pathId(request, 'workshopId'), 'workshop.delete')
    const { name } = deleteGroupRequest.parse(request.body)
    const groups = await people.groups(workshop.id)
    const group = groups.find(({ id }) => id === pathId(request, 'groupId'))
    if (!group) throw new Problem('not_found', 'no such group in this workshop')
    if (name !== group.name.trim()) throw new Problem('request_invalid', 'not the name')
    // The plenum belongs to everybody, and newcomers need a group to come into
    const others = groups.filter(
      ({ id, kind, archivedAt }) => kind === 'project' && id !== group.id && archivedAt === undefined,
    )
    if (group.kind === 'plenum' || others.length === 0) throw new Problem('last_group')
    await deleteGroup(platform, group.id)
    return reply.code(204).send()
  })

  serve(app, 'renameGroup', async (request) => {
    const { workshop } = await access.toWorkshop(request, pathId(request, 'workshopId'), 'workshop.edit')
    const { name } = nameGroupRequest.parse(request.body)
    const group = await people.group(pathId(request, 'groupId'))
    if (group?.workshopId !== workshop.id) throw new Problem('not_found', 'no such group in this workshop')
    await people.renameGroup(group.id, name)
    return groupView(platform, { ...group, name }, await people.members(workshop.id))
  })
}

async function workshopView(platform: Platform, { workshop, member, raised }: Entry): Promise<WorkshopView> {
  const all = await platform.people.groups(workshop.id)
  const { title, groups } = await toldTo(platform, member, workshop, all)
  const members = await platform.people.members(workshop.id)
  const [copyOf, views] = await Promise.all([
    copyTold(platform, member, workshop),
    Promise.all(groups.map((group) => groupView(platform, group, members))),
  ])
  return {
    id: workshop.id,
    title,
    language: workshop.language,
    createdAt: workshop.createdAt,
    archivedAt: workshop.archivedAt ?? null,
    isSample: workshop.isSample,
    rehearsalOf: workshop.rehearsalOf ?? null,
    copyOf,
    groups: views,
    me: memberView(member),
    raisedTo: raised?.role ?? null,
  }
}

/** Of what it is a copy, as this person is told titles. */
async function copyTold(
  { outsideTexts }: Platform,
  { groupIds }: Member,
  workshop: Workshop,
): Promise<WorkshopView['copyOf']> {
  const { copyOf = null } = workshop
  if (copyOf === null || groupIds === 'all') return copyOf
  const [title] = await outsideTexts.of(workshop, [copyOf.title])
  return { ...copyOf, title: title! }
}

async function groupView({ rooms }: Platform, group: Group, members: readonly Member[]): Promise<GroupView> {
  const { id, kind, name, generation, archivedAt = null } = group
  const { phase, onlineCount } = await rooms.summary(id)
  const memberCount = memberCountOf(members, id, kind === 'plenum')
  return { id, kind, name, generation, phase, memberCount, onlineCount, archivedAt }
}
