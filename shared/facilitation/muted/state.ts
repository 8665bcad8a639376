import { z } from 'zod'
import type { MemberId } from '../../base/ids.ts'
import { memberId } from '../fields.ts'

/** Who may read and not write for the time being. Kept while the room is loaded and in no log: nobody's record. */
export type Muted = readonly MemberId[]

export const seenMutedSchema = z.object({
  mine: z.boolean(),
  /** Who; for the moderation only, null for everybody else. */
  members: z.array(memberId).nullable(),
})
export type SeenMuted = z.infer<typeof seenMutedSchema>
