import { timerCommands } from './commands.ts'
import { decideTimer } from './decide.ts'
import { timerEvents } from './events.ts'
import { evolveTimer } from './evolve.ts'
import { timerSchema, type Timer } from './state.ts'

/** How long there is: one timer for the whole room. */
export const timerTopic = {
  commands: timerCommands,
  events: timerEvents,
  seen: timerSchema,
  initial: (): Timer => ({ status: 'idle' }),
  decide: decideTimer,
  evolve: evolveTimer,
}
