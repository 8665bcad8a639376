import type { FastifyInstance } from 'fastify'
import type { PrecedentsView } from '#shared/protocol/api.ts'
import type { Platform } from '../platform.ts'
import { pathId, serve } from '../serve.ts'

/** What there is already, for people who write something like it. Their own room they see themselves. */
export function registerPrecedentRoutes(app: FastifyInstance, { access, earlierWork }: Platform): void {
  serve(app, 'precedents', async (request): Promise<PrecedentsView> => {
    const [workshopId, groupId] = [pathId(request, 'workshopId'), pathId(request, 'groupId')]
    await access.toRoom(request, workshopId, groupId, 'room.upload')
    const all = await earlierWork.of(workshopId)
    return { groups: all.filter((group) => group.groupId !== groupId && group.precedents.length > 0) }
  })
}
