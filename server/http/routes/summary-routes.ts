import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '#shared/errors/problem.ts'
import {
  summaryDraftQuery,
  writeSummaryRequest,
  type Summary,
  type SummaryDraft,
} from '#shared/protocol/summaries.ts'
import type { WorkshopAction } from '#shared/workshop/permissions.ts'
import type { ExportWorkers } from '#server/export/workers.ts'
import { requireGroups } from '#server/workshop/groups.ts'
import { ownerOf } from '../job-owner.ts'
import type { Platform } from '../platform.ts'
import { pathId, serve } from '../serve.ts'

/** Summaries of dossiers: written by those who lead, with a draft from the cards to begin with. */
export function registerSummaryRoutes(
  app: FastifyInstance,
  platform: Platform & { workers: Pick<ExportWorkers, 'run'> },
): void {
  const { access, plans, people, config, workers } = platform
  const enter = (request: FastifyRequest, action: WorkshopAction) =>
    access.toWorkshop(request, pathId(request, 'workshopId'), action)

  serve(app, 'summaries', async (request): Promise<Summary[]> => {
    const { workshop } = await enter(request, 'plan.read')
    return plans.summaries(workshop.id)
  })

  serve(app, 'writeSummary', async (request, reply) => {
    const { workshop } = await enter(request, 'plan.edit')
    const { from, ...summary } = writeSummaryRequest.parse(request.body)
    if (summary.groupId !== null) requireGroups(await people.groups(workshop.id), [summary.groupId])
    if (!(await plans.writeSummary(workshop.id, summary, from))) throw new Problem('plan_changed')
    return reply.code(204).send()
  })

  serve(app, 'summaryDraft', async (request, reply): Promise<SummaryDraft> => {
    const { workshop, member } = await enter(request, 'plan.read')
    const { group: groupId = null } = summaryDraftQuery.parse(request.query)
    if (groupId !== null) requireGroups(await people.groups(workshop.id), [groupId])
    const job = { type: 'summary' as const, dataFolder: config.dataFolder, workshopId: workshop.id, groupId }
    return workers.run<'summary'>(job, ownerOf(reply, member.accountId ?? member.id))
  })
}
