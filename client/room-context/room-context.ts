import { createContext, useContext, type RefObject } from 'react'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import type { DraftCard } from '#shared/document/draft-cards.ts'
import type { BoardCommands } from '#client/board/board-commands.ts'
import type { ListCommands } from '#client/list-view/list-commands.ts'
import type { OpenRoom } from '#client/session/open-room.ts'
import type { FacilitationView } from '#client/session/room-session.ts'
import type { RoomView, RoomViewStore } from '#client/ui-state/room-view.ts'
import type { GroupView, WorkshopView } from '#shared/protocol/api.ts'
import type { RoomPage, RoomPages } from './room-pages.ts'

/** Everything the parts of a room share. */
export interface Room {
  session: OpenRoom
  workshop: WorkshopView
  group: GroupView
  view: RoomViewStore
  pages: RoomPages
  /** Cards that this person writes in silence on the page in front, for nobody else's eyes. */
  ownCards: StoreApi<readonly DraftCard[]>
  /** The board while it is on screen. */
  board: RefObject<BoardCommands | null>
  /** The list while it is on screen. */
  list: RefObject<ListCommands | null>
}

export const RoomContext = createContext<Room | null>(null)

export function useRoom(): Room {
  const room = useContext(RoomContext)
  if (!room) throw new Error('outside of a room')
  return room
}

export function useView<Part>(select: (view: RoomView) => Part): Part {
  return useStore(useRoom().view, select)
}

export function useFacilitation<Part>(select: (facilitation: FacilitationView) => Part): Part {
  return useStore(useRoom().session.facilitation, select)
}

export function usePages(): readonly RoomPage[] {
  return useStore(useRoom().pages.store)
}

/** The page in front of this person. */
export function useOwnPage(): RoomPage | null {
  const pageId = useView((view) => view.pageId)
  return usePages().find((page) => page.id === pageId) ?? null
}

/** The page the group works on. */
export function useGroupPage(): RoomPage | null {
  const pageId = useFacilitation(({ state }) => state?.place.pageId)
  return usePages().find((page) => page.id === pageId) ?? null
}
