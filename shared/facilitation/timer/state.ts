import { z } from 'zod'
import { timeMs } from '../fields.ts'

/** A deadline, computed and never ticking: every screen subtracts its own estimate of the server's clock. */
export const timerSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('idle') }),
  z.object({ status: z.literal('running'), endsAt: timeMs, plannedMs: z.number() }),
  z.object({ status: z.literal('paused'), remainingMs: z.number(), plannedMs: z.number() }),
])
export type Timer = z.infer<typeof timerSchema>
