import { createContext, useContext } from 'react'
import type { TFunction } from 'i18next'
import type { ArtefactKind } from '#shared/kinds/index.ts'
import type { CommentThreads } from '#client/artefacts/comments/comment-threads.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import type { SheetPlaces } from '../sheet/sheet-places.ts'
import type { Arranging } from '../board-props.ts'
import type { CardChanges } from './card-changes.ts'
import type { EvidenceIndex } from '#client/artefacts/evidence-index.ts'

/** What it takes to draw a card. */
export interface CardSource {
  session: Pick<RoomSession, 'artefacts'>
  evidence: EvidenceIndex
  changes: CardChanges
  /** What was said about a card. */
  comments: Pick<CommentThreads, 'markOf'>
  /** The translation of the moment; read when drawing, so that a switch of language needs no new canvas. */
  texts: () => TFunction
  imageUrl: (assetId: string) => string
  /** Height that a card needs for what lies on it; nothing where it holds none. */
  heldHeight: (shapeId: string) => number
  /** How much higher a card is by what this person votes with on it. */
  ballotBar: (artefactId: string) => number
  /** Kinds that the field takes in which something lies; none outside fields. */
  takes: (parentId: string) => readonly ArtefactKind[]
}

/** What a card on the canvas needs of the room it belongs to. One per mounted board, never replaced while it lives. */
export interface CardRoom extends CardSource {
  session: RoomSession
  /** Where everything on the sheets is. */
  places: SheetPlaces
  /** Brings what was just done into the document, so that the layout has placed it. */
  settle: () => void
  openCard: (artefactId: string) => void
  /** Asks where cards shall go, or which of other pages shall come here. */
  arrange: (what: Arranging) => void
}

const CardRoomContext = createContext<CardRoom | null>(null)
export const CardRoomProvider = CardRoomContext.Provider

export function useCardRoom(): CardRoom {
  const room = useContext(CardRoomContext)
  if (!room) throw new Error('a card outside a board')
  return room
}
