import { asOneStep } from '#client/artefacts/card-actions.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { bringBackPage, movePage, placeBeside, removePage, renamePage } from '#shared/document/pages.ts'
import { stepOnPage } from '#shared/facilitation/step/modes.ts'
import type { SeenState } from '#shared/facilitation/view.ts'
import type { Phase } from '#shared/workshop/phases.ts'

/* What the moderation does to pages. Each is one step of undo. */

/** False where the name is none, or another page's. */
export const nameAnew = (session: RoomSession, pageId: string, name: string): boolean =>
  asOneStep(session, ({ board }) => renamePage(board, pageId, name))

/** One rank up or down, past the ends of a phase into the next; false at the very beginning and end. */
export function moveBeside(session: RoomSession, pageId: string, by: 1 | -1): boolean {
  const place = placeBeside(session.roots.board, pageId, by)
  if (place) asOneStep(session, ({ board }) => movePage(board, pageId, place))
  return place !== null
}

/** To a rank among the pages of a phase. */
export function moveTo(session: RoomSession, pageId: string, phase: Phase | null, rank: number): void {
  asOneStep(session, ({ board }) => movePage(board, pageId, { phase, rank }))
}

/** @returns how to bring the page back with all that lay on it */
export function takeAway(session: RoomSession, pageId: string, cardsTo: string | null): () => void {
  const gone = asOneStep(session, (roots) => removePage(roots, pageId, cardsTo))
  return () => asOneStep(session, ({ board }) => bringBackPage(board, gone))
}

type PageUse = 'last' | 'group' | 'step' | 'vote'

/** Why a page has to stay for now; null where it may go. */
export function pageUse(pageId: string, state: SeenState | null, pageCount: number): PageUse | null {
  if (pageCount < 2) return 'last'
  if (!state) return null
  if (state.place.pageId === pageId) return 'group'
  if (stepOnPage(state.step, pageId)) return 'step'
  const isOpen = state.votes.some(({ status, vote }) => status === 'open' && vote.pageId === pageId)
  return isOpen ? 'vote' : null
}
