import { z } from 'zod'
import { timeMs } from '../fields.ts'

export const lockSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('open') }),
  z.object({ status: z.literal('locked'), since: timeMs }),
])
export type Lock = z.infer<typeof lockSchema>
