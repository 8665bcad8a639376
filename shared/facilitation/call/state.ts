import { z } from 'zod'
import { groupId, timeMs } from '../fields.ts'

/** What the moderation says to everybody in a room, and where it asks them to go. */
export const callSchema = z.object({
  /** `at` names it: who has read it is known to their own browser alone. */
  message: z.object({ text: z.string(), at: timeMs }).nullable(),
  /** `own`: each into the group they belong to. */
  summons: z.object({ to: z.union([z.literal('own'), groupId]), at: timeMs }).nullable(),
})
export type Call = z.infer<typeof callSchema>
