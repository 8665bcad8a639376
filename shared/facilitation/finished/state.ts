import { z } from 'zod'
import type { MemberId } from '../../base/ids.ts'
import { memberId } from '../fields.ts'

/** Who has said "Ich bin fertig" in this step. */
export interface Finished {
  who: readonly MemberId[]
  /** Nobody's name goes with it: people write without theirs, and when somebody is done tells of them. */
  nameless: boolean
}

export const seenFinishedSchema = z.object({
  mine: z.boolean(),
  count: z.number(),
  /** Who; for the moderation only, null for everybody else and where nobody's name goes with it. */
  members: z.array(memberId).nullable(),
})
export type SeenFinished = z.infer<typeof seenFinishedSchema>
