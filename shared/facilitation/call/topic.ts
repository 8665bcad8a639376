import { callCommands } from './commands.ts'
import { decideCall } from './decide.ts'
import { callEvents } from './events.ts'
import { evolveCall } from './evolve.ts'
import { callSchema, type Call } from './state.ts'

/** Words of the moderation to a whole room, and the way to another. */
export const callTopic = {
  commands: callCommands,
  events: callEvents,
  seen: callSchema,
  initial: (): Call => ({ message: null, summons: null }),
  decide: decideCall,
  evolve: evolveCall,
}
