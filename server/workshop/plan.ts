import { newId, type MeetingId } from '#shared/base/ids.ts'
import type { NewMeeting } from '#shared/agenda/file.ts'
import type { Meeting } from '#shared/agenda/meeting.ts'

/**
 * A meeting with ids of its own. Steps get new ones as well: drafts and ballots are found by the id of their step, and
 * a copy must not meet those of the original.
 */
export function newMeeting(meeting: NewMeeting, nowMs: number): Meeting {
  const steps = meeting.steps.map((step) => ({ ...step, id: newId<string>(nowMs) }))
  return { ...meeting, id: newId<MeetingId>(nowMs), steps }
}

/** The same agenda on other days; null makes one without a date, to be copied again. */
export function copiesOf(
  { id: _, record: __, sequence: ___, ...meeting }: Meeting,
  dates: readonly (number | null)[],
  nowMs: number,
): Meeting[] {
  return dates.map((startsAt) => newMeeting({ ...meeting, startsAt }, nowMs))
}
