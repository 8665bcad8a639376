import type { DraftCard } from '#shared/document/draft-cards.ts'
import { isFlowing } from '#shared/document/fields.ts'
import { RevealPlaces } from '#shared/document/reveal-places.ts'
import type { Box } from '#shared/document/shape-box.ts'
import { kinds } from '#shared/kinds/index.ts'
import type { Projection } from '#shared/layout/page-places.ts'
import { isHome, neededHeight } from '../cards/card-face.ts'
import type { CardRoom } from '../cards/card-room.ts'

/** Where a card goes that only its writer has, once it is revealed. */
export interface OwnSeat {
  card: DraftCard
  parentId: string
  /** Relative to the parent; null where the field's layout says. */
  box: Box | null
}

/** A card with little on it is still seen. */
const MIN_HEIGHT = 56

/** The same places as the revealing finds, as far as nobody else's cards come in between. */
export function ownSeats({ session }: Pick<CardRoom, 'session'>, own: readonly DraftCard[]): OwnSeat[] {
  const { board } = session.roots
  const places = new RevealPlaces(board)
  return own.flatMap((card) => {
    const place = places.next(card)
    if (!place) return []
    const { parentId, x, y } = place
    const box = isFlowing(board, parentId) ? null : { x, y, ...kinds[card.artefact.kind].size }
    return [{ card, parentId, box }]
  })
}

/** What flows in a field among the others. */
export const flowingOf = (room: CardRoom, seats: readonly OwnSeat[]): Projection['own'] =>
  seats.flatMap(({ card, parentId, box }) => {
    if (box) return []
    const { artefact, shapeId } = card
    const home = isHome(room.takes(parentId), artefact.kind)
    const heightAt = (w: number) => Math.max(MIN_HEIGHT, neededHeight(room, artefact, w, home))
    return [{ id: shapeId, parentId, heightAt }]
  })
