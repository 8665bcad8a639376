import type { OpenRoom } from '#client/session/open-room.ts'
import { bringAlong, type RoomViewStore } from '#client/ui-state/room-view.ts'
import type { Gathering, Place } from '#shared/facilitation/place/state.ts'

/** Where a part of a page is to be shown; null means the whole page. */
type ShowArea = (pageId: string, area: Gathering['area']) => void

/**
 * Takes this person to where the moderation wants everybody, at entering and whenever it changes. Whoever imposed it
 * stays where they are.
 */
export function followModeration(session: OpenRoom, view: RoomViewStore, showArea: ShowArea): () => void {
  const react = (state: Place | null, before: Place | null) => {
    if (!state) return
    if (!before) arrive(state, view, showArea)
    else if (state.gathering && state.gathering.at !== before.gathering?.at)
      gather(session, state, view, showArea)
    else if (state.pageId !== before.pageId) bringAlong(view, state.pageId, 'page')
  }
  react(session.facilitation.getState().state?.place ?? null, null)
  return session.facilitation.subscribe((now, before) => {
    if (now.state?.place !== before.state?.place) react(now.state?.place ?? null, before.state?.place ?? null)
  })
}

function arrive(state: Place, view: RoomViewStore, showArea: ShowArea): void {
  if (view.getState().pageId === null) view.setState({ pageId: state.pageId })
  if (state.gathering) showArea(state.gathering.pageId, state.gathering.area)
}

function gather(session: OpenRoom, { gathering }: Place, view: RoomViewStore, showArea: ShowArea): void {
  if (!gathering || gathering.by === session.facilitation.getState().me?.memberId) return
  const before = view.getState().pageId
  bringAlong(view, gathering.pageId, 'gathering')
  if (before === gathering.pageId) view.setState({ broughtFrom: { pageId: before, reason: 'gathering' } })
  showArea(gathering.pageId, gathering.area)
}
