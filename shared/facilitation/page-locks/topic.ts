import { pageLockCommands } from './commands.ts'
import { decidePageLocks } from './decide.ts'
import { pageLockEvents } from './events.ts'
import { evolvePageLocks } from './evolve.ts'
import type { PageLocks } from './locked.ts'
import { pageLocksSchema } from './state.ts'

/** Single pages closed to all but the moderation. */
export const pageLocksTopic = {
  commands: pageLockCommands,
  events: pageLockEvents,
  seen: pageLocksSchema,
  initial: (): PageLocks => [],
  decide: decidePageLocks,
  evolve: evolvePageLocks,
}
