import { z } from 'zod'
import { memberId } from '../fields.ts'
import { stepId } from '../step/step.ts'

/** Whose cards: everybody's, one person's (named rounds only), or the moderator's own. */
const whoseSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('all') }),
  z.object({ type: z.literal('person'), memberId }),
  z.object({ type: z.literal('own') }),
])

export const silentCommands = [
  z.object({ type: z.literal('revealDrafts'), stepId, whose: whoseSchema }),
] as const
export type SilentCommand = z.infer<(typeof silentCommands)[number]>
