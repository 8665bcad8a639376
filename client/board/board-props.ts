import type { Ref } from 'react'
import type { MemberId } from '#shared/base/ids.ts'
import type { DraftCard } from '#shared/document/draft-cards.ts'
import type { Ranks } from '#shared/layout/held-cards.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import type { BoardCommands } from './board-commands.ts'

/** What the room asks about before it happens. */
export type Arranging = { type: 'move'; shapeIds: readonly string[] } | { type: 'bring' }

/** What a view is kept on: a frame of the page, or whatever somebody who presents sees. */
export type HeldView = { on: 'slide'; frameId: string } | { on: 'presenter'; memberId: MemberId }

export interface BoardProps {
  session: RoomSession
  /** Page to show. A page that does not exist leaves the view where it is. */
  pageId: string
  /** This person went to another page on the board itself, e.g. by following somebody. */
  onPageChange: (pageId: string) => void
  onOpenCard: (artefactId: string) => void
  /** Brings a card into view and selects it, whenever this changes. */
  focusShapeId?: string | null
  /** Selection made elsewhere, e.g. in the list. */
  selectedShapeIds?: readonly string[]
  onSelectionChange?: (shapeIds: string[]) => void
  /** Adds a visible way to the list view. */
  onShowList?: () => void
  /** Cards shall be moved to a place that is chosen, or come from other pages. */
  onArrange?: (what: Arranging) => void
  /** Keeps the view on something until this person's hand moves it. */
  heldView?: HeldView | null
  onMovedByHand?: () => void
  /** Order in which cards are shown, by artefact, instead of how they lie; for this person alone. */
  ranks?: Ranks
  /** Cards that only this person has, shown where they would lie. */
  own?: readonly DraftCard[]
  readOnly: boolean
  /** tldraw's licence key, where the operator has one. */
  licenseKey?: string | undefined
  ref?: Ref<BoardCommands>
}
