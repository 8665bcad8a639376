import { silentCommands } from './commands.ts'
import { decideSilent } from './decide.ts'
import { silentEvents } from './events.ts'
import { evolveSilent } from './evolve.ts'
import { seenRoundsSchema, type Rounds } from './state.ts'

/** What people write that nobody else sees, and its revealing. */
export const silentTopic = {
  commands: silentCommands,
  events: silentEvents,
  seen: seenRoundsSchema,
  initial: (): Rounds => [],
  decide: decideSilent,
  evolve: evolveSilent,
}
