import type { MemberId } from '#shared/base/ids.ts'
import type { SeenState } from '#shared/facilitation/view.ts'
import type { Peer } from './room-session.ts'

/** A step in which one person shows and the others follow. */
export interface Presentation {
  stepId: string
  presenter: MemberId
  pageId: string
}

/** The presentation that the group is in; null while there is none. */
export function presentationIn(state: Pick<SeenState, 'step'> | null): Presentation | null {
  const step = state?.step.running?.step
  if (step?.mode.type !== 'present') return null
  return { stepId: step.id, presenter: step.mode.presenter, pageId: step.pageId }
}

/** The presenter's connection to follow: with several, the one that shows a slide, else one with the board open. */
export function presenterPeer(peers: readonly Peer[], presenter: MemberId): Peer | null {
  const own = peers.filter(({ memberId }) => memberId === presenter)
  return (
    own.find(({ presence }) => presence.f !== undefined) ??
    own.find(({ presence }) => presence.v !== undefined) ??
    own[0] ??
    null
  )
}
