import { z } from 'zod'
import { memberId } from '../fields.ts'

export const mutedCommands = [
  z.object({ type: z.literal('mute'), memberId }),
  z.object({ type: z.literal('unmute'), memberId }),
] as const
export type MutedCommand = z.infer<(typeof mutedCommands)[number]>
