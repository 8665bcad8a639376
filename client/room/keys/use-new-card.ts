import { useCallback } from 'react'
import { createCard } from '#client/artefacts/card-actions.ts'
import type { ArtefactKind } from '#shared/kinds/index.ts'
import { kindForPage } from '#shared/kinds/index.ts'
import { useRoom, useView } from '#client/room-context/room-context.ts'

/** The kind of card that "new card" means on the page in front. */
export function useNewCardKind(): ArtefactKind {
  return kindForPage(useView((view) => view.pageId) ?? '')
}

/**
 * Begins a new card where this person is: in the middle of the board, at the list's active row, or, while neither is
 * there yet, on the page with its form open.
 */
export function useNewCard(): () => void {
  const { session, view, board, list } = useRoom()
  return useCallback(() => {
    const { face, pageId } = view.getState()
    if (face === 'board' && board.current) {
      board.current.createCard(kindForPage(pageId ?? ''))
      return
    }
    if (pageId === null) return
    if (face === 'list' && list.current) {
      list.current.create(kindForPage(pageId))
      return
    }
    const card = createCard(session, { kind: kindForPage(pageId), parentId: pageId })
    if (card)
      view.setState({ focusShapeId: card.shapeId, panel: { type: 'card', artefactId: card.artefactId } })
  }, [session, view, board, list])
}
