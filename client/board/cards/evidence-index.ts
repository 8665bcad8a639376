import type * as Y from 'yjs'
import { evidenceGraph, evidenceOf, leadsOn, type EvidenceGraph } from '#shared/evidence/evidence.ts'
import { evidenceRole } from '#shared/kinds/index.ts'
import type { RoomSession } from '#client/session/room-session.ts'

/** Null while nobody has counted yet. */
export type QuoteCount = number | null

/** What stands behind a card; for a source, the quotes taken from it. */
export interface EvidenceCount {
  quotes: number
  interviews: number
  against: number
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
  private readonly counts = new Map<string, EvidenceCount>()
  private readonly listeners = new Set<() => void>()
  private cancel: (() => void) | null = null
  private readonly session: Pick<RoomSession, 'roots' | 'artefacts'>
  private readonly defer: Defer

  constructor(session: Pick<RoomSession, 'roots' | 'artefacts'>, defer = whenIdle) {
    this.session = session
    this.defer = defer
    session.roots.artefacts.observeDeep(this.onChange)
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
    const known = this.counts.get(id) ?? countIn(this.graph, id)
    this.counts.set(id, known)
    return known
  }

  /** Counts now, e.g. before a picture is drawn. */
  refresh(): void {
    const { artefacts, roots } = this.session
    this.counts.clear()
    this.graph = evidenceGraph([...roots.artefacts.keys()].flatMap((id) => artefacts.get(id) ?? []))
    for (const listener of this.listeners) listener()
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  destroy(): void {
    this.cancel?.()
    this.session.roots.artefacts.unobserveDeep(this.onChange)
  }

  private readonly onChange = (events: Y.YEvent<Y.Map<unknown>>[]): void => {
    if (this.graph && events.some(changesEvidence)) this.countLater()
  }

  private countLater(): void {
    this.cancel ??= this.defer(() => {
      this.cancel = null
      this.refresh()
    })
  }
}

/** Typing changes a text field, which is three levels down and rests on nothing. */
function changesEvidence({ path, keys }: Y.YEvent<Y.Map<unknown>>): boolean {
  if (path.length === 0 || path[1] === 'links') return true
  return path.length === 1 && (keys.has('kind') || keys.has('links') || keys.has('f.source'))
}

function countIn(graph: EvidenceGraph, id: string): EvidenceCount {
  const { quotes, interviews, contradictions } = evidenceOf(graph, id)
  const isSource = evidenceRole(graph.kindOf(id)) === 'source'
  return {
    quotes: isSource ? takenFrom(graph, id) : quotes.length,
    interviews: interviews.length,
    against: contradictions.length,
  }
}

const takenFrom = (graph: EvidenceGraph, id: string) =>
  graph
    .relations(id)
    .filter((relation) => leadsOn(relation) && evidenceRole(graph.kindOf(relation.id)) === 'is').length
