import type { TFunction } from 'i18next'
import { isThing, type BoardRecord } from '#shared/document/board-record.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { removedTopic, toasts } from '#client/ui/toasts.ts'
import { putBackRecords } from './card-actions.ts'

/** Says that this left the board, with a way back to where it lay; what was said of it before is said no longer. */
export function tellRemoved(session: RoomSession, t: TFunction, gone: readonly BoardRecord[]): void {
  const cards = gone.filter(({ type }) => type === 'card').length
  const things = gone.filter(isThing).length
  const text =
    things === 0
      ? t('board.removed.many', { count: cards })
      : t('board.removed.manyThings', { count: cards + things })
  const putBack = () => {
    if (session.facilitation.getState().mayWrite) putBackRecords(session, gone)
  }
  toasts.show({
    text,
    about: { topic: removedTopic, again: () => text },
    tone: 'attention',
    outlastsPage: true,
    ...(session.facilitation.getState().mayWrite && {
      action: { label: t('board.removed.back'), run: putBack },
    }),
  })
}
