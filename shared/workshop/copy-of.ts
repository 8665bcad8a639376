import { z } from 'zod'
import { limits } from '../base/limits.ts'
import { EARLIEST_MOMENT, LATEST_MOMENT } from '../base/moment.ts'

/**
 * Of what a workshop is a copy that was made of a file: its title then, the moment it was taken, and whether the file
 * lacked anything. What is missing stays missing in every copy of the copy; of which server it was, nobody needs.
 */
export const copyOfSchema = z.object({
  title: z.string().min(1).max(limits.maxTitleChars),
  /** Milliseconds since the Unix epoch. */
  exportedAt: z.number().min(EARLIEST_MOMENT).max(LATEST_MOMENT),
  scope: z.enum(['workshop', 'group']),
  isReduced: z.boolean(),
})

export type CopyOf = z.infer<typeof copyOfSchema>
