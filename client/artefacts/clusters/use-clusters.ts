import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { isFolded, membershipsIn } from '#shared/document/containers.ts'
import { standingOf } from '#shared/evidence/standing.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { placeOfInterview, useEvidenceGraph } from '../evidence-trail.ts'

/** Whether a cluster is folded for everybody. */
export function useIsFolded(session: RoomSession, shapeId: string): boolean {
  const { board } = session.roots
  const subscribe = useCallback(
    (wake: () => void) => {
      const record = board.get(shapeId)
      record?.observe(wake)
      return () => record?.unobserve(wake)
    },
    [board, shapeId],
  )
  return useSyncExternalStore(subscribe, () => isFolded(board, shapeId))
}

/** How much stands behind what lies on a card: interviews, and the municipalities they were held in. */
export function useStanding(session: RoomSession, artefactId: string) {
  const graph = useEvidenceGraph(session)
  return useMemo(() => standingOf(graph, artefactId, placeOfInterview(session)), [graph, session, artefactId])
}

/** The artefacts that lie on a card, each once. */
export function useHeld(session: RoomSession, artefactId: string): readonly string[] {
  // Wakes with every change of who lies where
  const graph = useEvidenceGraph(session)
  return useMemo(() => {
    void graph
    const held = membershipsIn(session.roots).filter(({ container }) => container === artefactId)
    return [...new Set(held.map(({ member }) => member))]
  }, [graph, session, artefactId])
}
