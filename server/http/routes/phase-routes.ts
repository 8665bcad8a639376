import type { FastifyInstance } from 'fastify'
import type { PhasesView } from '#shared/protocol/api.ts'
import type { Platform } from '../platform.ts'
import { pathId, serve } from '../serve.ts'

/** How far the other groups are, for everybody in a room: phases, challenges and numbers, in which nothing withheld is counted. */
export function registerPhaseRoutes(
  app: FastifyInstance,
  { access, earlierWork, people, rooms }: Platform,
): void {
  serve(app, 'phasesNow', async (request): Promise<PhasesView> => {
    const [workshopId, groupId] = [pathId(request, 'workshopId'), pathId(request, 'groupId')]
    await access.toRoom(request, workshopId, groupId, 'room.read')
    const work = await earlierWork.of(workshopId)
    const others = (await people.groups(workshopId)).filter(
      ({ id, kind, archivedAt }) => id !== groupId && kind !== 'breakout' && archivedAt === undefined,
    )
    const groups = await Promise.all(
      others.map(async ({ id }) => {
        const { phase } = await rooms.glance(id)
        const known = work.find((group) => group.groupId === id)
        const { name, made, challenges } = known ?? { name: '', made: {}, challenges: [] }
        return { groupId: id, name, phase, made, challenges }
      }),
    )
    // One that was made since somebody last looked is told the next time
    return { groups: groups.filter(({ name }) => name !== '') }
  })
}
