import type { FastifyInstance } from 'fastify'
import type { GroupNews, OpenMatter, OwnMatters } from '#shared/agenda/own-matters.ts'
import { inOrder } from '#shared/agenda/own-matters.ts'
import { ownMattersQuery } from '#shared/protocol/api.ts'
import type { EventLog } from '#server/ports/event-log.ts'
import { newsSince, openMattersIn } from '#server/workshop/own-matters.ts'
import { inOwnRooms } from '#server/workshop/own-rooms.ts'
import type { Platform } from '../platform.ts'
import { pathId, serve } from '../serve.ts'

/**
 * A member's own page: what waits for them in their groups, and what has happened since they looked last. When that was
 * is told by their browser and kept nowhere.
 */
export function registerOwnMatters(
  app: FastifyInstance,
  means: Platform & { events: Pick<EventLog, 'load'> },
): void {
  const { access, clock, events } = means
  serve(app, 'ownMatters', async (request): Promise<OwnMatters> => {
    const entry = await access.toWorkshop(request, pathId(request, 'workshopId'), 'workshop.read')
    const { since } = ownMattersQuery.parse(request.query)
    const at = clock.now()
    const open: OpenMatter[] = []
    const news: GroupNews[] = []
    await inOwnRooms(means, entry, async (groupId, look) => {
      const history = since === undefined ? [] : await events.load(groupId)
      await look((room) => {
        open.push(...openMattersIn(room, entry.member))
        const heard = since === undefined ? null : newsSince(room, history, since)
        if (heard) news.push(heard)
      })
    })
    return { at, open: inOrder(open), news }
  })
}
