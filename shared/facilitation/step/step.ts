import { z } from 'zod'
import { limits } from '../../base/limits.ts'
import { phases } from '../../workshop/phases.ts'
import { pageId, timeMs } from '../fields.ts'
import { modeSchema } from './mode.ts'

/** Names a step of the agenda. */
export const stepId = z.string().regex(/^[\w-]{1,64}$/)

/**
 * One step as everybody in the room sees it. The agenda with its private notes lies in the workshop's plan; what comes
 * from there into a room is this, and nothing else fits in.
 */
export const stepSchema = z.object({
  id: stepId,
  title: z.string().min(1).max(limits.maxTitleChars),
  instruction: z.string().max(limits.maxInstructionChars),
  /** 0: no timer. */
  plannedMinutes: z
    .number()
    .int()
    .min(0)
    .max(limits.maxTimerMs / 60_000),
  phase: z.enum(phases),
  pageId,
  methodId: z.string().min(1).max(64).nullable(),
  mode: modeSchema,
  /** Which of how many of its meeting; absent where there is no agenda, and in logs from before there was one. */
  position: z.object({ number: z.number().int().positive(), count: z.number().int().positive() }).optional(),
  /** Until when, for a step that people do each in their own time; null for one the group does together. */
  deadline: timeMs.nullable(),
})
export type Step = z.infer<typeof stepSchema>

export const runningStepSchema = z.object({
  step: stepSchema,
  startedAt: timeMs,
  /** Since when its page has the mode. */
  modeSince: timeMs,
})
export type RunningStep = z.infer<typeof runningStepSchema>
