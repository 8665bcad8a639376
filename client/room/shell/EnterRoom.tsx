import { useEffect, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { DraftCard } from '#shared/document/draft-cards.ts'
import { useErrorText } from '#client/app/error-text.ts'
import { HomesContext } from '#client/artefacts/homes.ts'
import type { BoardCommands } from '#client/board/board-commands.ts'
import type { ListCommands } from '#client/list-view/list-commands.ts'
import type { OpenRoom } from '#client/session/open-room.ts'
import { toasts } from '#client/ui/toasts.ts'
import { createRoomView } from '#client/ui-state/room-view.ts'
import { Problem } from '#shared/errors/problem.ts'
import type { GroupView, WorkshopView } from '#shared/protocol/api.ts'
import { followPresenter } from '#client/facilitation/present/follow-presenter.ts'
import { followModeration } from '#client/facilitation/place/bring-along.ts'
import { EndedRoom } from './EndedRoom.tsx'
import { Lobby } from './Lobby.tsx'
import { NoLineBanner } from './NoLineBanner.tsx'
import { RescueBanner } from './RescueBanner.tsx'
import { RoomContext, type Room } from '#client/room-context/room-context.ts'
import { followPages } from '#client/room-context/room-pages.ts'
import { fetchAhead } from './room-parts.ts'
import { RoomLayout } from './RoomLayout.tsx'
import { RoomSkeleton } from './RoomSkeleton.tsx'
import { SlidesOfCards } from './SlidesOfCards.tsx'
import { isPhone } from '#client/room-context/use-phone.ts'
import { useRoomHomes } from './use-room-homes.ts'
import { useRoomSession, type Rescue } from './use-room-session.ts'

interface EnterRoomProps {
  workshop: WorkshopView
  group: GroupView
}

/** Opens the session and keeps it while the person is here. */
export function EnterRoom({ workshop, group }: EnterRoomProps) {
  const { session, rescue } = useRoomSession(workshop, group)
  if (!session) return <RoomSkeleton />
  return (
    <SessionRoom key={session.doc.guid} workshop={workshop} group={group} session={session} rescue={rescue} />
  )
}

interface SessionRoomProps extends EnterRoomProps {
  session: OpenRoom
  rescue: Rescue
}

function SessionRoom({ workshop, group, session, rescue }: SessionRoomProps) {
  const ready = useStore(session.connection, (connection) => connection.ready)
  const ended = useStore(session.connection, (connection) => connection.endedBecause)
  const room = useRoomParts(workshop, group, session)
  const homes = useRoomHomes(workshop, group)
  const waiting = useStore(session.connection, (connection) => connection.waiting)
  if (ended) {
    const words = <RescueBanner {...rescue} />
    return <EndedRoom code={ended} workshopId={workshop.id} groupId={group.id} rescue={words} />
  }
  if (waiting) return <Lobby title={workshop.title} group={group.name} />
  if (!ready || !room) return <RoomSkeleton notice={<NoLineBanner session={session} />} />
  return (
    <RoomContext value={room}>
      <HomesContext value={homes}>
        <SlidesOfCards>
          <RoomLayout rescue={rescue} />
        </SlidesOfCards>
      </HomesContext>
    </RoomContext>
  )
}

function useRoomParts(workshop: WorkshopView, group: GroupView, session: OpenRoom): Room | null {
  const board = useRef<BoardCommands | null>(null)
  const list = useRef<ListCommands | null>(null)
  const explain = useErrorText()
  const [view] = useState(() => createRoomView(isPhone() ? 'write' : 'board'))
  const [ownCards] = useState(() => createStore<readonly DraftCard[]>(() => []))
  const [pages, setPages] = useState<Room['pages'] | null>(null)

  useEffect(() => {
    const followed = followPages(session.roots)
    setPages(followed)
    return () => followed.stop()
  }, [session])

  useEffect(
    () => followModeration(session, view, (pageId, area) => board.current?.showArea(pageId, area)),
    [session, view],
  )
  useEffect(() => followPresenter(session, view), [session, view])
  // Others see on which page somebody is.
  useEffect(() => {
    const tell = ({ pageId }: { pageId: string | null }) => session.presence.show({ p: pageId ?? undefined })
    tell(view.getState())
    return view.subscribe((now, before) => now.pageId !== before.pageId && tell(now))
  }, [session, view])

  // What was said about a page goes with it.
  useEffect(() => view.subscribe((now, before) => now.pageId !== before.pageId && toasts.leavePage()), [view])
  useEffect(() => warnBeforeLosing(session), [session])
  useEffect(() => fetchWhenSynced(session), [session])
  useEffect(() => sayWhatWasTakenBack(session, explain), [session, explain])

  return useMemo(
    () => pages && { session, workshop, group, view, pages, ownCards, board, list },
    [session, workshop, group, view, pages, ownCards],
  )
}

/** After the first sync, so that nothing is in the way of what people wait for. */
function fetchWhenSynced(session: OpenRoom): () => void {
  if (session.connection.getState().synced) void fetchAhead()
  return session.connection.subscribe((now, before) => {
    if (now.synced && !before.synced) void fetchAhead()
  })
}

function sayWhatWasTakenBack(session: OpenRoom, explain: ReturnType<typeof useErrorText>): () => void {
  return session.connection.subscribe(({ corrected }, before) => {
    if (!corrected || corrected === before.corrected) return
    const text = explain(new Problem(corrected.code))
    // A paste of many cards is corrected many times
    toasts.show({ text, tone: 'attention', about: { topic: corrected.code, again: () => text } })
  })
}

/** Where this device keeps no copy, closing the page too early would lose words: the browser then asks first. */
function warnBeforeLosing(session: OpenRoom): () => void {
  const ask = (event: BeforeUnloadEvent) => {
    const { unsaved, copyKept } = session.connection.getState()
    if (unsaved && !copyKept) event.preventDefault()
  }
  window.addEventListener('beforeunload', ask)
  return () => window.removeEventListener('beforeunload', ask)
}
