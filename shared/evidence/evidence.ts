import type { Span } from '../base/spans.ts'
import { evidenceRole } from '../kinds/index.ts'
import { sourceOf } from '../kinds/source.ts'
import type { Link, LinkType } from './links.ts'

/**
 * The Warum-Spur: what an artefact rests on, back to the quotes and the interviews behind them, and what became of it.
 *
 * A link reads as a sentence, "from – type – to". So an artefact rests on
 *   - what it is derived from (`derivedFrom`), what it contains (`contains`), what it replaces (`replaces`), and
 *   - what supports it (`supports` pointing at it).
 * `contradicts` is counter-evidence: shown beside the evidence, never counted as such. A quote taken from an interview
 * is `derivedFrom` that interview and also holds the exact passage (`sourceOf`); either is enough.
 */
export interface Linked {
  id: string
  kind: string
  links: readonly Link[]
  fields: Readonly<Record<string, unknown>>
  home?: { behind?: AtHome | undefined } | undefined
}

/** What stands behind a card in the group that brought it here, in figures: the evidence itself stays there. */
export interface AtHome {
  pieces: number
  interviews: number
  municipalities: number
  against: number
}

/** One step of the trail, seen from one artefact. */
export interface Relation {
  type: LinkType
  /** The artefact at the other end. */
  id: string
  /** Whether the link is stored in the artefact it is seen from. */
  outgoing: boolean
}

export interface EvidenceGraph {
  /** Every artefact there is, in the order in which they were handed in. */
  ids: readonly string[]
  /** All relations of an artefact, both ways. Links to artefacts that are not there are left out. */
  relations(id: string): readonly Relation[]
  kindOf(id: string): string | undefined
  atHome(id: string): AtHome | undefined
}

export interface Evidence {
  /** Quotes, observations and test sessions at the end of the trail, in the order in which they are met. */
  pieces: string[]
  interviews: string[]
  /** Artefacts that contradict this one directly. */
  contradictions: string[]
  /** Of the cards on the trail that groups brought, the one with most pieces at home: their quotes may be the same ones. */
  atHome?: AtHome | undefined
}

/**
 * Reads every link once. What lies on a card is contained in it, without a stored link. The graph is a snapshot: build a new one when links, kinds or
 * memberships change.
 */
export function evidenceGraph(
  artefacts: Iterable<Linked>,
  memberships: readonly { container: string; member: string }[] = [],
): EvidenceGraph {
  const nodes = new Map([...artefacts].map((artefact) => [artefact.id, artefact]))
  const relations = new Map<string, Map<string, Relation>>()
  const note = (id: string, relation: Relation) => {
    const known = relations.get(id) ?? new Map<string, Relation>()
    relations.set(id, known.set(`${relation.type} ${relation.outgoing} ${relation.id}`, relation))
  }
  for (const artefact of nodes.values()) {
    const { id, links } = artefact
    for (const { type, to } of [...links, ...sourceLink(artefact)]) {
      if (!nodes.has(to) || to === id) continue
      note(id, { type, id: to, outgoing: true })
      note(to, { type, id, outgoing: false })
    }
  }
  for (const { container, member } of memberships) {
    if (!nodes.has(container) || !nodes.has(member) || container === member) continue
    note(container, { type: 'contains', id: member, outgoing: true })
    note(member, { type: 'contains', id: container, outgoing: false })
  }
  const lists = new Map([...relations].map(([id, known]) => [id, [...known.values()]]))
  return {
    ids: [...nodes.keys()],
    relations: (id) => lists.get(id) ?? none,
    kindOf: (id) => nodes.get(id)?.kind,
    atHome: (id) => nodes.get(id)?.home?.behind,
  }
}

const none: readonly Relation[] = []

function sourceLink(artefact: Linked): Link[] {
  const interviewId = sourceOf(artefact)?.interviewId
  return interviewId ? [{ type: 'derivedFrom', to: interviewId as Link['to'] }] : []
}

/** Whether this relation leads back to what the artefact rests on. */
export function leadsBack({ type, outgoing }: Relation): boolean {
  switch (type) {
    case 'supports':
      return !outgoing
    case 'contradicts':
      return false
    default:
      return outgoing
  }
}

/** Whether this relation leads on to what became of the artefact. */
export function leadsOn(relation: Relation): boolean {
  return relation.type !== 'contradicts' && !leadsBack(relation)
}

/**
 * Walks back from an artefact to what it rests on, and to the interviews behind that. Cycles, which two people can
 * make by linking at once, end where they close. Without any piece, what needs evidence is "unbelegt".
 */
export function evidenceOf(graph: EvidenceGraph, id: string): Evidence {
  const seen = new Set([id])
  const trail = [id]
  for (const at of trail) {
    for (const relation of graph.relations(at)) {
      if (!leadsBack(relation) || seen.has(relation.id)) continue
      seen.add(relation.id)
      trail.push(relation.id)
    }
  }
  const found = trail.filter((one) => one !== id)
  return {
    pieces: found.filter((one) => evidenceRole(graph.kindOf(one)) === 'is'),
    interviews: found.filter((one) => evidenceRole(graph.kindOf(one)) === 'source'),
    contradictions: graph
      .relations(id)
      .filter(({ type, outgoing }) => type === 'contradicts' && !outgoing)
      .map((relation) => relation.id),
    atHome: trail
      .flatMap((one) => graph.atHome(one) ?? [])
      .reduce<AtHome | undefined>((most, one) => (most && most.pieces >= one.pieces ? most : one), undefined),
  }
}

/** Whether a quote still says word for word what stands at its place in the text (`transcripts.ts`). */
export function isVerbatim(wording: string, transcript: string, { start, end }: Span): boolean {
  return wording.trim() === transcript.slice(start, end).trim()
}
