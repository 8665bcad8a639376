import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { isThing } from '#shared/document/board-record.ts'
import { withGround } from '#shared/document/placements.ts'
import { MANY_REMOVED, tellRemoved, withoutReplaced } from '#client/artefacts/removal-message.ts'
import { useRoom } from '#client/room-context/room-context.ts'
import { followRemovals } from '#client/session/removals.ts'

/** A drawing has many of them. */
const MANY_STROKES = 20

/**
 * When much leaves the board at once, whoever did it and everybody else is told, on the board, in the list and on
 * a phone, with a way back: what was taken off lies again where it lay.
 */
export function useRemovalNews(): void {
  const { t } = useTranslation()
  const { session } = useRoom()
  useEffect(
    () =>
      followRemovals(session.roots, (gone) => {
        // With their page: who removed it was asked where they shall be, and has a way back of their own
        const lost = withGround(session.roots.board, gone)
        const back = lost.length < MANY_REMOVED ? lost : withoutReplaced(session.roots, lost)
        const cards = back.filter(({ type }) => type === 'card').length
        const things = back.filter(isThing)
        const strokes = things.filter(({ type }) => isStroke(type)).length
        if (cards + things.length - strokes < MANY_REMOVED && strokes < MANY_STROKES) return
        tellRemoved(session, t, back)
      }),
    [session, t],
  )
}

const isStroke = (type: unknown) => type === 'draw' || type === 'highlight'
