import { z } from 'zod'
import { reactionSchema } from './state.ts'

export const reactionCommands = [
  z.object({ type: z.literal('react'), reaction: reactionSchema }),
  z.object({ type: z.literal('switchReactions'), on: z.boolean() }),
] as const
export type ReactionCommand = z.infer<(typeof reactionCommands)[number]>
