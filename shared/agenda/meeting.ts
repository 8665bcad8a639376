import { z } from 'zod'
import { isId, type GroupId, type MeetingId } from '../base/ids.ts'
import { limits } from '../base/limits.ts'
import { isMoment } from '../base/moment.ts'
import { isVisible } from '../base/visible-text.ts'
import { pageId } from '../facilitation/fields.ts'
import { roundAuthorships } from '../facilitation/step/round-authorships.ts'
import { stepId } from '../facilitation/step/step.ts'
import { phases } from '../workshop/phases.ts'
import { recordSchema } from './record.ts'
import { ballots } from './ballots.ts'

/** What is stored may be of signs that nobody sees, from before they were refused. */
const writtenTitle = z.string().trim().min(1).max(limits.maxTitleChars)

/** A step's mode as far as a plan can know it: who presents and on what is voted is settled when it starts. */
const plannedModeSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('open') }),
  z.object({ type: z.literal('silent'), authorship: z.enum(roundAuthorships) }),
  z.object({ type: z.literal('vote'), ballot: z.enum(ballots) }),
  z.object({ type: z.literal('discuss') }),
  z.object({ type: z.literal('present') }),
  z.object({ type: z.literal('locked') }),
])
export type PlannedMode = z.infer<typeof plannedModeSchema>

/** What of a step may be written; its id never changes, because drafts and ballots are found by it. */
export const stepFieldsSchema = z.object({
  title: writtenTitle.refine(isVisible),
  instruction: z.string().max(limits.maxInstructionChars),
  minutes: z
    .number()
    .int()
    .min(0)
    .max(limits.maxTimerMs / 60_000),
  activity: z.enum(['work', 'break']),
  phase: z.enum(phases).nullable(),
  /** Null: wherever the group is when the step begins. */
  pageId: pageId.nullable(),
  methodId: z.string().min(1).max(64).nullable(),
  mode: plannedModeSchema,
  /** For the moderation alone: it never gets into a room. */
  note: z.string().max(limits.maxInstructionChars),
})

export const newStepSchema = stepFieldsSchema.extend({ id: stepId })
export const plannedStepSchema = newStepSchema.extend({ title: writtenTitle })
export type PlannedStep = z.infer<typeof plannedStepSchema>

const groupId = z.string().refine(isId) as unknown as z.ZodType<GroupId>

/** The code by which a request is refused that names no such time. */
const outside = { params: { code: 'meeting_time_invalid' } }
export const meetingTime = z.number().int().refine(isMoment, outside).nullable()
/** A time that was stored before there were bounds is none. */
const storedTime = z
  .number()
  .nullable()
  .transform((ms) => (isMoment(ms) ? ms : null))

export const meetingFieldsSchema = z.object({
  title: writtenTitle.refine(isVisible),
  /** Null: no date yet, or a template that is copied. */
  startsAt: meetingTime,
  /** How long everybody has kept free. */
  minutes: z.number().int().min(5).max(limits.maxMeetingMinutes),
  place: z.discriminatedUnion('type', [
    z.object({ type: z.literal('inPerson'), where: z.string().max(limits.maxTitleChars) }),
    z.object({ type: z.literal('online'), link: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]) }),
  ]),
  groupIds: z.union([z.literal('all'), z.array(groupId).max(limits.maxGroups + 1)]),
  /** For the moderation alone. */
  note: z.string().max(limits.maxInstructionChars),
})
export type MeetingFields = z.infer<typeof meetingFieldsSchema>

export const meetingSchema = meetingFieldsSchema.extend({
  id: z.string().refine(isId) as unknown as z.ZodType<MeetingId>,
  title: writtenTitle,
  startsAt: storedTime,
  steps: z.array(plannedStepSchema).max(limits.maxAgendaSteps),
  /** Absent until somebody writes in its minutes. */
  record: recordSchema.optional(),
  /** How often what stands in calendars has changed; absent: never. */
  sequence: z.number().int().min(1).optional(),
})
/** One meeting of a workshop's plan, with its agenda. Times are milliseconds since the Unix epoch. */
export type Meeting = z.infer<typeof meetingSchema>

/** What is left of a meeting that was called off before it began: enough for calendars to strike it out, and no word. */
export const cancelledMeetingSchema = meetingSchema.pick({ id: true, minutes: true, groupIds: true }).extend({
  /** Stored before there were bounds it may lie outside; calendars leave that one out (`calendar.ts`). */
  startsAt: z.number().int(),
  sequence: z.number().int(),
})
export type CancelledMeeting = z.infer<typeof cancelledMeetingSchema>

export function cancelled({
  id,
  minutes,
  groupIds,
  startsAt,
  sequence = 0,
}: Meeting): CancelledMeeting | null {
  return startsAt === null ? null : { id, minutes, groupIds, startsAt, sequence: sequence + 1 }
}
