import { z } from 'zod'
import { limits } from '../base/limits.ts'
import { meetingFieldsSchema, newStepSchema, type Meeting } from './meeting.ts'

/** A meeting as somebody brings it: new, or out of a file. Ids are given by whoever stores it. */
export const newMeetingSchema = meetingFieldsSchema.extend({
  steps: z.array(newStepSchema).max(limits.maxAgendaSteps).default([]),
})
export type NewMeeting = z.infer<typeof newMeetingSchema>

const MEETING_FORMAT = 'werkraum-meeting'

/** A meeting as a file, to be used in another workshop. It holds the moderation's notes. */
export const meetingFileSchema = z.object({
  format: z.literal(MEETING_FORMAT),
  schemaVersion: z.literal(1),
  meeting: newMeetingSchema,
})
export type MeetingFile = z.infer<typeof meetingFileSchema>

/**
 * Groups and minutes are of this workshop alone, and so is the date: read in again, the meeting would stand in the plan, and in
 * everybody's calendar, a second time.
 */
export function meetingFile({ id: _, record: __, sequence: ___, ...meeting }: Meeting): MeetingFile {
  return {
    format: MEETING_FORMAT,
    schemaVersion: 1,
    meeting: { ...meeting, startsAt: null, groupIds: 'all' },
  }
}
