import { presentationIn, presenterPeer, type Presentation } from '#client/session/presenter.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { goAlong, type RoomViewStore } from '#client/ui-state/room-view.ts'

type Followed = Pick<RoomSession, 'facilitation' | 'presence'> & {
  roots: Pick<RoomSession['roots'], 'board'>
}

/**
 * Takes this person along with whoever presents, or shows the others what they present. Invariants (cited by the
 * tests):
 * 1. Everybody follows when a presentation begins or goes to somebody else; whoever left stays away until then.
 * 2. Looking elsewhere, at another page or a card, is leaving.
 * 3. What is shown is the presenter's alone: nobody else's slide or laser is told.
 */
export function followPresenter(session: Followed, view: RoomViewStore): () => void {
  let present: Presentation | null = null
  const amPresenter = () =>
    present !== null && present.presenter === session.facilitation.getState().me?.memberId

  const begin = () => {
    const now = presentationIn(session.facilitation.getState().state)
    const isSame = now?.stepId === present?.stepId && now?.presenter === present?.presenter
    present = now
    if (!isSame) view.setState({ withPresenter: true, slideId: null, laser: false })
    goOn()
  }
  const goOn = () => {
    if (!present || amPresenter() || !view.getState().withPresenter) return
    const shown = presenterPeer(session.presence.peers.getState(), present.presenter)?.presence
    if (!shown?.p || !session.roots.board.has(shown.p)) return
    goAlong(view, shown.p)
    if (view.getState().face === 'list' && !isWriting()) bringInFront(view, shown.f ?? null)
  }
  let inFront: string | null = null
  const bringInFront = (to: RoomViewStore, slideId: string | null) => {
    if (slideId === inFront) return
    inFront = slideId
    if (slideId !== null) to.setState({ focusShapeId: slideId })
  }
  const tell = () => {
    const { slideId, laser } = view.getState()
    const shows = amPresenter()
    const { own } = session.presence
    const next = { f: (shows && slideId) || undefined, l: shows && laser ? (1 as const) : undefined }
    if (own.getState().f !== next.f || own.getState().l !== next.l) session.presence.show(next)
  }

  begin()
  tell()
  const stop = [
    session.facilitation.subscribe((now, before) => {
      if (now.state?.step === before.state?.step && now.me === before.me) return
      begin()
      tell()
    }),
    session.presence.peers.subscribe(goOn),
    view.subscribe((now, before) => {
      const goesToCard = now.focusShapeId !== null && now.focusShapeId !== before.focusShapeId
      if (
        goesToCard &&
        now.withPresenter &&
        now.focusShapeId !== inFront &&
        !now.focusShapeId?.startsWith('page:')
      )
        return view.setState({ withPresenter: false, slideId: null })
      if (now.withPresenter && !before.withPresenter) goOn()
      tell()
    }),
  ]
  return () => stop.forEach((end) => end())
}

/** The focus stays where somebody writes. */
function isWriting(): boolean {
  const { activeElement } = document
  return (
    activeElement instanceof HTMLElement &&
    (activeElement.isContentEditable || activeElement.matches('input, textarea, select'))
  )
}
