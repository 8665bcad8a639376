import { accepted, refused } from '../../base/result.ts'
import { limits } from '../../base/limits.ts'
import type { Deciders } from '../topic.ts'
import { stepWithVote } from '../step/modes.ts'
import type { StepEvent } from '../step/events.ts'
import type { Mode } from '../step/mode.ts'
import type { Steps } from '../step/state.ts'
import type { VoteCommand } from './commands.ts'
import type { VoteEvent } from './events.ts'
import { voteOf } from './rules.ts'
import type { Votes } from './state.ts'

/**
 * prepared → open → closed → counted. Invariants (cited by the tests):
 * 1. Who may vote and for what is frozen at the opening.
 * 2. Nothing is counted before it is closed, and what is counted stays so.
 * 3. Below `limits.leastSecretBallots` no secret vote is counted: too few would know of each other.
 * 4. Once it is counted its step is for talking about it; once it is discarded, for working on.
 */
export const decideVote: Deciders<VoteCommand, { votes: Votes; step: Steps }, VoteEvent | StepEvent> = {
  prepareVote: ({ votes }, { vote }) => {
    const known = voteOf(votes, vote.id)
    if (known && known.status !== 'prepared') return refused('vote_not_ready')
    return accepted([{ type: 'VotePrepared', vote }])
  },
  openVote: ({ votes }, { voteId }) => {
    const status = voteOf(votes, voteId)?.status
    if (status === 'open') return accepted([])
    return status === 'prepared' ? accepted([{ type: 'VoteOpened', voteId }]) : refused('vote_not_ready')
  },
  closeVote: ({ votes }, { voteId }) => {
    const status = voteOf(votes, voteId)?.status
    if (status === 'closed') return accepted([])
    return status === 'open' ? accepted([{ type: 'VoteClosed', voteId }]) : refused('vote_not_ready')
  },
  reopenVote: ({ votes }, { voteId }) => {
    const status = voteOf(votes, voteId)?.status
    if (status === 'open') return accepted([])
    return status === 'closed' ? accepted([{ type: 'VoteReopened', voteId }]) : refused('vote_not_ready')
  },
  countVote: ({ votes, step }, { voteId }, { tally }) => {
    const known = voteOf(votes, voteId)
    if (known?.status === 'counted') return accepted([])
    if (known?.status !== 'closed') return refused('vote_not_ready')
    if (!tally) return refused('vote_void')
    const { secret, trial } = known.vote
    if (secret && !trial && tally.ballots < limits.leastSecretBallots) return refused('vote_too_small')
    const counted = { type: 'VoteCounted', voteId, result: tally } as const
    return accepted([counted, ...inMode(step, voteId, { type: 'discuss' })])
  },
  discardVote: ({ votes, step }, { voteId }) => {
    const known = voteOf(votes, voteId)
    if (!known) return accepted([])
    if (known.status === 'counted') return refused('vote_not_ready')
    return accepted([{ type: 'VoteDiscarded', voteId }, ...inMode(step, voteId, { type: 'open' })])
  },
}

function inMode(steps: Steps, voteId: string, mode: Mode): StepEvent[] {
  const running = stepWithVote(steps, voteId)
  return running ? [{ type: 'StepModeSet', stepId: running.step.id, mode }] : []
}
