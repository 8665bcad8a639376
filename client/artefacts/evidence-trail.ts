import { useSyncExternalStore } from 'react'
import { coverageOf, type Coverage } from '#shared/evidence/coverage.ts'
import type { EvidenceGraph } from '#shared/evidence/evidence.ts'
import { changesEvidence } from '#shared/document/evidence-changes.ts'
import { placeOf, trailGraph } from '#shared/document/trail-graph.ts'
import type { RoomSession } from '#client/session/room-session.ts'

/**
 * The evidence graph of a room, computed when somebody looks and kept until links, kinds, sources or placements
 * change; typing does not touch it.
 */
class EvidenceTrail {
  private readonly session: RoomSession
  private readonly listeners = new Set<() => void>()
  private graph: EvidenceGraph | null = null
  private gaps: Coverage | null = null

  constructor(session: RoomSession) {
    this.session = session
    session.roots.artefacts.observeDeep((events) => {
      if (events.some(changesEvidence)) this.forget()
    })
    session.roots.board.observeDeep((events) => {
      if (events.some(({ path, keys }) => path.length === 0 || keys.has('parentId'))) this.forget()
    })
  }

  readonly current = (): EvidenceGraph => {
    this.graph ??= this.read()
    return this.graph
  }

  readonly coverage = (): Coverage => {
    this.gaps ??= coverageOf(this.current())
    return this.gaps
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  private read(): EvidenceGraph {
    const { roots, artefacts } = this.session
    const all = [...roots.artefacts.keys()].flatMap((id) => artefacts.get(id) ?? [])
    return trailGraph(all, roots)
  }

  private forget(): void {
    if (!this.graph) return
    this.graph = null
    this.gaps = null
    for (const listener of this.listeners) listener()
  }
}

const trails = new WeakMap<RoomSession, EvidenceTrail>()

/** One trail per session; it ends with the session's document. */
function evidenceTrail(session: RoomSession): EvidenceTrail {
  const trail = trails.get(session) ?? new EvidenceTrail(session)
  trails.set(session, trail)
  return trail
}

export function useEvidenceGraph(session: RoomSession): EvidenceGraph {
  const trail = evidenceTrail(session)
  return useSyncExternalStore(trail.subscribe, trail.current)
}

/** What is missing in the trails of this room. */
export function useCoverage(session: RoomSession): Coverage {
  const trail = evidenceTrail(session)
  return useSyncExternalStore(trail.subscribe, trail.coverage)
}

/** The place of an interview as it is written there. */
export const placeOfInterview =
  ({ artefacts }: Pick<RoomSession, 'artefacts'>) =>
  (id: string): string | null =>
    placeOf(artefacts.get(id))
