import { z } from 'zod'
import { groupId, timeMs } from '../fields.ts'

/** `own`: each into the project group they belong to; `breakout`: each into theirs, or into one that they choose. */
export const summonsTarget = z.union([z.literal('own'), z.literal('breakout'), groupId])
export type SummonsTarget = z.infer<typeof summonsTarget>

/** What the moderation says to everybody in a room, and where it asks them to go. */
export const callSchema = z.object({
  /** `at` names it: who has read it is known to their own browser alone. */
  message: z.object({ text: z.string(), at: timeMs }).nullable(),
  summons: z.object({ to: summonsTarget, at: timeMs }).nullable(),
})
export type Call = z.infer<typeof callSchema>
