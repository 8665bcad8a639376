import { z } from 'zod'
import type { MemberId } from '../../base/ids.ts'
import { timeMs } from '../fields.ts'

/** Few on purpose: each is an answer that a room can use without anybody taking the floor. */
export const reactions = ['agree', 'thanks', 'unclear', 'slower'] as const
export const reactionSchema = z.enum(reactions)
export type Reaction = z.infer<typeof reactionSchema>

/** Whose, for as long as it is shown and only so that nobody fills the screen alone; never leaves the server. */
interface Shown {
  by: MemberId
  reaction: Reaction
  at: number
}

export interface Reactions {
  /** Whether the moderation lets people react. */
  on: boolean
  shown: readonly Shown[]
}

/** Nobody's name, and nothing that is older than it is shown. */
export const seenReactionsSchema = z.object({
  on: z.boolean(),
  shown: z.array(z.object({ reaction: reactionSchema, at: timeMs })),
})
export type SeenReactions = z.infer<typeof seenReactionsSchema>
