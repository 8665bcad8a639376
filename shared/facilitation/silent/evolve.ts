import type { StepEvent } from '../step/events.ts'
import type { Mode } from '../step/mode.ts'
import type { Evolvers } from '../topic.ts'
import type { SilentEvent } from './events.ts'
import { stricterOf } from '../step/round-authorships.ts'
import { roundOf, type Round, type Rounds } from './state.ts'

type Beginning = Extract<StepEvent, { type: 'StepStarted' | 'StepChanged' | 'StepModeSet' }>

export const evolveSilent: Evolvers<Rounds, SilentEvent | Beginning> = {
  StepStarted: (rounds, { step }) => begun(rounds, step.id, step.mode),
  StepChanged: (rounds, { step }) => begun(rounds, step.id, step.mode),
  StepModeSet: (rounds, { stepId, mode }) => begun(rounds, stepId, mode),
  DraftsRevealed: (rounds, { stepId, whose }) =>
    changed(rounds, stepId, (round) =>
      whose.type === 'all'
        ? { ...round, status: 'revealed', revealedAll: round.revealedAll + 1 }
        : { ...round, revealedOf: [...round.revealedOf, whose.memberId] },
    ),
}

/** A step that becomes silent again goes on with its round: what was promised for its cards still holds. */
function begun(rounds: Rounds, stepId: string, mode: Mode): Rounds {
  if (mode.type !== 'silent') return rounds
  const { authorship } = mode
  const known = roundOf(rounds, stepId)
  if (!known) {
    const fresh: Round = {
      stepId,
      authorship,
      status: 'writing',
      revealedAll: 0,
      revealedOf: [],
    }
    return [...rounds, fresh]
  }
  return changed(rounds, stepId, (round) => ({
    ...round,
    status: 'writing',
    authorship: stricterOf(round.authorship, authorship),
  }))
}

const changed = (rounds: Rounds, stepId: string, change: (round: Round) => Round): Rounds =>
  rounds.map((round) => (round.stepId === stepId ? change(round) : round))
