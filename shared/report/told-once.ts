import type { ReportCard, ReportGroup } from './report.ts'

/** Groups in which nothing is told twice: what the plenum has of a group is told there, votes on it are on that. */
export function toldOnce(groups: readonly ReportGroup[]): ReportGroup[] {
  const ids = new Set(groups.flatMap(({ cards }) => cards.map(({ id }) => id)))
  const homes = new Map(
    groups.flatMap(({ cards }) =>
      cards.flatMap(({ id, twinId }) => (twinId !== null && ids.has(twinId) ? [[id, twinId] as const] : [])),
    ),
  )
  const homeOf = (id: string) => homes.get(id) ?? id
  const told = (ids: readonly string[]) => [...new Set(ids.map(homeOf))]
  const toldTrail = ({ trail: { pieces, interviews, contradictions } }: ReportCard) => ({
    pieces: told(pieces),
    interviews: told(interviews),
    contradictions: told(contradictions),
  })
  return groups.map((group) => ({
    ...group,
    cards: group.cards
      .filter(({ id }) => !homes.has(id))
      .map((card) => ({ ...card, trail: toldTrail(card) })),
    votes: group.votes.map((vote) => ({ ...vote, candidates: vote.candidates.map(homeOf) })),
  }))
}
