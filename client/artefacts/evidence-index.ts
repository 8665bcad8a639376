import type * as Y from 'yjs'
import { FOLDED } from '#shared/document/containers.ts'
import { changesEvidence } from '#shared/document/evidence-changes.ts'
import { behindCard, trailGraph, type BehindCard, type TrailGraph } from '#shared/document/trail-graph.ts'
import type { RoomSession } from '#client/session/room-session.ts'

/** Typing and dragging go first; counting may wait. */
const COUNT_AFTER_MS = 300

/**
 * What stands behind each card. Counted for all cards at once, some time after links, kinds or sources
 * changed, so that cards on screen never walk the graph themselves.
 */
export class EvidenceIndex {
  private graph: TrailGraph | null = null
  private readonly counts = new Map<string, BehindCard>()
  private readonly listeners = new Set<() => void>()
  private timer: ReturnType<typeof setTimeout> | null = null
  private readonly session: Pick<RoomSession, 'roots' | 'artefacts'>

  constructor(session: Pick<RoomSession, 'roots' | 'artefacts'>) {
    this.session = session
    session.roots.artefacts.observeDeep(this.onChange)
    session.roots.board.observeDeep(this.onBoard)
  }

  /** Null while nobody has counted yet; the same object until something changes, so that views can compare. */
  of(id: string): BehindCard | null {
    if (!this.graph) {
      this.countLater()
      return null
    }
    const known =
      this.counts.get(id) ?? behindCard(this.graph, id, (other) => this.session.artefacts.get(other))
    this.counts.set(id, known)
    return known
  }

  private refresh(): void {
    const { artefacts, roots } = this.session
    this.counts.clear()
    const all = [...roots.artefacts.keys()].flatMap((id) => artefacts.get(id) ?? [])
    this.graph = trailGraph(all, roots)
    for (const listener of this.listeners) listener()
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  destroy(): void {
    if (this.timer !== null) clearTimeout(this.timer)
    this.session.roots.artefacts.unobserveDeep(this.onChange)
    this.session.roots.board.unobserveDeep(this.onBoard)
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
    this.timer ??= setTimeout(() => {
      this.timer = null
      this.refresh()
    }, COUNT_AFTER_MS)
  }
}

const indexes = new WeakMap<RoomSession, EvidenceIndex>()

/** One per session, for board and list alike; it ends with the session's document. */
export function evidenceIndexOf(session: RoomSession): EvidenceIndex {
  const known = indexes.get(session)
  if (known) return known
  const index = new EvidenceIndex(session)
  indexes.set(session, index)
  session.doc.once('destroy', () => index.destroy())
  return index
}
