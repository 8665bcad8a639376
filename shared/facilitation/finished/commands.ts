import { z } from 'zod'

export const finishedCommands = [
  z.object({ type: z.literal('finish') }),
  z.object({ type: z.literal('unfinish') }),
] as const
export type FinishedCommand = z.infer<(typeof finishedCommands)[number]>
