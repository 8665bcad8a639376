import { calendarFile } from '#shared/agenda/calendar.ts'
import type { Meeting } from '#shared/agenda/meeting.ts'
import { wordsIn } from '#shared/report/words.ts'
import type { Clock } from '#server/ports/clock.ts'
import type { Member, Workshop } from '#server/ports/people-store.ts'
import type { PlanStore } from '#server/ports/plan-store.ts'
import type { OutsideTexts } from './outside-texts.ts'

interface CalendarMeans {
  plans: Pick<PlanStore, 'meetings' | 'cancelled'>
  outsideTexts: Pick<OutsideTexts, 'of'>
  clock: Clock
}

/** How a calendar file is to be written. */
interface CalendarPlace {
  workshop: Workshop
  /** Under which people reach the installation. */
  origin: string
  timeZone: string
}

/** One meeting as a file; null without a date. */
export async function calendarOf(means: CalendarMeans, place: CalendarPlace, meeting: Meeting) {
  if (meeting.startsAt === null) return null
  const { workshopTitle, told } = await tellable(means, place.workshop, [meeting])
  return calendarFile(told, frameOf(means, place, workshopTitle))
}

/** All meetings of a member's groups, and those that were called off, to be looked at again and again. */
export async function calendarFeed(
  means: CalendarMeans,
  place: CalendarPlace,
  member: Member,
): Promise<string> {
  const { workshop } = place
  const own = (await means.plans.meetings(workshop.id)).filter((meeting) =>
    concerns(meeting, member.groupIds),
  )
  const called = await means.plans.cancelled(workshop.id, means.clock.now())
  const { workshopTitle, told } = await tellable(means, workshop, own)
  const cancelledTitle = wordsIn(workshop.language).agenda.cancelled
  const cancelled = called.filter((meeting) => concerns(meeting, member.groupIds))
  return calendarFile(told, frameOf(means, place, workshopTitle), {
    name: workshopTitle,
    cancelledTitle,
    cancelled,
  })
}

/** Whether a meeting is one of somebody's groups. */
export function concerns({ groupIds }: Pick<Meeting, 'groupIds'>, own: Member['groupIds']): boolean {
  return groupIds === 'all' || own === 'all' || groupIds.some((id) => own.includes(id))
}

const frameOf = (
  { clock }: CalendarMeans,
  { workshop, origin, timeZone }: CalendarPlace,
  workshopTitle: string,
) => ({
  workshopTitle,
  roomUrl: `${origin}/werkstaetten/${workshop.id}`,
  nowMs: clock.now(),
  timeZone,
})

/** What of meetings may be told outside: a file goes from calendar to calendar, and the cockpit is looked at by many. */
export async function tellable(
  { outsideTexts }: Pick<CalendarMeans, 'outsideTexts'>,
  workshop: Workshop,
  meetings: readonly Meeting[],
): Promise<{ workshopTitle: string; told: Meeting[] }> {
  const whereOf = ({ place }: Meeting) => (place.type === 'inPerson' ? place.where : '')
  const texts = [workshop.title, ...meetings.flatMap((meeting) => [meeting.title, whereOf(meeting)])]
  const [workshopTitle, ...answers] = await outsideTexts.of(workshop, texts)
  const told = meetings.map((meeting, n): Meeting => {
    const [title, where] = [answers[n * 2]!, answers[n * 2 + 1]!]
    const { place } = meeting
    return { ...meeting, title, place: place.type === 'inPerson' ? { ...place, where } : place }
  })
  return { workshopTitle: workshopTitle!, told }
}
