import { leadsBack, leadsOn, type EvidenceGraph, type Relation } from './evidence.ts'

/** One artefact of a trail, and how it was reached. */
export interface TrailStep {
  id: string
  /** Steps away from where the trail begins; 1 is beside it. */
  distance: number
  /** The artefact from which it was reached first, and the relation seen from there. */
  from: string
  by: Relation
}

/** Something that speaks against an artefact of the trail. */
export interface Objection {
  id: string
  against: string
}

interface Trail {
  /** What it rests on, the nearest first, back to quotes and interviews. */
  back: TrailStep[]
  /** What became of it, the nearest first. */
  on: TrailStep[]
  /** What speaks against it, and against anything it rests on; the nearest first. */
  against: Objection[]
}

/**
 * The whole Warum-Spur of an artefact, both ways. Invariants (cited by the tests):
 * 1. Each artefact stands in each direction once, at its shortest distance; where the trail begins it stands in none.
 * 2. Cycles, which two people can make by linking at once, end where they close.
 * 3. Whatever stands in `back` of one artefact has that artefact in its own `on`, and the other way round.
 */
export function trailOf(graph: EvidenceGraph, id: string): Trail {
  const back = walk(graph, id, leadsBack)
  const against = [id, ...back.map((step) => step.id)].flatMap((one) =>
    contradictorsOf(graph, one).map((contradictor) => ({ id: contradictor, against: one })),
  )
  return { back, on: walk(graph, id, leadsOn), against }
}

/** Artefacts that contradict this one directly. */
function contradictorsOf(graph: EvidenceGraph, id: string): string[] {
  return graph
    .relations(id)
    .filter(({ type, outgoing }) => type === 'contradicts' && !outgoing)
    .map((relation) => relation.id)
}

function walk(graph: EvidenceGraph, start: string, follows: (relation: Relation) => boolean): TrailStep[] {
  const seen = new Set([start])
  const steps: TrailStep[] = []
  let front = [start]
  for (let distance = 1; front.length > 0; distance++) {
    const next: string[] = []
    for (const from of front)
      for (const by of graph.relations(from)) {
        if (!follows(by) || seen.has(by.id)) continue
        seen.add(by.id)
        next.push(by.id)
        steps.push({ id: by.id, distance, from, by })
      }
    front = next
  }
  return steps
}

/**
 * What took the place of an artefact, directly; empty while it holds. Of artefacts that replace each other in a circle
 * none is superseded by the others, so that something always holds.
 */
export function supersededBy(graph: EvidenceGraph, id: string): string[] {
  const replacers = replacedWith(graph, id, 'in')
  if (replacers.length === 0) return replacers
  const replaced = reach(graph, id)
  return replacers.filter((one) => !replaced.has(one))
}

/** Everything that an artefact replaces, over any number of steps. */
function reach(graph: EvidenceGraph, id: string): ReadonlySet<string> {
  const found = new Set<string>()
  const trail = [id]
  for (const at of trail)
    for (const one of replacedWith(graph, at, 'out')) {
      if (found.has(one)) continue
      found.add(one)
      trail.push(one)
    }
  return found
}

const replacedWith = (graph: EvidenceGraph, id: string, way: 'in' | 'out') =>
  graph
    .relations(id)
    .filter(({ type, outgoing }) => type === 'replaces' && outgoing === (way === 'out'))
    .map((relation) => relation.id)

/** The versions of one thing, the first one first: what replaces what, through branches and circles alike. */
export function lineageOf(graph: EvidenceGraph, id: string): string[] {
  const found = new Set([id])
  const trail = [id]
  for (const at of trail)
    for (const one of [...replacedWith(graph, at, 'in'), ...replacedWith(graph, at, 'out')]) {
      if (found.has(one)) continue
      found.add(one)
      trail.push(one)
    }
  const depth = new Map(trail.map((one) => [one, reach(graph, one).size]))
  return trail.sort((a, b) => depth.get(a)! - depth.get(b)!)
}
