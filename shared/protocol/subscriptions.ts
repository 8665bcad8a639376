import { z } from 'zod'

/** What crosses the wire so that members hear of a workshop outside it: by mail, and in their calendar. */

export const askReminderRequest = z.object({
  email: z.email().max(254),
  /** Of the mails. */
  language: z.enum(['de', 'en']),
})
export const reminderLinkRequest = z.object({ token: z.string().min(16).max(200) })

/** GET /workshops/:workshopId/me/reminder */
export interface ReminderView {
  /** The hour of the day at which mails go out, in `timeZone`; null where this installation sends none. */
  hour: number | null
  timeZone: string
  /** `asked`: a mail is on its way whose link begins it. */
  state: 'off' | 'asked' | 'on'
  email: string | null
}

/** POST /reminders: what the link did. */
export interface FollowedReminder {
  did: 'begun' | 'ended'
  workshopTitle: string
}

/** GET /workshops/:workshopId/me/calendar */
export interface CalendarView {
  /** Since when there is an address; null for none. */
  since: number | null
}

/** POST /workshops/:workshopId/me/calendar: the secret part of the address, shown this once. */
export interface CalendarAddress {
  secret: string
}
