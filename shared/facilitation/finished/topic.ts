import { finishedCommands } from './commands.ts'
import { decideFinished } from './decide.ts'
import { evolveFinished } from './evolve.ts'
import { seenFinishedSchema, type Finished } from './state.ts'

/** Who is done with the step. */
export const finishedTopic = {
  commands: finishedCommands,
  /** All of its events are passing. */
  events: [],
  passing: ['MemberFinished', 'MemberUnfinished'],
  seen: seenFinishedSchema,
  initial: (): Finished => ({ who: [], nameless: false }),
  decide: decideFinished,
  evolve: evolveFinished,
} as const
