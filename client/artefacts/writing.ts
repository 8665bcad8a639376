import { pageOf, textIn } from '#shared/document/board-record.ts'
import { pagesInOrder } from '#shared/document/fields.ts'
import { isPageLocked } from '#shared/facilitation/page-locks/locked.ts'
import { modeOf } from '#shared/facilitation/step/modes.ts'
import { may } from '#shared/workshop/permissions.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { lockedIn } from './locks.ts'

/** Whether neither a step nor a lock keeps this person from writing on a page, also on one that is not in front. */
export function mayWriteOn(
  { facilitation, workshopId, groupId }: Pick<RoomSession, 'facilitation' | 'workshopId' | 'groupId'>,
  pageId: string,
): boolean {
  const { state, me } = facilitation.getState()
  if (!state || !me) return false
  const mode = isPageLocked(state.pageLocks, pageId) ? 'locked' : modeOf(state.step, pageId)
  const member = { memberId: me.memberId, workshopId, role: me.role, groupIds: [groupId], archived: [] }
  return may({ account: null, member }, 'page.write', { type: 'page', workshopId, groupId, mode })
}

/**
 * Cards that this person has to leave as they are, wherever else they lie: locked ones, and those on pages on which a step
 * or a lock keeps them from writing. One of them makes the server refuse all that is written with it.
 */
export function cardsHeldFrom(session: RoomSession): ReadonlySet<string> {
  const { board } = session.roots
  const held = new Set(session.facilitation.getState().mayFacilitate ? [] : lockedIn(session).cards)
  const closed = new Set(pagesInOrder(board).filter((pageId) => !mayWriteOn(session, pageId)))
  if (closed.size === 0) return held
  board.forEach((record, id) => {
    const card = textIn(record.get('p.artefactId'))
    if (card !== '' && closed.has(pageOf(board, id) ?? '')) held.add(card)
  })
  return held
}
