import type { TFunction } from 'i18next'
import { isThing, type BoardRecord } from '#shared/document/board-record.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { toasts } from '#client/ui/toasts.ts'
import { putBackRecords } from './card-actions.ts'

/** From so many cards of others on, whoever takes them off the board is asked, and everybody is told. */
export const MANY_REMOVED = 3

/** What the message that is shown brings back. */
let told: { message: number; session: RoomSession; gone: readonly BoardRecord[] } | null = null

/**
 * Says that this left the board, with a way back to where it lay. As long as that is offered for what left it before, it
 * is offered for both: a board that is emptied in steps comes back whole.
 */
export function tellRemoved(session: RoomSession, t: TFunction, leaving: readonly BoardRecord[]): void {
  const gone = withEarlier(session, leaving)
  const cards = gone.filter(({ type }) => type === 'card').length
  const things = gone.filter(isThing).length
  const text =
    things === 0
      ? t('board.removed.many', { count: cards })
      : t('board.removed.manyThings', { count: cards + things })
  const putBack = () => {
    if (session.facilitation.getState().mayWrite) putBackRecords(session, gone)
  }
  const message = toasts.show({
    text,
    about: { topic: 'removed cards', again: () => text },
    tone: 'attention',
    outlastsPage: true,
    ...(session.facilitation.getState().mayWrite && {
      action: { label: t('board.removed.back'), run: putBack },
    }),
  })
  told = { message, session, gone }
}

function withEarlier(session: RoomSession, gone: readonly BoardRecord[]): readonly BoardRecord[] {
  const isOffered = toasts.snapshot().some(({ id }) => id === told?.message)
  if (!isOffered || told?.session !== session) return gone
  const still = told.gone.filter(({ id }) => !session.roots.board.has(id))
  // What everybody was told of may be told of once more by whoever did it
  return [...new Map([...still, ...gone].map((record) => [record.id, record])).values()]
}
