import type { FastifyInstance } from 'fastify'
import { Problem } from '#shared/errors/problem.ts'
import {
  bringResultsRequest,
  moveToBreakoutRequest,
  openBreakoutsRequest,
  type BroughtResults,
} from '#shared/protocol/breakouts.ts'
import { plenumOf } from '#server/workshop/groups.ts'
import { breakoutsOf, closeBreakouts, moveToBreakout, openBreakouts } from '#server/workshop/breakouts.ts'
import type { ExportWorkers } from '#server/export/workers.ts'
import { ownerOf } from '../job-owner.ts'
import type { Platform } from '../platform.ts'
import { pathId, serve } from '../serve.ts'
import { personOf } from '../under-way.ts'

/** Rooms that a moderator opens out of the plenum for a while. */
export function registerBreakoutRoutes(
  app: FastifyInstance,
  platform: Platform & { workers: Pick<ExportWorkers, 'run'> },
): void {
  const { access, people, rooms, config, workers } = platform

  serve(app, 'breakouts', async (request) => {
    const { workshop } = await access.toWorkshop(request, pathId(request, 'workshopId'), 'workshop.edit')
    return breakoutsOf(platform, workshop.id)
  })

  serve(app, 'openBreakouts', async (request, reply) => {
    const entry = await access.toWorkshop(request, pathId(request, 'workshopId'), 'workshop.edit')
    const { workshop, member } = entry
    const wanted = openBreakoutsRequest.parse(request.body)
    await platform.rooms.inTurn(member.id, () => openBreakouts(platform, workshop, member.id, wanted))
    return reply.code(201).send(await breakoutsOf(platform, workshop.id))
  })

  serve(app, 'moveToBreakout', async (request) => {
    const { workshop } = await access.toWorkshop(request, pathId(request, 'workshopId'), 'workshop.edit')
    const { groupId } = moveToBreakoutRequest.parse(request.body)
    await moveToBreakout(platform, workshop.id, pathId(request, 'memberId'), groupId)
    return breakoutsOf(platform, workshop.id)
  })

  serve(app, 'closeBreakouts', async (request) => {
    const entry = await access.toWorkshop(request, pathId(request, 'workshopId'), 'workshop.edit')
    await closeBreakouts(platform, entry.workshop.id, entry.member.id)
    return breakoutsOf(platform, entry.workshop.id)
  })

  serve(app, 'bringResults', async (request, reply): Promise<BroughtResults> => {
    const [workshopId, groupId] = [pathId(request, 'workshopId'), pathId(request, 'groupId')]
    const { member } = await access.toRoom(request, workshopId, groupId, 'room.facilitate')
    const { artefactIds: chosen } = bringResultsRequest.parse(request.body)
    const plenum = plenumOf(await people.groups(workshopId))
    const enterPlenum = () => access.toRoom(request, workshopId, plenum.id, 'room.arrange')
    await enterPlenum()
    if (plenum.id === groupId) throw new Problem('request_invalid', 'it is in the plenum already')
    const job = { type: 'results' as const, dataFolder: config.dataFolder, workshopId, groupId, chosen }
    const { cards, group, withheld } = await workers.run<'results'>(job, ownerOf(reply, personOf(member)))
    // Its turn may have come minutes after it was asked for
    await enterPlenum()
    const bring = () => rooms.bring(plenum.id, group, cards)
    if (cards.length === 0) return { brought: 0, renewed: 0, apart: 0, withheld }
    const { fresh, renewed, apart } = await rooms.inTurn(member.id, bring)
    return { brought: fresh, renewed, apart, withheld }
  })
}
