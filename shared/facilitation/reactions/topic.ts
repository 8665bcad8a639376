import { reactionCommands } from './commands.ts'
import { decideReactions } from './decide.ts'
import { reactionEvents } from './events.ts'
import { evolveReactions } from './evolve.ts'
import { seenReactionsSchema, type Reactions } from './state.ts'

/** What people say of what is going on, without a word and without a name. */
export const reactionsTopic = {
  commands: reactionCommands,
  events: reactionEvents,
  passing: ['Reacted'],
  seen: seenReactionsSchema,
  initial: (): Reactions => ({ on: true, shown: [] }),
  decide: decideReactions,
  evolve: evolveReactions,
} as const
