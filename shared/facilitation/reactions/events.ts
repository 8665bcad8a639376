import { z } from 'zod'
import type { Reaction } from './state.ts'

export const reactionEvents = [z.object({ type: z.literal('ReactionsSwitched'), on: z.boolean() })] as const
export type ReactionEvent = z.infer<(typeof reactionEvents)[number]>

/** Passing: in nobody's log. Hence no schema. */
export interface ReactedEvent {
  type: 'Reacted'
  reaction: Reaction
}
