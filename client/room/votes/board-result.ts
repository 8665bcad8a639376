import { useMemo } from 'react'
import { placedLines } from '#shared/facilitation/vote/outcome.ts'
import { voteOf } from '#shared/facilitation/vote/rules.ts'
import { useFacilitation, useView } from '#client/room-context/room-context.ts'

/** The counted vote whose result this person has on their board, on its page alone; null where there is none. */
export function useBoardResult() {
  const shown = useView(({ result }) => result)
  const pageId = useView((view) => view.pageId)
  const known = useFacilitation(({ state }) => (state && shown ? voteOf(state.votes, shown.voteId) : null))
  return useMemo(() => {
    if (!shown || known?.status !== 'counted' || known.vote.pageId !== pageId) return null
    const { vote, result } = known
    const order = shown.order === 'controversy' ? 'controversy' : 'points'
    return { vote, result, order: shown.order, placed: placedLines(vote.kind, result, order) }
  }, [shown, known, pageId])
}

/** The order in which the board shows the cards of a result; nothing while they are to lie as they do. */
export function ranksOf(result: ReturnType<typeof useBoardResult>): ReadonlyMap<string, number> {
  if (!result || result.order === 'asLaid') return asTheyLie
  return new Map(result.placed.map(({ line }, rank) => [line.candidate, rank]))
}

const asTheyLie: ReadonlyMap<string, number> = new Map()
