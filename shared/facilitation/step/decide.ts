import { accepted, refused } from '../../base/result.ts'
import type { PlaceEvent } from '../place/events.ts'
import type { Place } from '../place/state.ts'
import type { SilentEvent } from '../silent/events.ts'
import { loosens, roundOf, type Rounds } from '../silent/state.ts'
import type { TimerEvent } from '../timer/events.ts'
import type { Timer } from '../timer/state.ts'
import type { Decision, DecisionContext, Deciders } from '../topic.ts'
import type { VoteEvent } from '../vote/events.ts'
import { voteOf } from '../vote/rules.ts'
import type { Votes } from '../vote/state.ts'
import type { StepCommand } from './commands.ts'
import type { StepEvent } from './events.ts'
import { stepOfId, stepOnPage } from './modes.ts'
import type { Former, Steps } from './state.ts'
import type { RunningStep, Step } from './step.ts'

interface Needs {
  step: Steps
  place: Place
  timer: Timer
  silent: Rounds
  votes: Votes
}
type Outcome = StepEvent | PlaceEvent | TimerEvent | SilentEvent | VoteEvent
type How = (StepEvent & { type: 'StepStarted' })['how']

/**
 * Invariants (cited by the tests):
 * 1. A step runs on a page that exists, and a page has one step at most.
 * 2. Whoever commands on a step that runs no longer is refused: two who press at once move by one.
 * 3. What is taken back is as it was, the timer with the time it had left.
 * 4. A step that is due is concluded once, and not before its deadline as it is by then.
 * 5. What a silent round promised about its writers is never loosened.
 */
export const decideStep: Deciders<StepCommand, Needs, Outcome> = {
  startStep: (state, command, context) => move('start', state, command, context),
  nextStep: (state, command, context) => move('next', state, command, context),
  backStep: (state, command, context) => move('back', state, command, context),
  skipStep: (state, command, context) => move('skip', state, command, context),

  changeStep: (state, { step }, context) => {
    const known = stepOfId(state.step, step.id)
    if (!known) return refused('step_not_running')
    const refusal = whyNotOn(state, step, context)
    if (refusal) return refused(refusal)
    // Together or each on their own is what a step is, not what it says
    if ((known.step.deadline === null) !== (step.deadline === null)) return refused('step_not_running')
    const moves = step.deadline === null ? goingTo(state.place, step) : []
    return accepted([{ type: 'StepChanged', step }, ...moves])
  },

  setMode: ({ step: steps, silent }, { stepId, mode }) => {
    if (!stepOfId(steps, stepId)) return refused('step_not_running')
    if (loosens(silent, stepId, mode)) return refused('authorship_promised')
    return accepted([{ type: 'StepModeSet', stepId, mode }])
  },

  endStep: ({ step: steps }, { stepId }) =>
    accepted(stepOfId(steps, stepId) ? [{ type: 'StepEnded', stepId }] : []),

  concludeStep: ({ step: steps, silent, votes }, { stepId, when }, { nowMs }) => {
    const known = stepOfId(steps, stepId)
    if (!known) return accepted([])
    const { deadline } = known.step
    if (when === 'due' && (deadline === null || deadline > nowMs)) return accepted([])
    return accepted([...outcomeOf(known, silent, votes), { type: 'StepEnded', stepId }])
  },

  undoStep: ({ step: { running, former }, place }, { stepId }, { nowMs }) => {
    if (!former || running?.step.id !== stepId) return refused('step_not_running')
    const timer = shiftedBy(former.timer, nowMs - former.at)
    return accepted([
      { type: 'StepTakenBack', stepId, running: former.running },
      ...(former.pageId === '' ? [] : goingTo(place, former)),
      { type: 'TimerRestored', timer },
    ])
  },
}

function outcomeOf({ step: { id, mode } }: RunningStep, silent: Rounds, votes: Votes): Outcome[] {
  if (mode.type === 'silent' && roundOf(silent, id)?.status === 'writing')
    return [{ type: 'DraftsRevealed', stepId: id, whose: { type: 'all' } }]
  if (mode.type === 'vote' && voteOf(votes, mode.voteId)?.status === 'open')
    return [{ type: 'VoteClosed', voteId: mode.voteId }]
  return []
}

function move(
  how: How,
  state: Needs,
  { from, step }: { from: string | null; step: Step },
  context: DecisionContext,
): Decision<Outcome> {
  const { running } = state.step
  const refusal = whyNotOn(state, step, context)
  if (refusal) return refused(refusal)
  if (step.deadline !== null) return accepted([{ type: 'StepStarted', step, how, former: null }])
  if ((running?.step.id ?? null) !== from) return refused('step_not_running')
  const { phase, pageId } = state.place
  const former: Former = { running, phase, pageId, timer: state.timer, at: context.nowMs }
  return accepted([
    { type: 'StepStarted', step, how, former },
    ...goingTo(state.place, step),
    ...timerFor(step, state.timer, context.nowMs),
  ])
}

function whyNotOn({ step: steps, silent }: Needs, step: Step, { pageExists }: DecisionContext) {
  if (!pageExists(step.pageId)) return 'page_unknown'
  const there = stepOnPage(steps, step.pageId)
  const isTaken = there && there.step.id !== step.id && !(there === steps.running && step.deadline === null)
  if (isTaken) return 'page_in_use'
  return loosens(silent, step.id, step.mode) ? 'authorship_promised' : null
}

function goingTo(place: Place, { phase, pageId }: Pick<Step, 'phase' | 'pageId'>): PlaceEvent[] {
  if (phase !== place.phase) return [{ type: 'PhaseAdvanced', phase, pageId }]
  return pageId === place.pageId ? [] : [{ type: 'PageOpened', pageId }]
}

function timerFor({ plannedMinutes }: Step, timer: Timer, nowMs: number): TimerEvent[] {
  const plannedMs = plannedMinutes * 60_000
  if (plannedMs > 0) return [{ type: 'TimerStarted', endsAt: nowMs + plannedMs, plannedMs }]
  return timer.status === 'idle' ? [] : [{ type: 'TimerEnded' }]
}

/** The time that passed in between does not count. */
const shiftedBy = (timer: Timer, passedMs: number): Timer =>
  timer.status === 'running' ? { ...timer, endsAt: timer.endsAt + passedMs } : timer
