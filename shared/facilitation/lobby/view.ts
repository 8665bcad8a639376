import type { Viewer } from '../topic.ts'
import type { Lobby, SeenLobby } from './state.ts'

/** Who waits is known to those who let people in. */
export const seenLobby = ({ door, waiting }: Lobby, { facilitates }: Viewer): SeenLobby => ({
  door,
  waiting: facilitates ? [...waiting] : [],
})
