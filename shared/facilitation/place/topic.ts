import type { Start } from '../topic.ts'
import { placeCommands } from './commands.ts'
import { decidePlace } from './decide.ts'
import { placeEvents } from './events.ts'
import { evolvePlace } from './evolve.ts'
import { placeSchema, type Place } from './state.ts'

/** Where everybody is taken: phase, page, and the last calling together. */
export const placeTopic = {
  commands: placeCommands,
  events: placeEvents,
  seen: placeSchema,
  initial: ({ phase, pageId }: Start): Place => ({ phase, pageId, gathering: null }),
  decide: decidePlace,
  evolve: evolvePlace,
}
