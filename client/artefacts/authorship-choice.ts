import { createStore } from 'zustand/vanilla'
import type { Authorship } from '#shared/document/authorship.ts'
import type { RoomSession } from '#client/session/room-session.ts'

/**
 * How this person's next cards are signed. Anonymity is not offered here: the server stamps who sent a change, so a
 * card written on a live board could never keep that promise.
 */
type AuthorshipChoice = 'named' | 'organisation'

const STORAGE_KEY = 'werkraum.authorship'

export const authorshipChoice = createStore<{ as: AuthorshipChoice }>(() => ({ as: remembered() }))

export function chooseAuthorship(as: AuthorshipChoice): void {
  authorshipChoice.setState({ as })
  globalThis.localStorage?.setItem(STORAGE_KEY, as)
}

function remembered(): AuthorshipChoice {
  return globalThis.localStorage?.getItem(STORAGE_KEY) === 'organisation' ? 'organisation' : 'named'
}

/** The signature for a card written now; null before the server has said who this person is. */
export function signature(session: RoomSession, choice = authorshipChoice.getState().as): Authorship | null {
  const { me } = session.facilitation.getState()
  if (!me) return null
  const { memberId, name, organisation } = me
  if (choice === 'organisation' && organisation) return { as: 'organisation', organisation }
  return { as: 'named', memberId, name, organisation }
}
