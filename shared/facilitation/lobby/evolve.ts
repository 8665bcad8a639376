import type { Evolvers } from '../topic.ts'
import type { LobbyEvent } from './events.ts'
import type { Lobby } from './state.ts'

const open: Lobby = { door: 'open', admitted: [], waiting: [] }

export const evolveLobby: Evolvers<Lobby, LobbyEvent> = {
  DoorClosed: () => ({ ...open, door: 'closed' }),
  DoorOpened: () => open,
  Knocked: (lobby, { name }, { at, by }) => ({
    ...lobby,
    waiting: lobby.waiting.some(({ memberId }) => memberId === by)
      ? lobby.waiting.map((one) => (one.memberId === by ? { ...one, at } : one))
      : [...lobby.waiting, { memberId: by, name, at }],
  }),
  Admitted: (lobby, { memberIds }) => ({
    ...lobby,
    admitted: [...new Set([...lobby.admitted, ...memberIds])],
    waiting: lobby.waiting.filter(({ memberId }) => !memberIds.includes(memberId)),
  }),
}
