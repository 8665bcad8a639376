import { z } from 'zod'
import { modeSchema } from './mode.ts'
import { formerSchema } from './state.ts'
import { runningStepSchema, stepId, stepSchema } from './step.ts'

/** Events carry the step as it was, because the agenda may read differently later. */
export const stepEvents = [
  z.object({
    type: z.literal('StepStarted'),
    step: stepSchema,
    how: z.enum(['start', 'next', 'back', 'skip']),
    /** Null for a step in people's own time: it takes nobody anywhere. */
    former: formerSchema.nullable(),
  }),
  z.object({ type: z.literal('StepChanged'), step: stepSchema }),
  z.object({ type: z.literal('StepModeSet'), stepId, mode: modeSchema }),
  z.object({ type: z.literal('StepEnded'), stepId }),
  z.object({ type: z.literal('StepTakenBack'), stepId, running: runningStepSchema.nullable() }),
] as const
export type StepEvent = z.infer<(typeof stepEvents)[number]>
