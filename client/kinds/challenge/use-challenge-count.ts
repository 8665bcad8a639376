import { useEffect, useState } from 'react'
import { challengePrint } from '#shared/consent/precedents.ts'
import { headlineOf } from '#shared/document/artefacts.ts'
import type { PhasesView } from '#shared/protocol/api.ts'
import { askedLately } from '#client/artefacts/asked-lately.ts'
import { useEvidenceGraph } from '#client/artefacts/evidence-trail.ts'
import type { RoomSession } from '#client/session/room-session.ts'

/**
 * How many design challenges there are in the workshop, as far as one may know: those on the pages of this room, followed
 * as they come and go, and those of the other groups. The same question in two rooms is one.
 */
export function useChallengeCount(session: RoomSession): number {
  // What counts as evidence is what lies on a page, and typing does not wake it
  const graph = useEvidenceGraph(session)
  const elsewhere = useChallengesElsewhere(session)
  const here = graph.ids.filter((id) => graph.kindOf(id) === 'challenge')
  const asked = here.map((id) => headlineOf(session.artefacts.get(id)!).trim())
  const worded = asked.filter(Boolean).map(challengePrint)
  return new Set([...worded, ...elsewhere]).size + asked.filter((question) => question === '').length
}

const none: readonly string[] = []

/** As fingerprints; none while nobody knows yet, and without a line. */
function useChallengesElsewhere(session: RoomSession): readonly string[] {
  const [prints, setPrints] = useState(none)
  useEffect(() => {
    let isHere = true
    void askedLately<PhasesView>(session, 'phasesNow').then((answer) => {
      if (isHere && answer) setPrints(answer.groups.flatMap(({ challenges }) => challenges))
    })
    return () => {
      isHere = false
    }
  }, [session])
  return prints
}
