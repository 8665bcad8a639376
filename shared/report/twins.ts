import type { Artefact } from '../document/artefacts.ts'
import { evidenceOf, type Evidence, type EvidenceGraph } from '../evidence/evidence.ts'
import { fieldsOf } from '../kinds/index.ts'
import type { ReportGroup } from './report.ts'

/** The cards of one group, with how they hang together. */
interface Cards {
  artefacts: ReadonlyMap<string, Artefact>
  graph: EvidenceGraph
}

/** A card of a group that says word for word what another one says, and what it rests on there. */
export interface Twin {
  id: string
  evidence: Evidence
}

/**
 * What the plenum has of the groups, brought by the server or written down again, rests on what lies with them. A card is
 * known by its words, because a copy of a workshop has other groups.
 */
export function twinsAmong(groups: readonly Cards[]): (artefact: Artefact) => Twin | null {
  const twins = new Map<string, Twin>()
  for (const { artefacts, graph } of groups)
    for (const artefact of artefacts.values()) {
      const said = sayingOf(artefact)
      const twin = { id: artefact.id, evidence: evidenceOf(graph, artefact.id) }
      if ((twins.get(said)?.evidence.pieces.length ?? -1) < twin.evidence.pieces.length) twins.set(said, twin)
    }
  return (artefact) => twins.get(sayingOf(artefact)) ?? null
}

/** Its texts: images and what was taken from an interview stay with the group. */
function sayingOf({ kind, fields }: Artefact): string {
  const texts = Object.entries(fieldsOf(kind)).map(([name, { type }]) =>
    type === 'text' || type === 'line' ? String(fields[name] ?? '').trim() : '',
  )
  return JSON.stringify([kind, ...texts])
}

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
