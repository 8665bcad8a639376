import { useCallback } from 'react'
import { pageOf } from '#shared/document/board-record.ts'
import { placementOf } from '#client/artefacts/card-actions.ts'
import { browseTo, type CardPart } from '#client/ui-state/room-view.ts'
import { useRoom } from '#client/room-context/room-context.ts'

/** Where one can go to: what of a `Finding` is needed for it. */
type Place =
  | { type: 'card'; id: string; pageId: string; artefactId: string }
  | { type: 'listed'; id: string }
  | { type: 'page'; id: string }
  | { type: 'person'; pageId: string | null }

/** Goes to what was found: a card in board or list, a page, or where a person is. */
export function useGoTo(): (place: Place) => void {
  const { view, board } = useRoom()
  return useCallback(
    (place) => {
      switch (place.type) {
        case 'page':
          browseTo(view, place.id)
          break
        case 'person':
          if (place.pageId) browseTo(view, place.pageId)
          break
        case 'listed':
          view.setState({
            panel: { type: 'card', artefactId: place.id },
            ...(view.getState().face === 'write' && { face: 'list' }),
          })
          break
        default:
          browseTo(view, place.pageId)
          view.setState({
            focusShapeId: place.id,
            panel: { type: 'card', artefactId: place.artefactId },
            ...(view.getState().face === 'write' && { face: 'list' }),
          })
          board.current?.goToCard(place.id)
      }
    },
    [view, board],
  )
}

/** Opens a card, at a part of it where one came for that, and brings its page and place in front. */
export function useGoToCard(): (artefactId: string, at?: CardPart) => void {
  const { session, view, board } = useRoom()
  return useCallback(
    (artefactId, at) => {
      const shapeId = placementOf(session.roots, artefactId)
      const pageId = shapeId && pageOf(session.roots.board, shapeId)
      if (pageId) browseTo(view, pageId)
      view.setState({
        panel: { type: 'card', artefactId, ...(at && { at }) },
        ...(shapeId && { focusShapeId: shapeId }),
      })
      if (shapeId) board.current?.goToCard(shapeId)
    },
    [session, view, board],
  )
}
