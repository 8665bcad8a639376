import type { MeetingFields, PlannedStep } from '#shared/agenda/meeting.ts'
import type { GroupId } from '#shared/base/ids.ts'
import { plannedStep } from '#tests/support/agenda.ts'

/** For the moderation alone; it must be in nothing that anybody else is sent. */
export const NOTE = 'Frau-Beispiel-zuerst-fragen'
export const DECISION = 'Wir beginnen mit dem Wohngeld'

const titles = {
  arrive: 'Ankommen',
  silent: 'Still sammeln',
  cluster: 'Gemeinsam ordnen',
  vote: 'Auswählen',
  discuss: 'Ergebnis besprechen',
  decide: 'Beschließen',
  breakout: 'In Kleingruppen',
  back: 'Zurück im Plenum',
} as const
export type Part = keyof typeof titles

/** Two hours in the plenum, on one page. */
export function twoHours(plenum: GroupId, pageId: string): MeetingFields & { steps: PlannedStep[] } {
  const step = (part: Part, minutes: number, mode: PlannedStep['mode']) =>
    plannedStep(part, { title: titles[part], minutes, mode, pageId, note: NOTE })
  return {
    title: 'Zweites Plenum',
    startsAt: null,
    minutes: 120,
    place: { type: 'inPerson', where: 'Rathaus' },
    groupIds: [plenum],
    note: NOTE,
    steps: [
      step('arrive', 5, { type: 'present' }),
      step('silent', 15, { type: 'silent', authorship: 'anonymous' }),
      step('cluster', 20, { type: 'open' }),
      step('vote', 10, { type: 'vote', ballot: 'dots' }),
      step('discuss', 20, { type: 'discuss' }),
      step('decide', 10, { type: 'locked' }),
      step('breakout', 25, { type: 'open' }),
      step('back', 15, { type: 'present' }),
    ],
  }
}

export const titleOf = (part: Part): string => titles[part]
