import type * as Y from 'yjs'
import { evidenceGraph, evidenceOf, leadsOn, type EvidenceGraph } from '#shared/evidence/evidence.ts'
import { distinctPlaces } from '#shared/evidence/standing.ts'
import { supersededBy } from '#shared/evidence/trail.ts'
import { placeOfInterview } from '#client/artefacts/evidence-trail.ts'
import { FOLDED, heldCounts, membershipsIn, type HeldCount } from '#shared/document/containers.ts'
import { changesEvidence } from '#shared/document/evidence-changes.ts'
import { evidenceRole } from '#shared/kinds/index.ts'
import type { RoomSession } from '#client/session/room-session.ts'

/** Null while nobody has counted yet. */
type QuoteCount = number | null

/** What stands behind a card; for a source, the quotes taken from it. */
interface EvidenceCount {
  quotes: number
  interviews: number
  against: number
  municipalities: number
  /** Something else took its place. */
  superseded: boolean
  held: HeldCount | null
}

/** Lets typing and dragging go first; counting may wait. */
type Defer = (run: () => void) => () => void

const whenIdle: Defer = (run) => {
  const timer = setTimeout(run, 300)
  return () => clearTimeout(timer)
}

/**
 * How many quotes stand behind each card. Counted for all cards at once, some time after links, kinds or sources
 * changed, so that cards on screen never walk the graph themselves.
 */
export class EvidenceIndex {
  private graph: EvidenceGraph | null = null
  private held: ReadonlyMap<string, HeldCount> = new Map()
  private readonly counts = new Map<string, EvidenceCount>()
  private readonly listeners = new Set<() => void>()
  private cancel: (() => void) | null = null
  private readonly session: Pick<RoomSession, 'roots' | 'artefacts'>
  private readonly defer: Defer

  constructor(session: Pick<RoomSession, 'roots' | 'artefacts'>, defer = whenIdle) {
    this.session = session
    this.defer = defer
    session.roots.artefacts.observeDeep(this.onChange)
    session.roots.board.observeDeep(this.onBoard)
  }

  /** How many quotes stand behind a card. */
  count(id: string): QuoteCount {
    return this.of(id)?.quotes ?? null
  }

  /** The same object until something changes, so that views can compare. */
  of(id: string): EvidenceCount | null {
    if (!this.graph) {
      this.countLater()
      return null
    }
    const known = this.counts.get(id) ?? this.countIn(this.graph, id)
    this.counts.set(id, known)
    return known
  }

  /** Counts now, e.g. before a picture is drawn. */
  refresh(): void {
    const { artefacts, roots } = this.session
    this.counts.clear()
    const all = [...roots.artefacts.keys()].flatMap((id) => artefacts.get(id) ?? [])
    const memberships = membershipsIn(roots)
    this.held = heldCounts(roots, memberships)
    this.graph = evidenceGraph(all, memberships)
    for (const listener of this.listeners) listener()
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  destroy(): void {
    this.cancel?.()
    this.session.roots.artefacts.unobserveDeep(this.onChange)
    this.session.roots.board.unobserveDeep(this.onBoard)
  }

  private countIn(graph: EvidenceGraph, id: string): EvidenceCount {
    const { quotes, interviews, contradictions } = evidenceOf(graph, id)
    const isSource = evidenceRole(graph.kindOf(id)) === 'source'
    return {
      quotes: isSource ? takenFrom(graph, id) : quotes.length,
      interviews: interviews.length,
      against: contradictions.length,
      municipalities: distinctPlaces(interviews, placeOfInterview(this.session)).length,
      superseded: supersededBy(graph, id).length > 0,
      held: this.held.get(id) ?? null,
    }
  }

  private readonly onChange = (events: Y.YEvent<Y.Map<unknown>>[]): void => {
    if (this.graph && events.some(changesEvidence)) this.countLater()
  }

  private readonly onBoard = (events: Y.YEvent<Y.Map<unknown>>[]): void => {
    if (!this.graph) return
    // Somebody waits to see it
    if (events.some(({ keys }) => keys.has(FOLDED))) this.refresh()
    else if (events.some(({ path, keys }) => path.length === 0 || keys.has('parentId') || keys.has('m.at')))
      this.countLater()
  }

  private countLater(): void {
    this.cancel ??= this.defer(() => {
      this.cancel = null
      this.refresh()
    })
  }
}

const takenFrom = (graph: EvidenceGraph, id: string) =>
  graph
    .relations(id)
    .filter((relation) => leadsOn(relation) && evidenceRole(graph.kindOf(relation.id)) === 'is').length
