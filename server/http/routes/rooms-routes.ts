import type { FastifyInstance } from 'fastify'
import { Problem } from '#shared/errors/problem.ts'
import { giveOrderRequest, type OrderGiven, type RoomsNow } from '#shared/protocol/rooms-now.ts'
import { commandAction } from '#shared/workshop/command-rights.ts'
import type { ExportWorkers } from '#server/export/workers.ts'
import { RoomPictures } from '#server/workshop/room-pictures.ts'
import type { Platform } from '../platform.ts'
import { pathId, serve } from '../serve.ts'

/** All rooms of a workshop at a glance, for those who look after them. */
export function registerRoomsNow(
  app: FastifyInstance,
  platform: Platform & { workers: Pick<ExportWorkers, 'run'> },
): void {
  const { access, people, rooms, clock, config, workers } = platform
  const pictures = new RoomPictures(({ workshopId, groupId, pageId }) => {
    const job = { type: 'glimpse' as const, dataFolder: config.dataFolder, workshopId, groupId, pageId }
    return workers.run<'glimpse'>(job, { person: groupId, gone: new AbortController().signal })
  }, clock)

  serve(app, 'roomsNow', async (request): Promise<RoomsNow> => {
    const { workshop } = await access.toWorkshop(request, pathId(request, 'workshopId'), 'plan.read')
    const groups = (await people.groups(workshop.id)).filter(
      ({ kind, archivedAt }) => kind !== 'breakout' || archivedAt === undefined,
    )
    const glances = await Promise.all(
      groups.map(async ({ id: groupId }) => ({ groupId, ...(await rooms.glance(groupId)) })),
    )
    return { at: clock.now(), rooms: glances }
  })

  serve(app, 'giveOrder', async (request): Promise<OrderGiven> => {
    const workshopId = pathId(request, 'workshopId')
    const { groupIds, command } = giveOrderRequest.parse(request.body)
    const entries = []
    for (const groupId of groupIds)
      entries.push(await access.toRoom(request, workshopId, groupId, commandAction(command.type)))
    const refused: OrderGiven['refused'] = []
    for (const { group, member } of entries) {
      const answer = await rooms.give(group.id, member.id, command)
      if (!answer.ok) refused.push({ groupId: group.id, code: answer.refusal })
    }
    return { refused }
  })

  serve(app, 'roomPicture', async (request, reply) => {
    const [workshopId, groupId] = [pathId(request, 'workshopId'), pathId(request, 'groupId')]
    await access.toWorkshop(request, workshopId, 'plan.read')
    if ((await people.group(groupId))?.workshopId !== workshopId)
      throw new Problem('not_found', 'no such group in this workshop')
    const { pageId, changedAt } = await rooms.glance(groupId)
    const png = await pictures.of({ workshopId, groupId, pageId, changedAt })
    if (!png) throw new Problem('not_found', 'nothing lies on the page')
    return reply.type('image/png').send(png)
  })
}
