import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ArtefactId } from '#shared/base/ids.ts'
import { Problem } from '#shared/errors/problem.ts'
import { partnershipOf } from '#shared/gallery/interest.ts'
import { pledgeKind } from '#shared/kinds/pledge-kind.ts'
import type { InterestView } from '#shared/protocol/gallery.ts'
import type { Platform } from '../platform.ts'
import { pathId, serve } from '../serve.ts'

/** What people from outside left in the gallery: seen by those who look after several groups, decided by moderators. */
export function registerInterestRoutes(app: FastifyInstance, { access, interests, rooms }: Platform): void {
  const enter = (request: FastifyRequest, action: 'plan.read' | 'gallery.open' | 'gallery.close') =>
    access.toWorkshop(request, pathId(request, 'workshopId'), action)

  serve(app, 'interests', async (request): Promise<InterestView[]> => {
    const { workshop } = await enter(request, 'plan.read')
    return (await interests.interestsOf(workshop.id)).map(({ workshopId: _, ...view }) => view)
  })

  serve(app, 'acceptInterest', async (request, reply) => {
    const { workshop } = await enter(request, 'gallery.open')
    const interestId = pathId(request, 'interestId')
    const known = (await interests.interestsOf(workshop.id)).find(({ id }) => id === interestId)
    if (!known) throw new Problem('not_found', 'no such interest')
    const entry = await access.toRoom(request, workshop.id, known.groupId, 'room.write')
    await rooms.inTurn(entry.member.id, async () => {
      // The card first, under an id of its own: whoever accepts once more, or at once, makes the same one
      const id = known.id as string as ArtefactId
      await rooms.addCards(entry, [{ id, kind: pledgeKind, fields: partnershipOf(known.facts), tags: [] }])
      await interests.take(workshop.id, interestId)
    })
    return reply.code(204).send()
  })

  serve(app, 'declineInterest', async (request, reply) => {
    const { workshop } = await enter(request, 'gallery.close')
    await interests.take(workshop.id, pathId(request, 'interestId'))
    return reply.code(204).send()
  })
}
