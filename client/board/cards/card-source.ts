import i18next from 'i18next'
import { fieldAt } from '#shared/document/fields.ts'
import { imageAddress } from '#client/artefacts/assets.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import type { CardChanges } from './card-changes.ts'
import type { CardSource } from './card-room.ts'
import type { EvidenceIndex } from '#client/artefacts/evidence-index.ts'

/** What it takes to draw the cards of a room on its board. */
export function cardSourceOf(
  session: RoomSession,
  evidence: EvidenceIndex,
  changes: CardChanges,
  comments: CardSource['comments'],
  heldHeight: CardSource['heldHeight'],
  // Pictures show what everybody sees
  ballotBar: CardSource['ballotBar'] = () => 0,
): CardSource {
  return {
    ballotBar,
    session,
    evidence,
    changes,
    comments,
    heldHeight,
    texts: () => i18next.t,
    imageUrl: (assetId) => imageAddress(session, assetId),
    takes: (parentId) => fieldAt(session.roots.board, parentId)?.takes ?? [],
  }
}
