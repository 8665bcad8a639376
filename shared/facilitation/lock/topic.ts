import { lockCommands } from './commands.ts'
import { decideLock } from './decide.ts'
import { lockEvents } from './events.ts'
import { evolveLock } from './evolve.ts'
import { lockSchema, type Lock } from './state.ts'

/** Whether the whole room is closed to writing. */
export const lockTopic = {
  commands: lockCommands,
  events: lockEvents,
  seen: lockSchema,
  initial: (): Lock => ({ status: 'open' }),
  decide: decideLock,
  evolve: evolveLock,
}
