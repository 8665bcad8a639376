import { z } from 'zod'

export const lockEvents = [
  z.object({ type: z.literal('BoardLocked') }),
  z.object({ type: z.literal('BoardUnlocked') }),
] as const
export type LockEvent = z.infer<(typeof lockEvents)[number]>
