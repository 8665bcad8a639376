import { limits } from '#shared/base/limits.ts'
import { isMoment } from '#shared/base/moment.ts'
import type { MeetingFields, PlannedStep } from '#shared/agenda/meeting.ts'

/** Fields that a form points at before it sends anything; the server checks all of them by its schemas. */
export function stepFaults({ title, minutes }: PlannedStep): (keyof PlannedStep)[] {
  const isWhole = Number.isInteger(minutes) && minutes >= 0 && minutes <= limits.maxTimerMs / 60_000
  return [...(isTitle(title) ? [] : (['title'] as const)), ...(isWhole ? [] : (['minutes'] as const))]
}

export function meetingFaults({ title, minutes, place, startsAt }: MeetingFields): (keyof MeetingFields)[] {
  const isLong = Number.isInteger(minutes) && minutes >= 5 && minutes <= limits.maxMeetingMinutes
  return [
    ...(isTitle(title) ? [] : (['title'] as const)),
    ...(startsAt === null || isMoment(startsAt) ? [] : (['startsAt'] as const)),
    ...(isLong ? [] : (['minutes'] as const)),
    ...(place.type === 'online' && !isLink(place.link) ? (['place'] as const) : []),
  ]
}

const isTitle = (title: string) => title.trim() !== '' && title.trim().length <= limits.maxTitleChars

const isLink = (link: string) => link === '' || (/^https?:\/\//.test(link) && URL.canParse(link))
