import type { FastifyInstance } from 'fastify'
import type { GroupNews, OpenMatter, OwnMatters } from '#shared/agenda/own-matters.ts'
import { inOrder } from '#shared/agenda/own-matters.ts'
import { ownMattersQuery } from '#shared/protocol/api.ts'
import type { ModeType, PageAction } from '#shared/workshop/mode-rights.ts'
import { may, mayEnter } from '#shared/workshop/permissions.ts'
import type { EventLog } from '#server/ports/event-log.ts'
import { newsSince, openMattersIn } from '#server/workshop/own-matters.ts'
import type { Platform } from '../platform.ts'
import { pathId, serve } from '../serve.ts'

/**
 * A member's own page: what waits for them in their groups, and what has happened since they looked last. When that was
 * is told by their browser and kept nowhere.
 */
export function registerOwnMatters(
  app: FastifyInstance,
  { access, people, rooms, clock, events }: Platform & { events: Pick<EventLog, 'load'> },
): void {
  serve(app, 'ownMatters', async (request): Promise<OwnMatters> => {
    const entry = await access.toWorkshop(request, pathId(request, 'workshopId'), 'workshop.read')
    const { workshop, member, actor } = entry
    const { since } = ownMattersQuery.parse(request.query)
    const at = clock.now()
    const groups = (await people.groups(workshop.id)).filter(({ id }) => mayEnter(member, id))
    const open: OpenMatter[] = []
    const news: GroupNews[] = []
    for (const group of groups) {
      const { id: groupId } = group
      if (await rooms.isOutside({ actor, member, group, since: entry.since })) continue
      // One room after the other, in turn with what others want of the thread
      await rooms.inTurn(member.id, async () => {
        const history = since === undefined ? [] : await events.load(groupId)
        await rooms.look(groupId, member.id, (seen) => {
          const mayOnPage = (action: PageAction, mode: ModeType) =>
            may(actor, action, { type: 'page', workshopId: workshop.id, groupId, mode })
          const room = { groupId, ...seen, mayOnPage }
          open.push(...openMattersIn(room, member))
          const heard = since === undefined ? null : newsSince(room, history, since)
          if (heard) news.push(heard)
        })
      })
    }
    return { at, open: inOrder(open), news }
  })
}
