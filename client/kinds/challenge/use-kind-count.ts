import type { ArtefactKind } from '#shared/kinds/index.ts'
import { useEvidenceGraph } from '#client/artefacts/evidence-trail.ts'
import type { RoomSession } from '#client/session/room-session.ts'

/** How many cards of a kind lie on the pages of this room, followed as they come, go and are turned into others. */
export function useKindCount(session: RoomSession, kind: ArtefactKind): number {
  // What counts as evidence is what lies on a page, and typing does not wake it
  const graph = useEvidenceGraph(session)
  return graph.ids.filter((id) => graph.kindOf(id) === kind).length
}
