import type { RoomSession } from '#client/session/room-session.ts'
import { cardsOf, outlineOf } from '#shared/document/outline.ts'
import { headlineOf } from '#shared/document/artefacts.ts'

/** What somebody should have done once, in the order in which it is asked. */
export const exercises = ['write', 'move', 'undo'] as const
export type Exercise = (typeof exercises)[number]

/** Fields of the sheet: `shared/methods/practice.ts`. */
const CHOSEN = 'shape:kickoff-practice-chosen'

/** What the document and its history show of that now. */
export function practisedIn({ roots, history }: Pick<RoomSession, 'roots' | 'history'>): Exercise[] {
  const [page] = outlineOf(roots)
  if (!page) return []
  const isWritten = cardsOf(page).some(({ artefact }) => headlineOf(artefact).trim() !== '')
  const chosen = page.frames.find(({ id }) => id === CHOSEN)
  const isUndone = history.state.getState().travelled?.type === 'undo'
  return [
    ...(isWritten ? (['write'] as const) : []),
    ...(chosen && chosen.cards.length > 0 ? (['move'] as const) : []),
    ...(isUndone ? (['undo'] as const) : []),
  ]
}
