import { limits } from '../base/limits.ts'
import type { Timer } from '../facilitation/timer/state.ts'
import type { Course } from './course.ts'
import type { PlannedStep } from './meeting.ts'
import { MINUTE_MS } from './times.ts'

interface Length {
  stepId: string
  fromMinutes: number
  toMinutes: number
}

/** Where time can be made good. `missingMinutes` is what shortening alone does not give. */
interface CatchUp {
  cuts: Length[]
  /** The shortest step that would give the missing minutes by being left out; null when none is needed or fits. */
  leaveOut: string | null
  missingMinutes: number
}

/** A step keeps two thirds of its time, and five minutes: below that people only notice that they are hurried. */
const KEPT_SHARE = 2 / 3
const KEPT_MINUTES = 5

/**
 * A proposal how to make good `wanted` minutes in the steps that are still to come. Invariants (cited by the tests):
 * 1. Breaks and votes are not shortened: rest is what keeps people fair, and a hurried vote is contested later.
 * 2. No step falls below what it keeps, and no more is cut than was asked for.
 * 3. The step that can spare most gives first, so that no step pays alone.
 */
export function catchUp(next: readonly PlannedStep[], wanted: number): CatchUp {
  const spare = next.map(spareMinutes)
  const given = next.map(() => 0)
  let missing = Math.max(0, Math.ceil(wanted))
  for (; missing > 0; missing--) {
    const left = spare.map((minutes, at) => minutes - given[at]!)
    const most = Math.max(0, ...left)
    if (most === 0) break
    given[left.indexOf(most)]!++
  }
  const cuts = next.flatMap(({ id, minutes }, at) =>
    given[at] ? [{ stepId: id, fromMinutes: minutes, toMinutes: minutes - given[at] }] : [],
  )
  return {
    cuts,
    leaveOut: missing > 0 ? shortestThatGives(next, cuts, missing) : null,
    missingMinutes: missing,
  }
}

interface Proposal extends Omit<CatchUp, 'cuts'> {
  /** How many are made good. */
  minutes: number
  /** Steps that become shorter, then the one that gets their minutes: taken together or not at all. */
  lengths: Length[]
}

/** What to do about a meeting that is late; nothing where the plan has no step that could get the minutes. */
export function catchUpOf(course: Course, timer: Timer): Proposal {
  const { step, most } = receiverOf(course, timer)
  const minutes = Math.min(Math.round(course.driftMs / MINUTE_MS), most)
  const { cuts, ...rest } = catchUp(
    course.next.map((row) => row.step),
    minutes,
  )
  const given = cuts.reduce((sum, { fromMinutes, toMinutes }) => sum + fromMinutes - toMinutes, 0)
  const gift = { stepId: step.id, fromMinutes: step.minutes, toMinutes: step.minutes + given }
  return { ...rest, minutes, lengths: given > 0 ? [...cuts, gift] : [] }
}

/**
 * The step to which the minutes go that others give, or the meeting would stay as far behind a plan that has become
 * shorter: the one that runs; where no clock says when that ends, the one before. The first one without a clock gets only
 * what it has taken already, because with more it would end later and the meeting were as late as before.
 */
function receiverOf({ now, done, driftMs }: Course, timer: Timer): { step: PlannedStep; most: number } {
  const before = timer.status === 'idle' ? done.at(-1) : now
  const { step } = before ?? now
  const overrun = Math.round((driftMs - (now.expectedAt - now.plannedAt)) / MINUTE_MS)
  const room = limits.maxTimerMs / MINUTE_MS - step.minutes
  return { step, most: before ? room : Math.min(room, overrun) }
}

function spareMinutes({ activity, mode, minutes }: PlannedStep): number {
  if (activity === 'break' || mode.type === 'vote') return 0
  return Math.max(0, minutes - Math.max(KEPT_MINUTES, Math.ceil(minutes * KEPT_SHARE)))
}

/** Never the last step: how a meeting ends is what people take home. */
function shortestThatGives(
  next: readonly PlannedStep[],
  cuts: readonly Length[],
  missing: number,
): string | null {
  const shortened = (step: PlannedStep) =>
    cuts.find(({ stepId }) => stepId === step.id)?.toMinutes ?? step.minutes
  const fitting = next
    .slice(0, -1)
    .filter((step) => step.activity === 'work' && step.mode.type !== 'vote' && shortened(step) >= missing)
  return fitting.sort((a, b) => a.minutes - b.minutes)[0]?.id ?? null
}
