import { remainingMs } from '../facilitation/timer/remaining.ts'
import type { Timer } from '../facilitation/timer/state.ts'
import type { Meeting, PlannedStep } from './meeting.ts'
import { MINUTE_MS, stepTimes } from './times.ts'

/** The step that the room is at, as far as a course needs it. */
interface Running {
  stepId: string
  startedAt: number
}

export interface CourseStep {
  step: PlannedStep
  plannedAt: number
  /** When it began or will begin if everything from here on takes as long as planned. */
  expectedAt: number
}

/** How a meeting goes against its plan. */
export interface Course {
  done: CourseStep[]
  now: CourseStep
  next: CourseStep[]
  /** Behind the plan above zero, ahead of it below. Known by when the present step will end. */
  driftMs: number
  /** When people have been promised that it ends. */
  endsAt: number
  /** Between the expected end of the agenda and the end of the meeting; below zero when it will not fit. */
  bufferMs: number
}

/** Somebody who runs an agenda on another day, to try it or because the date moved, is on time by definition. */
const FARTHEST_MS = 6 * 60 * MINUTE_MS

/** Null while no step of this meeting runs. What was left out counts as done: it takes no time any more. */
export function courseOf(
  meeting: Pick<Meeting, 'startsAt' | 'minutes' | 'steps'>,
  running: Running | null,
  timer: Timer,
  nowMs: number,
): Course | null {
  const times = stepTimes(meeting.steps)
  const at = times.findIndex(({ step }) => step.id === running?.stepId)
  const present = times[at]
  if (!present || !running) return null
  const beginsAt = beginning(meeting, running.startedAt - present.offsetMs)
  const plannedAt = (offsetMs: number) => beginsAt + offsetMs
  const nowEndsAt = expectedEnd(present.step, running.startedAt, timer, nowMs)
  const plannedEnd = plannedAt(present.offsetMs + present.step.minutes * MINUTE_MS)
  const driftMs = nowEndsAt - plannedEnd
  const row = ({ step, offsetMs }: (typeof times)[number], shiftMs: number): CourseStep => ({
    step,
    plannedAt: plannedAt(offsetMs),
    expectedAt: plannedAt(offsetMs) + shiftMs,
  })
  const endsAt = beginsAt + meeting.minutes * MINUTE_MS
  const agendaMs = times.reduce((sum, { step }) => sum + step.minutes * MINUTE_MS, 0)
  return {
    done: times.slice(0, at).map((time) => row(time, 0)),
    now: { ...row(present, 0), expectedAt: running.startedAt },
    next: times.slice(at + 1).map((time) => row(time, driftMs)),
    driftMs,
    endsAt,
    bufferMs: endsAt - (beginsAt + agendaMs + driftMs),
  }
}

function beginning({ startsAt, minutes }: Pick<Meeting, 'startsAt' | 'minutes'>, asIfOnTime: number): number {
  if (startsAt === null) return asIfOnTime
  const isFar = Math.abs(asIfOnTime - startsAt) > FARTHEST_MS + minutes * MINUTE_MS
  return isFar ? asIfOnTime : startsAt
}

/** A timer that runs says when the step ends; without one it is its planned minutes, and never the past. */
function expectedEnd({ minutes }: PlannedStep, startedAt: number, timer: Timer, nowMs: number): number {
  const leftMs = remainingMs(timer, nowMs)
  return Math.max(nowMs, leftMs === null ? startedAt + minutes * MINUTE_MS : nowMs + leftMs)
}
