import { useCallback, useMemo, useState } from 'react'
import type { RoomSession } from '#client/session/room-session.ts'
import { isFolded } from '#shared/document/containers.ts'
import { UNPLACED_ID } from './rows.ts'

/** What is folded. Stable until something is folded or the page changes. */
export interface Folding {
  isExpanded: (id: string) => boolean
  /** `null`: as it is for everybody. */
  fold: (id: string, expanded: boolean | null) => void
  /** Unfolds everything around a record. */
  reveal: (id: string) => void
}

/**
 * At first only the current page is open, with its frames, and a cluster unless it is folded for everybody; what somebody
 * folds by hand stays so.
 */
export function useFolding(session: RoomSession, pageId: string): Folding {
  const [byHand, setByHand] = useState<ReadonlyMap<string, boolean>>(new Map())
  const { board } = session.roots

  const fold = useCallback((id: string, expanded: boolean | null) => {
    setByHand((now) => {
      const next = new Map(now)
      if (expanded === null) next.delete(id)
      else next.set(id, expanded)
      return next
    })
  }, [])
  const reveal = useCallback(
    (id: string) => {
      const around = id.startsWith('aside:')
        ? [UNPLACED_ID]
        : parentsOf(id, (at) => board.get(at)?.get('parentId'))
      setByHand((now) => new Map([...now, ...around.map((one) => [one, true] as const)]))
    },
    [board],
  )
  return useMemo(() => {
    const byDefault = (id: string) =>
      id.startsWith('page:') ? id === pageId : id !== UNPLACED_ID && !isFolded(board, id)
    return { isExpanded: (id) => byHand.get(id) ?? byDefault(id), fold, reveal }
  }, [board, byHand, pageId, fold, reveal])
}

function parentsOf(id: string, parentOf: (id: string) => unknown): string[] {
  const parents: string[] = []
  let at = parentOf(id)
  while (typeof at === 'string' && !parents.includes(at)) {
    parents.push(at)
    at = parentOf(at)
  }
  return parents
}
