import type { MeetingId } from '../base/ids.ts'

/** GET /workshops/:workshopId/minutes answers with a list, the latest meeting first: what members may read. */
export interface ReleasedMinutes {
  meetingId: MeetingId
  title: string
  /** Of the meeting; null without a date. */
  startsAt: number | null
  releasedAt: number
}
