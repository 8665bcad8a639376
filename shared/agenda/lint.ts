import type { Meeting, PlannedStep } from './meeting.ts'
import { bufferMinutes } from './times.ts'

/**
 * What a careful colleague would say about an agenda. Advice, never a condition: nothing is refused because of it.
 * Sentences: `agenda.advice.<type>`.
 */
export type Advice =
  | { type: 'tooLong'; minutes: number }
  | { type: 'noBuffer' }
  | { type: 'breakMissing'; stepId: string; minutes: number }
  | { type: 'silentTooLong'; stepId: string; minutes: number }
  | { type: 'voteOnNothing'; stepId: string }
  | { type: 'listeningTooLong'; stepId: string; minutes: number }
  | { type: 'noMinutes'; stepId: string }

/** After so long without a break attention is gone; video is more tiring than a room. */
const LONGEST_WITHOUT_BREAK = { inPerson: 90, online: 60 } as const
const LONGEST_SILENCE = 20
const LONGEST_PRESENTATION = 30

export function adviceFor(meeting: Pick<Meeting, 'minutes' | 'place' | 'steps'>): Advice[] {
  const { steps, place } = meeting
  return [
    ...lengthOf(meeting),
    ...breaks(steps, LONGEST_WITHOUT_BREAK[place.type]),
    ...stretches(steps, ['silent'], LONGEST_SILENCE).map((each) => ({
      type: 'silentTooLong' as const,
      ...each,
    })),
    ...stretches(steps, ['present', 'locked'], LONGEST_PRESENTATION).map((each) => ({
      type: 'listeningTooLong' as const,
      ...each,
    })),
    ...votesOnNothing(steps),
    ...steps.flatMap(({ id, minutes }) =>
      minutes === 0 ? [{ type: 'noMinutes' as const, stepId: id }] : [],
    ),
  ]
}

function lengthOf(meeting: Pick<Meeting, 'minutes' | 'steps'>): Advice[] {
  const buffer = bufferMinutes(meeting)
  if (meeting.steps.length === 0) return []
  if (buffer < 0) return [{ type: 'tooLong', minutes: -buffer }]
  return buffer === 0 ? [{ type: 'noBuffer' }] : []
}

/** Names the step in which the stretch becomes too long, once per stretch. */
function breaks(steps: readonly PlannedStep[], longest: number): Advice[] {
  const advice: Advice[] = []
  let sinceBreak = 0
  let told = false
  for (const { id, activity, minutes } of steps) {
    if (activity === 'break') {
      sinceBreak = 0
      told = false
      continue
    }
    sinceBreak += minutes
    if (sinceBreak <= longest || told) continue
    told = true
    advice.push({ type: 'breakMissing', stepId: id, minutes: sinceBreak })
  }
  return advice
}

/** Steps in these modes that follow each other directly count as one stretch; named by its first step. */
function stretches(
  steps: readonly PlannedStep[],
  modes: readonly PlannedStep['mode']['type'][],
  longest: number,
): { stepId: string; minutes: number }[] {
  const found: { stepId: string; minutes: number }[] = []
  let open: { stepId: string; minutes: number } | null = null
  for (const step of steps) {
    if (step.activity === 'break' || !modes.includes(step.mode.type)) open = null
    else if (open) open.minutes += step.minutes
    else found.push((open = { stepId: step.id, minutes: step.minutes }))
  }
  return found.filter(({ minutes }) => minutes > longest)
}

/** A vote right at the beginning has nothing that was collected before it, unless it stands on a page of its own. */
function votesOnNothing(steps: readonly PlannedStep[]): Advice[] {
  return steps.flatMap((step, at) => {
    const before = steps
      .slice(0, at)
      .some(({ activity, mode }) => activity === 'work' && mode.type !== 'vote')
    return step.mode.type === 'vote' && !before && step.pageId === null
      ? [{ type: 'voteOnNothing' as const, stepId: step.id }]
      : []
  })
}
