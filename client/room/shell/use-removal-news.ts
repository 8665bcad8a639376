import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardRecord } from '#shared/document/board-record.ts'
import { withGround } from '#shared/document/placements.ts'
import { putBackRecords } from '#client/artefacts/card-actions.ts'
import { useRoom } from '#client/room-context/room-context.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { followRemovals } from '#client/session/removals.ts'
import { removedTopic, toasts } from '#client/ui/toasts.ts'

/** From here on a removal is told to everybody. */
const MANY = 5

/**
 * When many cards leave the board at once, whoever did it and everybody else is told, on the board, in the list and on
 * a phone, with a way back: what was taken off lies again where it lay.
 */
export function useRemovalNews(): void {
  const { t } = useTranslation()
  const { session } = useRoom()
  useEffect(
    () =>
      followRemovals(session.roots, (gone) => {
        // With their page: who removed it was asked where they shall be, and has a way back of their own
        const back = withGround(session.roots.board, gone)
        const count = back.filter(({ type }) => type === 'card').length
        if (count < MANY) return
        const wayBack = { label: t('board.removed.back'), run: () => putBack(session, back) }
        const text = t('board.removed.many', { count })
        toasts.show({
          text,
          about: { topic: removedTopic, again: () => text },
          tone: 'attention',
          outlastsPage: true,
          ...(session.facilitation.getState().mayWrite && { action: wayBack }),
        })
      }),
    [session, t],
  )
}

function putBack(session: RoomSession, gone: readonly BoardRecord[]): void {
  if (session.facilitation.getState().mayWrite) putBackRecords(session, gone)
}
