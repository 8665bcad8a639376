import type { FastifyInstance } from 'fastify'
import { alikeGroups } from '#shared/base/alike-groups.ts'
import { Problem } from '#shared/errors/problem.ts'
import { proposalsRequest, type ProposalsView } from '#shared/protocol/proposals.ts'
import type { ExportWorkers } from '#server/export/workers.ts'
import { ownerOf } from '../job-owner.ts'
import type { Platform } from '../platform.ts'
import { pathId, serve } from '../serve.ts'
import { personOf, UnderWay } from '../under-way.ts'

interface ProposingMeans extends Platform {
  screenWorkers: Pick<ExportWorkers, 'run'>
}

/**
 * Which cards may belong together, by a service that the operator runs. Headlines of chosen cards are sent to it, as far as
 * they may leave the group, and only when somebody asks; without a service the endpoint is not there. Nothing is kept.
 */
export function registerProposalRoutes(app: FastifyInstance, means: ProposingMeans): void {
  const { access, config, meaning, rooms, screenWorkers } = means
  const underWay = new UnderWay({ atOnce: 1, waiting: 1, refusal: 'rate_limited' })

  serve(app, 'proposeGroups', async (request, reply): Promise<ProposalsView> => {
    const [workshopId, groupId] = [pathId(request, 'workshopId'), pathId(request, 'groupId')]
    const { member } = await access.toRoom(request, workshopId, groupId, 'room.upload')
    const { artefactIds: chosen } = proposalsRequest.parse(request.body)
    if (!meaning) throw new Problem('not_found', 'no service for meaning')
    await underWay.enter(personOf(member), reply)
    const job = { type: 'headlines' as const, dataFolder: config.dataFolder, workshopId, groupId, chosen }
    const sent = await screenWorkers.run<'headlines'>(job, ownerOf(reply, personOf(member)))
    const directions = sent.length < 2 ? [] : await meaning.directionsOf(sent.map(({ text }) => text))
    const alike = await rooms.inTurn(member.id, async () => alikeGroups(directions))
    const groups = alike.map((group) => group.map((n) => sent[n]!.id))
    return { service: meaning.service, groups, unsent: new Set<string>(chosen).size - sent.length }
  })
}
