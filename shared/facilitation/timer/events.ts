import { z } from 'zod'
import { timeMs } from '../fields.ts'
import { timerSchema } from './state.ts'

export const timerEvents = [
  z.object({ type: z.literal('TimerStarted'), endsAt: timeMs, plannedMs: z.number() }),
  z.object({ type: z.literal('TimerPaused'), remainingMs: z.number() }),
  z.object({ type: z.literal('TimerResumed'), endsAt: timeMs }),
  z.object({ type: z.literal('TimerExtended'), byMs: z.number() }),
  z.object({ type: z.literal('TimerEnded') }),
  /** As it was before something that was taken back. */
  z.object({ type: z.literal('TimerRestored'), timer: timerSchema }),
] as const
export type TimerEvent = z.infer<(typeof timerEvents)[number]>
