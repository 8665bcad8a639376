import { expect, test } from 'vitest'
import { meetingFaults, stepFaults } from '#client/facilitation/agenda/form-faults.ts'
import {
  meetingFieldsSchema,
  plannedStepSchema,
  type MeetingFields,
  type PlannedStep,
} from '#shared/agenda/meeting.ts'
import { limits } from '#shared/base/limits.ts'

const titles = ['', ' ', 'Ankommen', 'x'.repeat(limits.maxTitleChars), 'x'.repeat(limits.maxTitleChars + 1)]
const minutes = [NaN, -1, 0, 1.5, 4, 5, 480, 481, limits.maxMeetingMinutes, limits.maxMeetingMinutes + 1]
const links = ['', 'https://treffen.example/raum', 'http://x.example', 'ftp://x.example', 'https://', 'raum']

/** First parts of the paths at which the server would refuse it. */
const refusedAt = (result: { success: boolean; error?: { issues: { path: PropertyKey[] }[] } | undefined }) =>
  [...new Set(result.error?.issues.map(({ path }) => path[0]))].sort()

test('the form of a step points at what the server would refuse, and at nothing else', () => {
  const step: PlannedStep = {
    id: 'step-1',
    title: 'Ankommen',
    instruction: '',
    minutes: 10,
    activity: 'work',
    phase: null,
    pageId: null,
    methodId: null,
    mode: { type: 'open' },
    note: '',
  }
  for (const title of titles)
    for (const each of minutes) {
      const wanted = { ...step, title, minutes: each }
      const refused = refusedAt(plannedStepSchema.safeParse(wanted))
      expect(stepFaults(wanted).sort(), `${title.length} letters, ${each} min`).toEqual(refused)
    }
})

/** Years 0 and 20,026, as a finger slips, and what no date can be made of. */
const starts = [null, 0, Date.UTC(2026, 10, 28), -62e12, 57e13, 9e15]

test('the form of a meeting points at what the server would refuse, and at nothing else', () => {
  const meeting: MeetingFields = {
    title: 'Auftakt',
    startsAt: null,
    minutes: 120,
    place: { type: 'inPerson', where: '' },
    groupIds: 'all',
    note: '',
  }
  const places: MeetingFields['place'][] = [
    meeting.place,
    ...links.map((link) => ({ type: 'online' as const, link })),
  ]
  for (const title of titles)
    for (const each of minutes)
      for (const [n, place] of places.entries()) {
        const startsAt = starts[n % starts.length]!
        const wanted = { ...meeting, title, minutes: each, place, startsAt }
        const refused = refusedAt(meetingFieldsSchema.safeParse(wanted))
        expect(meetingFaults(wanted).sort(), JSON.stringify([each, place])).toEqual(refused)
      }
})
