import { z } from 'zod'
import type { MemberId } from '../../base/ids.ts'
import { memberId } from '../fields.ts'

/** Who has said "Ich bin fertig" in this step. */
export type Finished = readonly MemberId[]

export const seenFinishedSchema = z.object({
  mine: z.boolean(),
  count: z.number(),
  /** Who; for the moderation only, null for everybody else. */
  members: z.array(memberId).nullable(),
})
export type SeenFinished = z.infer<typeof seenFinishedSchema>
