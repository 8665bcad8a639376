import type { WorkshopId } from '#shared/base/ids.ts'
import type { EventLog, Untold } from '#server/ports/event-log.ts'
import type { Logger } from '#server/ports/logger.ts'
import type { PeopleStore } from '#server/ports/people-store.ts'
import type { PlanStore } from '#server/ports/plan-store.ts'
import type { Happened, WebhookStore } from '#server/ports/webhook-store.ts'

interface Means {
  events: Pick<EventLog, 'untold' | 'told'>
  people: Pick<PeopleStore, 'group' | 'workshop'>
  plans: Pick<PlanStore, 'meetings'>
  store: Pick<WebhookStore, 'queue'>
  logger: Pick<Logger, 'error'>
}

/**
 * Brings what happened in rooms into the queue. It is queued under a key that follows from the event, and all of it is then
 * ticked off: killed in between, the server queues it once more, which changes nothing. What cannot be queued is left for
 * the next time, and holds up nothing behind it.
 */
export async function queueUntold(means: Means, isStopped: () => boolean): Promise<void> {
  const plans = askedOnce(means.plans)
  const queued: Untold[] = []
  for (const untold of await means.events.untold()) {
    if (isStopped()) break
    const { groupId, seq } = untold
    try {
      await queueOne({ ...means, plans }, untold)
      queued.push(untold)
    } catch (error) {
      const about = { err: error as Error, groupId, seq }
      means.logger.error(about, 'something that happened in a room could not be queued')
    }
  }
  if (queued.length > 0) await means.events.told(queued.map(({ groupId, seq }) => ({ groupId, seq })))
}

/** Many steps of one workshop end at once; its plan is read for the first of them. */
function askedOnce(plans: Means['plans']): Means['plans'] {
  const known = new Map<WorkshopId, ReturnType<PlanStore['meetings']>>()
  return {
    meetings(workshopId) {
      const meetings = known.get(workshopId) ?? plans.meetings(workshopId)
      known.set(workshopId, meetings)
      return meetings
    },
  }
}

async function queueOne({ people, plans, store }: Means, untold: Untold): Promise<void> {
  const happened = await happenedBy({ people, plans }, untold)
  if (happened) await store.queue(happened, `${untold.groupId}.${untold.seq}`)
}

/** Null for what was before the workshop was here, as in an import, and for steps that end no meeting. */
async function happenedBy(
  { people, plans }: Pick<Means, 'people' | 'plans'>,
  { groupId, at, type, subjectId }: Untold,
): Promise<Happened | null> {
  const group = await people.group(groupId)
  const workshop = group && (await people.workshop(group.workshopId))
  if (!workshop || at < workshop.createdAt) return null
  const workshopId = workshop.id
  const about = { workshopId, groupId, at: Math.floor(at) }
  if (type === 'voteCounted') return { ...about, kind: 'vote.counted', subjectId }
  const meetingId = await meetingThatEnds(plans, workshopId, subjectId)
  return meetingId && { ...about, kind: 'meeting.ended', subjectId: meetingId }
}

/** The meeting of whose agenda this is the last step; null where others follow, or it stands in no agenda. */
async function meetingThatEnds(plans: Pick<PlanStore, 'meetings'>, workshopId: WorkshopId, stepId: string) {
  const meetings = await plans.meetings(workshopId)
  return meetings.find(({ steps }) => steps.at(-1)?.id === stepId)?.id ?? null
}
