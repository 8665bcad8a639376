import { z } from 'zod'

export const lockCommands = [
  z.object({ type: z.literal('lock') }),
  z.object({ type: z.literal('unlock') }),
] as const
export type LockCommand = z.infer<(typeof lockCommands)[number]>
