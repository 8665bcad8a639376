import { z } from 'zod'
import { memberId } from '../fields.ts'
import { stepId } from '../step/step.ts'

/**
 * Stored in one transaction with the cards it puts on the board and the removal of the drafts they come from. Names a
 * person only in rounds whose cards name their writers; never a number of writers.
 */
export const silentEvents = [
  z.object({
    type: z.literal('DraftsRevealed'),
    stepId,
    whose: z.discriminatedUnion('type', [
      z.object({ type: z.literal('all') }),
      z.object({ type: z.literal('person'), memberId }),
    ]),
  }),
] as const
export type SilentEvent = z.infer<(typeof silentEvents)[number]>
