import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  recordChanged,
  recordChangeSchema,
  recordReleased,
  withoutText,
} from '#shared/agenda/record-change.ts'
import { noRecord } from '#shared/agenda/record.ts'
import type { Meeting } from '#shared/agenda/meeting.ts'
import { refused, type Result } from '#shared/base/result.ts'
import { limits } from '#shared/base/limits.ts'
import { Problem } from '#shared/errors/problem.ts'
import { DEFAULT_RETENTION_YEARS } from '#shared/protocol/export-formats.ts'
import { dossierChapters } from '#shared/kinds/chapters.ts'
import type { ReleasedMinutes } from '#shared/protocol/minutes.ts'
import { htmlOf } from '#shared/report/html.ts'
import { DEFAULT_TIME_ZONE } from '#shared/report/local-time.ts'
import type { DocumentTree } from '#shared/report/tree.ts'
import { plainLook } from '#shared/report/typst.ts'
import { may } from '#shared/workshop/permissions.ts'
import type { Entry } from '#server/auth/access.ts'
import type { ExportWorkers } from '#server/export/workers.ts'
import { ownerOf } from '../job-owner.ts'
import type { Platform } from '../platform.ts'
import { pathId, serve } from '../serve.ts'
import { concerns } from '#server/workshop/calendars.ts'
import { planBounds } from './plan-routes.ts'

/** The minutes of meetings: written by those who lead, released by a moderator, then read by everybody concerned. */
export function registerMinutesRoutes(
  app: FastifyInstance,
  platform: Platform & { workers: Pick<ExportWorkers, 'run'> },
): void {
  const { access, plans, clock, config, workers } = platform
  const found = async (request: FastifyRequest, { workshop }: Entry): Promise<Meeting> => {
    const meeting = await plans.meeting(workshop.id, pathId(request, 'meetingId'))
    if (!meeting) throw new Problem('not_found', 'no such meeting in this workshop')
    return meeting
  }
  const written = (
    { workshop, member }: Entry,
    { id }: Meeting,
    reply: FastifyReply,
  ): Promise<DocumentTree> => {
    const settings = {
      content: 'minutes' as const,
      format: 'html' as const,
      language: workshop.language,
      timeZone: DEFAULT_TIME_ZONE,
      exportedAt: clock.now(),
      quotes: 'released' as const,
      withIds: false,
      chapters: dossierChapters,
      meetingId: id,
      retentionYears: DEFAULT_RETENTION_YEARS,
      pdfStandard: 'ua-1' as const,
      cardId: null,
      pageId: null,
    }
    const job = {
      type: 'minutes' as const,
      dataFolder: config.dataFolder,
      workshopId: workshop.id,
      groupId: null,
      settings,
    }
    return workers.run<'minutes'>(job, ownerOf(reply, member.accountId ?? member.id))
  }

  serve(app, 'releasedMinutes', async (request): Promise<ReleasedMinutes[]> => {
    const { workshop, member } = await access.toWorkshop(
      request,
      pathId(request, 'workshopId'),
      'workshop.read',
    )
    const all = (await plans.meetings(workshop.id)).filter((one) => concerns(one, member.groupIds))
    const released = all.flatMap((meeting) =>
      meeting.record?.released ? [{ ...meeting, releasedAt: meeting.record.released.at }] : [],
    )
    // Members of other groups read them as well: told as outside
    const titles = await platform.outsideTexts.of(
      workshop,
      released.map(({ title }) => title),
    )
    return released
      .map(({ id, startsAt, releasedAt }, n) => ({ meetingId: id, title: titles[n]!, startsAt, releasedAt }))
      .sort((a, b) => (b.startsAt ?? b.releasedAt) - (a.startsAt ?? a.releasedAt))
  })

  serve(app, 'minutes', async (request, reply) => {
    const entry = await access.toWorkshop(request, pathId(request, 'workshopId'), 'workshop.read')
    const meeting = await found(request, entry)
    const mayReadDrafts = may(entry.actor, 'plan.read', { type: 'workshop', workshopId: entry.workshop.id })
    const isOpen = meeting.record?.released && concerns(meeting, entry.member.groupIds)
    if (!isOpen && !mayReadDrafts) throw new Problem('not_found', 'minutes of others, or a draft')
    const tree = await written(entry, meeting, reply)
    return reply.type('text/html; charset=utf-8').send(htmlOf(tree, plainLook.colour, () => null))
  })

  serve(
    app,
    'changeMinutes',
    async (request) => {
      const entry = await access.toWorkshop(request, pathId(request, 'workshopId'), 'plan.edit')
      const change = recordChangeSchema.parse(request.body)
      const signature = { by: entry.member.name, at: clock.now() }
      const decide = (meeting: Meeting) => recordChanged(meeting, change, signature)
      const result = await plans.change(entry.workshop.id, pathId(request, 'meetingId'), decide, planBounds)
      if (!result) throw new Problem('not_found', 'no such meeting in this workshop')
      if (!result.ok) throw new Problem(result.refusal)
      return withoutText(result.value)
    },
    {
      bodyLimit: limits.maxMeetingBytes,
      // Nobody's text is read who may not send one
      onRequest: async (request: FastifyRequest) =>
        void (await access.toWorkshop(request, pathId(request, 'workshopId'), 'plan.edit')),
    },
  )

  serve(app, 'releaseMinutes', async (request, reply) => {
    const entry = await access.toWorkshop(request, pathId(request, 'workshopId'), 'minutes.release')
    const meeting = await found(request, entry)
    if (meeting.record?.released) return withoutText(meeting)
    const { blocks } = await written(entry, meeting, reply)
    const signature = { by: entry.member.name, at: clock.now() }
    // Somebody wrote on while the text was made: what is released has been read by whoever releases it
    const decide = (now: Meeting): Result<Meeting, 'plan_changed'> =>
      JSON.stringify(now.record ?? noRecord) === JSON.stringify(meeting.record ?? noRecord)
        ? recordReleased(now, storable(blocks), signature)
        : refused('plan_changed')
    const result = await plans.change(entry.workshop.id, meeting.id, decide, planBounds)
    if (!result) throw new Problem('not_found', 'no such meeting in this workshop')
    if (!result.ok) throw new Problem(result.refusal)
    return withoutText(result.value)
  })
}

/** Plain data, as it is stored. */
const storable = (blocks: DocumentTree['blocks']): Record<string, unknown>[] =>
  blocks.slice(0, limits.maxMinutesBlocks).map((block) => ({ ...block }))
