import { evidenceGraph, evidenceOf, leadsOn, type EvidenceGraph, type Linked } from '../evidence/evidence.ts'
import { distinctPlaces } from '../evidence/standing.ts'
import { supersededBy } from '../evidence/trail.ts'
import { evidenceRole, isKind, traitsOf } from '../kinds/index.ts'
import { countsUnplaced } from '../kinds/listed.ts'
import { heldCounts, membershipsIn, type HeldCount } from './containers.ts'
import type { Roots } from './roots.ts'

/** The Warum-Spur of a group as board, panel, list, pictures and documents read it. */
export interface TrailGraph extends EvidenceGraph {
  /** What lies on each card that holds others. */
  held: ReadonlyMap<string, HeldCount>
}

/**
 * Reads a document's links once, the same for everybody who counts (docs/decisions/0018): what was taken off the board
 * counts for nothing, interviews and what stands in a catalogue count wherever they are.
 * @param cards the document's artefacts, or what may be told of them
 */
export function trailGraph(cards: Iterable<Linked>, { board }: Pick<Roots, 'board'>): TrailGraph {
  const placed = new Set<unknown>()
  board.forEach((record) => placed.add(record.get('p.artefactId')))
  const counting = [...cards].filter((card) => placed.has(card.id) || countsUnplaced(card))
  const memberships = membershipsIn({ board })
  return { ...evidenceGraph(counting, memberships), held: heldCounts({ board }, memberships) }
}

/** What stands behind a card, in figures; for a source, what was taken from it. */
export interface BehindCard {
  /** Quotes, observations, test sessions: whatever is evidence by its kind. */
  pieces: number
  interviews: number
  against: number
  municipalities: number
  /** Something else took its place. */
  superseded: boolean
  /** What lies on it; null where nothing does. */
  held: HeldCount | null
}

/** @param cardOf the artefacts of the graph, for the places of interviews */
export function behindCard(
  graph: TrailGraph,
  id: string,
  cardOf: (id: string) => Pick<Linked, 'kind' | 'fields'> | null,
): BehindCard {
  const role = evidenceRole(graph.kindOf(id))
  const { pieces, interviews, contradictions, atHome } = evidenceOf(graph, id)
  // Evidence is not counted as its own evidence
  const behind = role === 'is' ? [] : interviews
  return {
    pieces:
      role === 'source' ? takenFrom(graph, id) : role === 'is' ? 0 : pieces.length + (atHome?.pieces ?? 0),
    interviews: behind.length + (atHome?.interviews ?? 0),
    against: contradictions.length + (graph.atHome(id)?.against ?? 0),
    municipalities:
      distinctPlaces(behind, (one) => placeOf(cardOf(one))).length + (atHome?.municipalities ?? 0),
    superseded: supersededBy(graph, id).length > 0,
    held: graph.held.get(id) ?? null,
  }
}

/** The place of an interview as it is written there; null where it says none. */
export function placeOf(card: Pick<Linked, 'kind' | 'fields'> | null): string | null {
  if (!card || !isKind(card.kind)) return null
  const exact = traitsOf(card.kind).place?.exact
  const place = exact === undefined ? '' : card.fields[exact]
  return typeof place === 'string' ? place : null
}

const takenFrom = (graph: EvidenceGraph, id: string) =>
  graph
    .relations(id)
    .filter((relation) => leadsOn(relation) && evidenceRole(graph.kindOf(relation.id)) === 'is').length
