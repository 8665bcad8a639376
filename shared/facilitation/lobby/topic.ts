import { lobbyCommands } from './commands.ts'
import { decideLobby } from './decide.ts'
import { lobbyEvents } from './events.ts'
import { evolveLobby } from './evolve.ts'
import { seenLobbySchema, type Lobby } from './state.ts'

/** A door in front of the room, and who waits there to be let in. */
export const lobbyTopic = {
  commands: lobbyCommands,
  events: lobbyEvents,
  passing: ['Knocked', 'Admitted'],
  seen: seenLobbySchema,
  initial: (): Lobby => ({ door: 'open', admitted: [], waiting: [] }),
  decide: decideLobby,
  evolve: evolveLobby,
} as const
