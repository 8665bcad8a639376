import { useCallback, useSyncExternalStore } from 'react'
import type { ArtefactKind } from '#shared/kinds/index.ts'
import type { RoomSession } from '#client/session/room-session.ts'

/** How many cards of a kind lie on the pages of this room, followed as they come, go and are turned into others. */
export function useKindCount({ roots, artefacts }: RoomSession, kind: ArtefactKind): number {
  const subscribe = useCallback(
    (wake: () => void) => {
      roots.board.observe(wake)
      roots.artefacts.observeDeep(wake)
      return () => {
        roots.board.unobserve(wake)
        roots.artefacts.unobserveDeep(wake)
      }
    },
    [roots],
  )
  return useSyncExternalStore(subscribe, () => {
    const placed = new Set<string>()
    roots.board.forEach((record) => {
      const id = record.get('p.artefactId')
      if (typeof id === 'string' && artefacts.get(id)?.kind === kind) placed.add(id)
    })
    return placed.size
  })
}
