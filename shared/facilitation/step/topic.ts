import { stepCommands } from './commands.ts'
import { decideStep } from './decide.ts'
import { stepEvents } from './events.ts'
import { evolveStep } from './evolve.ts'
import { seenStepsSchema, type Steps } from './state.ts'

/** What the group does now, and what people do in their own time. */
export const stepTopic = {
  commands: stepCommands,
  events: stepEvents,
  seen: seenStepsSchema,
  initial: (): Steps => ({ running: null, ownTime: [], former: null }),
  decide: decideStep,
  evolve: evolveStep,
}
