import { z } from 'zod'
import { resultSchema } from './count.ts'
import { voteId, voteSchema } from './vote.ts'

/** Casting a ballot is no event: nothing here has a voter, an order or a time of one. */
export const voteEvents = [
  z.object({ type: z.literal('VotePrepared'), vote: voteSchema }),
  z.object({ type: z.literal('VoteOpened'), voteId }),
  z.object({ type: z.literal('VoteClosed'), voteId }),
  z.object({ type: z.literal('VoteReopened'), voteId }),
  z.object({ type: z.literal('VoteCounted'), voteId, result: resultSchema }),
  z.object({ type: z.literal('VoteDiscarded'), voteId }),
] as const
export type VoteEvent = z.infer<(typeof voteEvents)[number]>
