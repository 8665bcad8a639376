import { useCallback } from 'react'
import { createCard } from '#client/artefacts/card-actions.ts'
import { useRoom } from './room-context.ts'

/** Begins a new note where this person is: in the middle of the board, or on the list's page with its form open. */
export function useNewCard(): () => void {
  const { session, view, board } = useRoom()
  return useCallback(() => {
    const { face, pageId } = view.getState()
    if (face === 'board' && board.current) {
      board.current.createCard('note')
      return
    }
    if (pageId === null) return
    const card = createCard(session, { kind: 'note', parentId: pageId })
    if (card)
      view.setState({ focusShapeId: card.shapeId, panel: { type: 'card', artefactId: card.artefactId } })
  }, [session, view, board])
}
