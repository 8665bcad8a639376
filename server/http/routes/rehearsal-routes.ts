import type { FastifyInstance } from 'fastify'
import { Problem } from '#shared/errors/problem.ts'
import type { StartedRehearsal } from '#shared/protocol/rehearsal.ts'
import type { Rehearsals } from '#server/rehearsal/rehearsals.ts'
import type { Platform } from '../platform.ts'
import { pathId, serve } from '../serve.ts'

/** Rehearsals, begun and ended by those who lead. */
export function registerRehearsalRoutes(
  app: FastifyInstance,
  { access, people, clock, rehearsals }: Platform & { rehearsals: Pick<Rehearsals, 'start' | 'end'> },
): void {
  serve(app, 'startRehearsal', async (request, reply) => {
    const [workshopId, groupId] = [pathId(request, 'workshopId'), pathId(request, 'groupId')]
    const { workshop, member, group } = await access.toRoom(request, workshopId, groupId, 'room.facilitate')
    if (workshop.rehearsalOf) throw new Problem('request_invalid', 'a rehearsal of a rehearsal')
    const room = await rehearsals.start(workshop, group, member)
    // Also whoever has an account may have come by their link
    const session = await access.session(request)
    await people.bindMember(session.tokenHash, room.moderator.id, clock.now())
    const started: StartedRehearsal = { workshopId: room.workshop.id, groupId: room.groupId }
    return reply.code(201).send(started)
  })

  serve(app, 'endRehearsal', async (request, reply) => {
    const { workshop } = await access.toWorkshop(request, pathId(request, 'workshopId'), 'workshop.edit')
    if (!workshop.rehearsalOf) throw new Problem('not_found', 'no rehearsal')
    await rehearsals.end(workshop.id)
    return reply.code(204).send()
  })
}
