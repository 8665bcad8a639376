import { useCallback } from 'react'
import { browseTo } from '#client/ui-state/room-view.ts'
import { useRoom } from '#client/room-context/room-context.ts'
import type { Finding } from './search.ts'

/** Goes to what was found: a card in board or list, a page, or where a person is. */
export function useGoTo(): (finding: Finding) => void {
  const { view, board } = useRoom()
  return useCallback(
    (finding) => {
      switch (finding.type) {
        case 'page':
          browseTo(view, finding.id)
          break
        case 'person':
          if (finding.pageId) browseTo(view, finding.pageId)
          break
        default:
          browseTo(view, finding.pageId)
          view.setState({
            focusShapeId: finding.id,
            panel: { type: 'card', artefactId: finding.artefactId },
            ...(view.getState().face === 'write' && { face: 'list' }),
          })
          board.current?.goToCard(finding.id)
      }
    },
    [view, board],
  )
}
