import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import { presentationIn, presenterPeer } from '#client/session/presenter.ts'
import { useFacilitation, useRoom, useView } from '#client/room-context/room-context.ts'
import type { MemberId } from '#shared/base/ids.ts'
import { slidesOf, type Slide } from '#shared/document/slides.ts'

interface PresentationHere {
  stepId: string
  isMine: boolean
  presenter: MemberId
  /** Of whoever presents; null while they are not connected. */
  name: string | null
  /** What is shown: the frame, or the page as it is. */
  slideId: string | null
  pageId: string | null
}

/** The presentation that the group is in, as this person takes part in it; null while there is none. */
export function usePresentation(): PresentationHere | null {
  const { session } = useRoom()
  const step = useFacilitation(({ state }) => state?.step)
  const me = useFacilitation((facilitation) => facilitation.me)
  const own = useView(({ slideId }) => slideId)
  const ownPage = useView(({ pageId }) => pageId)
  const presentation = step ? presentationIn({ step }) : null
  const presenter = presentation?.presenter
  const name = useStore(session.presence.peers, (peers) => presenter && presenterPeer(peers, presenter)?.name)
  const slide = useStore(
    session.presence.peers,
    (peers) => (presenter && presenterPeer(peers, presenter)?.presence.f) || null,
  )
  const page = useStore(
    session.presence.peers,
    (peers) => (presenter && presenterPeer(peers, presenter)?.presence.p) || null,
  )
  if (!presentation || !me) return null
  const { stepId } = presentation
  const shared = { stepId, presenter: presentation.presenter }
  return me.memberId === presenter
    ? { ...shared, isMine: true, name: me.name, slideId: own, pageId: ownPage }
    : { ...shared, isMine: false, name: name ?? null, slideId: slide, pageId: page }
}

/** The frames of a page, as slides. */
export function useSlides(pageId: string | null): readonly Slide[] {
  const { session } = useRoom()
  const { board } = session.roots
  const subscribe = useCallback(
    (wake: () => void) => {
      board.observeDeep(wake)
      return () => board.unobserveDeep(wake)
    },
    [board],
  )
  const key = useSyncExternalStore(subscribe, () =>
    JSON.stringify(pageId === null ? [] : slidesOf(board, pageId)),
  )
  return useMemo(() => JSON.parse(key) as Slide[], [key])
}

/** The slide beside the one shown; null before the first: the whole page. Past the last one it stays. */
export function slideBeside(
  slides: readonly Slide[],
  shown: string | null,
  way: 'previous' | 'next',
): string | null {
  const at = slides.findIndex(({ id }) => id === shown)
  const to = way === 'next' ? Math.min(at + 1, slides.length - 1) : at - 1
  return slides[to]?.id ?? null
}
