import type { Evolvers } from '../topic.ts'
import type { StepEvent } from './events.ts'
import type { Steps } from './state.ts'
import type { RunningStep, Step } from './step.ts'

export const evolveStep: Evolvers<Steps, StepEvent> = {
  StepStarted: (steps, { step, former }, { at }) =>
    step.deadline === null
      ? { ...steps, running: { step, startedAt: at, modeSince: at }, former }
      : { ...steps, ownTime: [...except(steps.ownTime, step.id), { step, startedAt: at, modeSince: at }] },
  StepChanged: (steps, { step }, { at }) => changed(steps, step.id, at, () => step),
  StepModeSet: (steps, { stepId, mode }, { at }) => changed(steps, stepId, at, (step) => ({ ...step, mode })),
  StepEnded: (steps, { stepId }) => ({
    running: steps.running?.step.id === stepId ? null : steps.running,
    ownTime: except(steps.ownTime, stepId),
    former: steps.running?.step.id === stepId ? null : steps.former,
  }),
  StepTakenBack: (steps, { running }) => ({ ...steps, running, former: null }),
}

const except = (steps: readonly RunningStep[], id: string) => steps.filter(({ step }) => step.id !== id)

function changed(steps: Steps, id: string, at: number, change: (step: Step) => Step): Steps {
  const apply = (one: RunningStep) =>
    one.step.id === id ? { ...one, step: change(one.step), modeSince: at } : one
  return {
    ...steps,
    running: steps.running && apply(steps.running),
    ownTime: steps.ownTime.map(apply),
  }
}
