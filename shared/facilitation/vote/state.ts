import { z } from 'zod'
import { resultSchema } from './count.ts'
import { voteSchema } from './vote.ts'

const status = z.discriminatedUnion('status', [
  z.object({ status: z.literal('prepared'), vote: voteSchema }),
  z.object({ status: z.literal('open'), vote: voteSchema }),
  /** Frozen and not counted: nobody knows more than how many ballots there are. */
  z.object({ status: z.literal('closed'), vote: voteSchema }),
  z.object({ status: z.literal('counted'), vote: voteSchema, result: resultSchema }),
])
/** What everybody may know of a vote. Ballots are never in it: they lie in the ballot box. */
export type VoteState = z.infer<typeof status>

export type Votes = readonly VoteState[]
export const seenVotesSchema = z.array(status)
