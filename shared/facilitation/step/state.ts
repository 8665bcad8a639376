import { z } from 'zod'
import { phases } from '../../workshop/phases.ts'
import { timerSchema } from '../timer/state.ts'
import { timeMs } from '../fields.ts'
import { runningStepSchema, type RunningStep } from './step.ts'

/** What a step took the place of, so that an accidental "next" can be taken back. */
export const formerSchema = z.object({
  running: runningStepSchema.nullable(),
  phase: z.enum(phases),
  pageId: z.string(),
  /** As it was at `at`. */
  timer: timerSchema,
  at: timeMs,
})
export type Former = z.infer<typeof formerSchema>

export interface Steps {
  /** The step that the group does together. */
  running: RunningStep | null
  /** Steps that people do in their own time, on other pages. */
  ownTime: readonly RunningStep[]
  former: Former | null
}

export const seenStepsSchema = z.object({
  running: runningStepSchema.nullable(),
  ownTime: z.array(runningStepSchema),
  /** Whether the moderation can take the last change of steps back; false for everybody else. */
  canUndo: z.boolean(),
})
export type SeenSteps = z.infer<typeof seenStepsSchema>
