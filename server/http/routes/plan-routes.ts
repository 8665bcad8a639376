import type { FastifyInstance, FastifyRequest } from 'fastify'
import { changed, planChangeSchema } from '#shared/agenda/change.ts'
import { meetingFile, newMeetingSchema } from '#shared/agenda/file.ts'
import type { Meeting } from '#shared/agenda/meeting.ts'
import { programmeMeetings } from '#shared/agenda/programme.ts'
import { withoutText } from '#shared/agenda/record-change.ts'
import { limits } from '#shared/base/limits.ts'
import { Problem } from '#shared/errors/problem.ts'
import { copyMeetingRequest } from '#shared/protocol/api.ts'
import { writeSpeakerNoteRequest, type SpeakerNote } from '#shared/protocol/speaker-notes.ts'
import type { WorkshopAction } from '#shared/workshop/permissions.ts'
import type { Entry } from '#server/auth/access.ts'
import type { PlanBounds } from '#server/ports/plan-store.ts'
import { calendarOf, concerns } from '#server/workshop/calendars.ts'
import { requireGroups } from '#server/workshop/groups.ts'
import { copiesOf, newMeeting } from '#server/workshop/plan.ts'
import { originOf, type Platform } from '../platform.ts'
import { pathId, serve } from '../serve.ts'

export const planBounds: PlanBounds = { meetings: limits.maxMeetings, bytes: limits.maxPlanBytes }

/**
 * The workshop's plan. Everything here but the calendar file holds the moderation's notes and is for those who lead
 * alone; the calendar file is made for everybody and holds none.
 */
export function registerPlanRoutes(app: FastifyInstance, platform: Platform): void {
  const { access, plans, people, clock } = platform
  const enter = (request: FastifyRequest, action: WorkshopAction) =>
    access.toWorkshop(request, pathId(request, 'workshopId'), action)
  const found = async (request: FastifyRequest, { workshop }: Entry): Promise<Meeting> => {
    const meeting = await plans.meeting(workshop.id, pathId(request, 'meetingId'))
    if (!meeting) throw new Problem('not_found', 'no such meeting in this workshop')
    return meeting
  }
  const add = async ({ workshop }: Entry, meetings: readonly Meeting[]) => {
    if (!(await plans.add(workshop.id, meetings, planBounds))) throw new Problem('plan_full')
  }
  // A meeting is a big form: nobody's is read who may not send one
  const bigForm = {
    bodyLimit: limits.maxMeetingBytes,
    onRequest: async (request: FastifyRequest) => void (await enter(request, 'plan.edit')),
  }
  const requireOwnGroups = async ({ workshop }: Entry, groupIds: Meeting['groupIds'] | undefined) => {
    if (groupIds && groupIds !== 'all') requireGroups(await people.groups(workshop.id), groupIds)
  }

  serve(app, 'meetings', async (request) => {
    const { workshop } = await enter(request, 'plan.read')
    return (await plans.meetings(workshop.id)).map(withoutText)
  })

  serve(
    app,
    'addMeeting',
    async (request, reply) => {
      const entry = await enter(request, 'plan.edit')
      const meeting = newMeeting(newMeetingSchema.parse(request.body), clock.now())
      await requireOwnGroups(entry, meeting.groupIds)
      await add(entry, [meeting])
      return reply.code(201).send(meeting)
    },
    bigForm,
  )

  serve(
    app,
    'changeMeeting',
    async (request) => {
      const entry = await enter(request, 'plan.edit')
      const meetingId = pathId(request, 'meetingId')
      const change = planChangeSchema.parse(request.body)
      if (change.type === 'editMeeting') await requireOwnGroups(entry, change.to.groupIds)
      const decide = (meeting: Meeting) => changed(meeting, change)
      const result = await plans.change(entry.workshop.id, meetingId, decide, planBounds)
      if (!result) throw new Problem('not_found', 'no such meeting in this workshop')
      if (!result.ok) throw new Problem(result.refusal)
      return withoutText(result.value)
    },
    bigForm,
  )

  serve(app, 'copyMeeting', async (request, reply) => {
    const entry = await enter(request, 'plan.edit')
    const { dates } = copyMeetingRequest.parse(request.body)
    const copies = copiesOf(await found(request, entry), dates, clock.now())
    await add(entry, copies)
    return reply.code(201).send(copies)
  })

  serve(app, 'takeProgramme', async (request, reply) => {
    const entry = await enter(request, 'plan.edit')
    const { id, language } = entry.workshop
    const inUse = (await people.groups(id)).filter(({ archivedAt }) => archivedAt === undefined)
    const programme = programmeMeetings({
      language,
      groupIds: inUse.filter(({ kind }) => kind === 'project').map((group) => group.id),
      plenumId: inUse.find(({ kind }) => kind === 'plenum')?.id ?? null,
    })
    const meetings = programme.map((meeting) => newMeeting(meeting, clock.now()))
    await add(entry, meetings)
    return reply.code(201).send(meetings)
  })

  serve(app, 'removeMeeting', async (request, reply) => {
    const entry = await enter(request, 'plan.edit')
    const { id } = await found(request, entry)
    await plans.remove(entry.workshop.id, id, clock.now())
    return reply.code(204).send()
  })

  serve(app, 'meetingFile', async (request, reply) => {
    const meeting = await found(request, await enter(request, 'plan.read'))
    return reply
      .header('Content-Disposition', `attachment; filename="werkraum-ablauf.json"`)
      .send(meetingFile(meeting))
  })

  serve(app, 'meetingCalendar', async (request, reply) => {
    const entry = await enter(request, 'workshop.read')
    const meeting = await found(request, entry)
    const { workshop, member } = entry
    if (!concerns(meeting, member.groupIds)) throw new Problem('not_found', 'a meeting of other groups')
    const { timeZone } = platform.config
    const text = await calendarOf(
      platform,
      { workshop, origin: originOf(platform, request), timeZone },
      meeting,
    )
    if (text === null) throw new Problem('not_found', 'a meeting without a date')
    return reply
      .type('text/calendar; charset=utf-8')
      .header('Content-Disposition', 'attachment; filename="werkraum-termin.ics"')
      .send(text)
  })
}

/** What is said to slides: for the moderation, and for whoever presents while they do. */
export function registerSpeakerNotes(app: FastifyInstance, { access, plans }: Platform): void {
  const enter = (request: FastifyRequest) =>
    access.toTalk(request, pathId(request, 'workshopId'), pathId(request, 'groupId'))

  serve(app, 'speakerNotes', async (request): Promise<SpeakerNote[]> => {
    const { group } = await enter(request)
    return plans.speakerNotes(group.id)
  })

  serve(app, 'writeSpeakerNote', async (request, reply) => {
    const { group } = await enter(request)
    const { from, ...note } = writeSpeakerNoteRequest.parse(request.body)
    if (!(await plans.writeSpeakerNote(group.id, note, from, limits.maxSpeakerNotes)))
      throw new Problem('plan_changed')
    return reply.code(204).send()
  })
}
