import { awaitedGaps } from '../kinds/spec.ts'
import { evidenceRole, isKind, traitsOf } from '../kinds/index.ts'
import { leadsBack, leadsOn, type EvidenceGraph, type Relation } from './evidence.ts'
import { supersededBy } from './trail.ts'

/** What is missing in the Warum-Spur of a group, in the order of the process. */
export const gaps = ['unproven', ...awaitedGaps] as const
export type Gap = (typeof gaps)[number]

/** Artefacts by what they lack, in the order of the graph. What is superseded lacks nothing any more. */
export type Coverage = Readonly<Record<Gap, readonly string[]>>

/**
 * Where the trail of a group is broken: claims without evidence, quotes nobody used, questions without an idea, ideas
 * and prototypes nobody tested. Each artefact and relation is looked at a fixed number of times, however long the
 * trails are.
 */
export function coverageOf(graph: EvidenceGraph): Coverage {
  const found = Object.fromEntries(gaps.map((gap) => [gap, [] as string[]])) as Record<Gap, string[]>
  const atHome = graph.ids.filter((id) => (graph.atHome(id)?.pieces ?? 0) > 0)
  const proven = new Set([...reachedFrom(graph, [...ofRole(graph, 'is'), ...atHome], leadsOn), ...atHome])
  const fulfilled = fulfilments(graph)
  for (const id of graph.ids) {
    const kind = graph.kindOf(id)
    if (!isKind(kind) || supersededBy(graph, id).length > 0) continue
    if (evidenceRole(kind) === 'needed' && !proven.has(id)) found.unproven.push(id)
    const { awaits } = traitsOf(kind)
    if (awaits && !fulfilled(awaits.until, id)) found[awaits.gap].push(id)
  }
  return found
}

/** What could lack something at all: claims, and whatever waits for something to come of it. */
export const awaiting = (graph: EvidenceGraph): string[] =>
  graph.ids.filter((id) => {
    const kind = graph.kindOf(id)
    return isKind(kind) && (evidenceRole(kind) === 'needed' || traitsOf(kind).awaits !== undefined)
  })

const ofRole = (graph: EvidenceGraph, role: string) =>
  graph.ids.filter((id) => evidenceRole(graph.kindOf(id)) === role)

/** Answers whether something of these kinds came of an artefact; each set of kinds is walked back from once. */
function fulfilments(graph: EvidenceGraph): (until: readonly string[], id: string) => boolean {
  const known = new Map<readonly string[], ReadonlySet<string>>()
  return (until, id) => {
    if (until.includes('*')) return graph.relations(id).some(isUse)
    const reached =
      known.get(until) ??
      reachedFrom(
        graph,
        graph.ids.filter((one) => until.includes(graph.kindOf(one) ?? '')),
        leadsBack,
      )
    known.set(until, reached)
    return reached.has(id)
  }
}

/** What speaks against something is put to use as much as what speaks for it. */
const isUse = (relation: Relation) =>
  leadsOn(relation) || (relation.type === 'contradicts' && relation.outgoing)

/** What can be reached from these artefacts in at least one step, or in none where one of them is reached again. */
function reachedFrom(
  graph: EvidenceGraph,
  starts: readonly string[],
  follows: (relation: Relation) => boolean,
): ReadonlySet<string> {
  const reached = new Set<string>()
  const trail = [...starts]
  const walked = new Set(starts)
  for (const at of trail)
    for (const relation of graph.relations(at)) {
      if (!follows(relation)) continue
      reached.add(relation.id)
      if (walked.has(relation.id)) continue
      walked.add(relation.id)
      trail.push(relation.id)
    }
  return reached
}
