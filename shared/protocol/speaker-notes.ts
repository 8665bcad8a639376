import { z } from 'zod'
import { limits } from '../base/limits.ts'

/** What somebody says to a slide or page. */
export interface SpeakerNote {
  /** Record id of the frame, or of the page. */
  placeId: string
  text: string
}
/** `from`: as it read when the writer began, so that two who write at once do not wipe each other out. */
export const writeSpeakerNoteRequest = z.object({
  placeId: z.string().regex(/^(page|shape):[\w-]{1,90}$/),
  from: z.string().max(limits.maxInstructionChars),
  text: z.string().max(limits.maxInstructionChars),
})
