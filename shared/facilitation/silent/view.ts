import type { Viewer } from '../topic.ts'
import { draftGenerationOf, type Rounds, type SeenRound } from './state.ts'

/** Everybody knows of the rounds, and each of their own drafts in them. */
export function seenRounds(rounds: Rounds, { memberId }: Viewer): SeenRound[] {
  return rounds.map((round) => ({
    stepId: round.stepId,
    authorship: round.authorship,
    status: round.status,
    generation: draftGenerationOf(round, memberId),
  }))
}

export const roundsClassOf = (rounds: Rounds, { memberId }: Viewer): string =>
  rounds.map((round) => draftGenerationOf(round, memberId)).join(' ')
