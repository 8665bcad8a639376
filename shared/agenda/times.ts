import type { Meeting, PlannedStep } from './meeting.ts'

export const MINUTE_MS = 60_000

interface StepTime {
  step: PlannedStep
  /** From the beginning of the meeting. */
  offsetMs: number
}

/** When each step begins, counted from the beginning of its meeting. */
export function stepTimes(steps: readonly PlannedStep[]): StepTime[] {
  let offsetMs = 0
  return steps.map((step) => {
    const time = { step, offsetMs }
    offsetMs += step.minutes * MINUTE_MS
    return time
  })
}

const plannedMinutes = (steps: readonly PlannedStep[]): number =>
  steps.reduce((sum, { minutes }) => sum + minutes, 0)

/** Minutes that no step has claimed; below zero when the agenda is longer than the meeting. */
export const bufferMinutes = ({ minutes, steps }: Pick<Meeting, 'minutes' | 'steps'>): number =>
  minutes - plannedMinutes(steps)

/** By date; meetings without one last, in the order in which they came. */
export const inPlanOrder = (meetings: readonly Meeting[]): Meeting[] =>
  [...meetings].sort((a, b) => (a.startsAt ?? Infinity) - (b.startsAt ?? Infinity) || 0)
