import { newId, type GroupId, type MeetingId, type MemberId } from '../base/ids.ts'
import { stepToRun } from '../agenda/starting.ts'
import type { Meeting, PlannedMode, PlannedStep } from '../agenda/meeting.ts'
import type { FacilitationEvent } from '../facilitation/events.ts'
import type { Phase } from '../workshop/phases.ts'

interface Stop {
  title: string
  /** Key of a prepared page, `<phase>-<key>`. */
  page: string
  phase: Phase
  minutes: number
  instruction: string
  mode?: PlannedMode
}

const stops: readonly Stop[] = [
  {
    title: 'Willkommen',
    page: 'preparation-challenge',
    phase: 'preparation',
    minutes: 1,
    instruction:
      'So sieht eine Gruppe nach vierzehn Wochen aus; alles ist erfunden, ändern Sie ruhig etwas. Hier oben steht, was zu tun ist. Unten führt „Weiter“ Sie zur nächsten Station.',
  },
  {
    title: 'Was gesagt wurde',
    page: 'preparation-interviews',
    phase: 'preparation',
    minutes: 1,
    instruction:
      'Öffnen Sie ein Interview: Was markiert ist, wurde ein O-Ton und liegt auf einer Karte. Markieren Sie selbst eine Stelle.',
  },
  {
    title: 'Was sich wiederholt',
    page: 'problem-clusters',
    phase: 'problem',
    minutes: 2,
    instruction:
      'Jedes Muster hält die Aussagen, auf denen es beruht, und zählt die Interviews dahinter. Ziehen Sie eine Aussage in ein anderes Muster und holen Sie sie mit Strg+Z zurück.',
  },
  {
    title: 'Für wen',
    page: 'problem-personas',
    phase: 'problem',
    minutes: 1,
    instruction:
      'Personas beruhen auf Erkenntnissen, nicht auf Vermutungen. Öffnen Sie Maren und sehen Sie unter „Belege und Folgen“ nach, woher sie kommt.',
  },
  {
    title: 'Still schreiben',
    page: 'solution-ideas',
    phase: 'solution',
    minutes: 1,
    mode: { type: 'silent', authorship: 'anonymous' },
    instruction:
      'Schreiben Sie eine Idee. Noch sieht sie niemand, auch die Moderation nicht. Decken Sie danach unten die Karten auf.',
  },
  {
    title: 'Ausprobiert',
    page: 'solution-tests',
    phase: 'solution',
    minutes: 1,
    instruction:
      'Drei Tests, einer davon gescheitert. Was daraus gelernt wurde, steht daneben, und die zweite Fassung der Lösung weiß, warum es sie gibt.',
  },
  {
    title: 'Zugesagt',
    page: 'closing-partners',
    phase: 'closing',
    minutes: 2,
    instruction:
      'Öffnen Sie eine Partnerschaft und dann „Ganze Spur“: über Konzept, Idee und Erkenntnis zurück bis zu dem Satz, den jemand im Interview gesagt hat.',
  },
  {
    title: 'Das war der Rundgang',
    page: 'accompanying-decisions',
    phase: 'accompanying',
    minutes: 1,
    instruction:
      'Ergebnisse laden Sie in der Übersicht der Werkstatt als Dossier herunter. Dort entfernen Sie diese Beispielwerkstatt auch wieder, mit einem Klick und ohne Rest.',
  },
]

/** The tour of the small sample: a meeting like any other, which whoever looks leads through alone. */
export function tourMeeting(groupId: GroupId, nowMs: number): Meeting {
  return {
    id: newId<MeetingId>(nowMs),
    title: 'Rundgang in zehn Minuten',
    startsAt: null,
    minutes: stops.reduce((sum, stop) => sum + stop.minutes, 0),
    place: { type: 'online', link: '' },
    groupIds: [groupId],
    note: '',
    steps: stops.map(
      ({ title, page, phase, minutes, instruction, mode = { type: 'open' } }): PlannedStep => ({
        id: newId<string>(nowMs),
        title,
        instruction,
        minutes,
        activity: 'work',
        phase,
        pageId: `page:${page}`,
        methodId: null,
        mode,
        note: '',
      }),
    ),
  }
}

/** Begins the tour without a timer: nobody is hurried who has just come in. */
export function tourBegun({ steps }: Meeting, by: MemberId): FacilitationEvent[] {
  const [first] = steps
  const { pageId, phase } = first!
  const step = stepToRun(first!, { phase: phase!, pageId: pageId!, phaseOf: () => phase, by })
  const position = { number: 1, count: steps.length }
  return [
    { type: 'StepStarted', step: { ...step, plannedMinutes: 0, position }, how: 'start', former: null },
    { type: 'PhaseAdvanced', phase: step.phase, pageId: step.pageId },
  ]
}
