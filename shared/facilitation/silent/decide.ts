import { accepted, refused } from '../../base/result.ts'
import { stepOfId } from '../step/modes.ts'
import type { StepEvent } from '../step/events.ts'
import type { Steps } from '../step/state.ts'
import type { Deciders } from '../topic.ts'
import type { SilentCommand } from './commands.ts'
import type { SilentEvent } from './events.ts'
import { roundOf, type Rounds } from './state.ts'

type Needs = { silent: Rounds; step: Steps }

/**
 * Invariants (cited by the tests):
 * 1. A round is revealed once; asked again, nothing happens.
 * 2. Who wrote a card is told only in rounds that said so before the first word.
 * 3. Once everything lies open the page opens, too.
 */
export const decideSilent: Deciders<SilentCommand, Needs, SilentEvent | StepEvent> = {
  revealDrafts: ({ silent, step }, { stepId, whose }, { by }) => {
    const round = roundOf(silent, stepId)
    if (!round) return refused('step_not_running')
    if (round.status === 'revealed') return accepted([])
    if (whose.type === 'all') {
      const isSilent = stepOfId(step, stepId)?.step.mode.type === 'silent'
      const opening: StepEvent[] = isSilent ? [{ type: 'StepModeSet', stepId, mode: { type: 'open' } }] : []
      return accepted([{ type: 'DraftsRevealed', stepId, whose }, ...opening])
    }
    if (round.authorship !== 'named') return refused('round_not_named')
    const memberId = whose.type === 'own' ? by : whose.memberId
    return accepted([{ type: 'DraftsRevealed', stepId, whose: { type: 'person', memberId } }])
  },
}
