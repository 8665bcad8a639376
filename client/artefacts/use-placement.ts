import { useCallback, useSyncExternalStore } from 'react'
import type { RoomSession } from '#client/session/room-session.ts'
import { placementOf } from './card-actions.ts'

/** The shape that shows an artefact on the board; null for one that is put aside. */
export function usePlacement(session: RoomSession, artefactId: string): string | null {
  const { board } = session.roots
  const subscribe = useCallback(
    (wake: () => void) => {
      // Shallow on purpose: placements come and go as whole records, moving one concerns nobody here.
      board.observe(wake)
      return () => board.unobserve(wake)
    },
    [board],
  )
  return useSyncExternalStore(subscribe, () => placementOf(session.roots, artefactId))
}
