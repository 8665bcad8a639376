import type { FastifyInstance } from 'fastify'
import type { EventLog } from '#server/ports/event-log.ts'
import { foundSample } from '#server/workshop/sample.ts'
import type { Platform } from '../platform.ts'
import { serve } from '../serve.ts'
import { workshopSummary } from '../views.ts'

/** A workshop to look at, for whoever may found one. */
export function registerSampleRoutes(app: FastifyInstance, means: Platform & { events: EventLog }): void {
  serve(app, 'createSample', async (request, reply) => {
    const account = await means.access.toInstallation(request, 'workshop.create')
    const founder = { accountId: account.id, name: account.name }
    const found = () => foundSample(means, founder)
    const { workshopId, tourGroupId } = await means.rooms.inTurn(account.id, found)
    const memberships = await means.people.membershipsOf(account.id, [])
    const made = memberships.find(({ workshop }) => workshop.id === workshopId)!
    // The tour is where it begins to be looked at
    return reply.code(201).send({ ...workshopSummary(made), homeGroupId: tourGroupId })
  })
}
