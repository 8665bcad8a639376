import type { ReportGroup } from './report.ts'

/** Groups in which nothing is told twice: what the plenum has of a group is told there, votes on it are on that. */
export function toldOnce(groups: readonly ReportGroup[]): ReportGroup[] {
  const ids = new Set(groups.flatMap(({ cards }) => cards.map(({ id }) => id)))
  const homes = new Map(
    groups.flatMap(({ cards }) =>
      cards.flatMap(({ id, twinId }) => (twinId !== null && ids.has(twinId) ? [[id, twinId] as const] : [])),
    ),
  )
  return groups.map((group) => ({
    ...group,
    cards: group.cards.filter(({ id }) => !homes.has(id)),
    votes: group.votes.map((vote) => ({
      ...vote,
      candidates: vote.candidates.map((id) => homes.get(id) ?? id),
    })),
  }))
}
