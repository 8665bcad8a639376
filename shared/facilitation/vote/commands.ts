import { z } from 'zod'
import { isVisible } from '../../base/visible-text.ts'
import { voteId, voteSchema } from './vote.ts'

export const voteCommands = [
  z.object({
    type: z.literal('prepareVote'),
    vote: voteSchema.refine(({ question }) => isVisible(question)),
  }),
  z.object({ type: z.literal('openVote'), voteId }),
  z.object({ type: z.literal('closeVote'), voteId }),
  /** Goes on with the ballots that were cast. */
  z.object({ type: z.literal('reopenVote'), voteId }),
  /** Final. */
  z.object({ type: z.literal('countVote'), voteId }),
  /** Destroys the ballots, uncounted. */
  z.object({ type: z.literal('discardVote'), voteId }),
] as const
export type VoteCommand = z.infer<(typeof voteCommands)[number]>
