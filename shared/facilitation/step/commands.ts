import { z } from 'zod'
import { isVisible } from '../../base/visible-text.ts'
import { modeSchema } from './mode.ts'
import { stepId, stepSchema } from './step.ts'

/**
 * `from` is the step that the sender believes to be running: two moderators who press "next" at once go on by one.
 */
const namedStep = stepSchema.refine(({ title }) => isVisible(title))
const move = { from: stepId.nullable(), step: namedStep }

export const stepCommands = [
  z.object({ type: z.literal('startStep'), ...move }),
  z.object({ type: z.literal('nextStep'), ...move }),
  z.object({ type: z.literal('backStep'), ...move }),
  /** On to another step; the one that runs was left out. */
  z.object({ type: z.literal('skipStep'), ...move }),
  /** Other words, minutes or mode for a step while it runs. */
  z.object({ type: z.literal('changeStep'), step: namedStep }),
  z.object({ type: z.literal('setMode'), stepId, mode: modeSchema }),
  z.object({ type: z.literal('endStep'), stepId }),
  /**
   * Ends a step with what it was for: what was written in silence is revealed, its vote is closed. `due`: only once its
   * deadline has come.
   */
  z.object({ type: z.literal('concludeStep'), stepId, when: z.enum(['now', 'due']) }),
  /** Takes back that this step was started. */
  z.object({ type: z.literal('undoStep'), stepId }),
] as const
export type StepCommand = z.infer<(typeof stepCommands)[number]>
