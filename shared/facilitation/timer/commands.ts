import { z } from 'zod'
import { durationMs } from '../fields.ts'

export const timerCommands = [
  z.object({ type: z.literal('startTimer'), durationMs }),
  z.object({ type: z.literal('pauseTimer') }),
  z.object({ type: z.literal('resumeTimer') }),
  z.object({ type: z.literal('extendTimer'), byMs: durationMs }),
  z.object({ type: z.literal('endTimer') }),
] as const
export type TimerCommand = z.infer<(typeof timerCommands)[number]>
