import { z } from 'zod'
import type { MemberId } from '../../base/ids.ts'
import type { Mode } from '../step/mode.ts'
import { roundAuthorships, stricterOf, type RoundAuthorship } from '../step/round-authorships.ts'
import { stepId } from '../step/step.ts'

/**
 * A silent round: what people wrote for themselves in one step. It outlives the step's mode, because what was written
 * waits to be revealed, and what arrives later stays its writer's.
 */
export interface Round {
  stepId: string
  /** What every card of the round will say about its writer. Only ever becomes stricter. */
  authorship: RoundAuthorship
  status: 'writing' | 'revealed'
  /** How often everything was revealed, and whose drafts were revealed one by one. */
  revealedAll: number
  revealedOf: readonly MemberId[]
}

export type Rounds = readonly Round[]

const seenRoundSchema = z.object({
  stepId,
  authorship: z.enum(roundAuthorships),
  status: z.enum(['writing', 'revealed']),
  /** Of the viewer's own draft document: rises when what was in it has been revealed. */
  generation: z.number().int().nonnegative(),
})
export type SeenRound = z.infer<typeof seenRoundSchema>
export const seenRoundsSchema = z.array(seenRoundSchema)

/** Generation of one member's draft document: replicas of an earlier one hold what is revealed by now. */
export const draftGenerationOf = ({ revealedAll, revealedOf }: Round, memberId: MemberId): number =>
  revealedAll + revealedOf.filter((revealed) => revealed === memberId).length

export const roundOf = (rounds: Rounds, id: string): Round | null =>
  rounds.find(({ stepId }) => stepId === id) ?? null

/** Whether a mode would tell more about the writers of a round's cards than they were promised. */
export function loosens(rounds: Rounds, id: string, mode: Mode): boolean {
  const round = roundOf(rounds, id)
  return (
    mode.type === 'silent' &&
    round !== null &&
    stricterOf(mode.authorship, round.authorship) !== mode.authorship
  )
}
