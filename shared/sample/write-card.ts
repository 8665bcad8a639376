import type { Authorship } from '../document/authorship.ts'
import { createArtefact } from '../document/artefacts.ts'
import { setAxesPlace } from '../document/containers.ts'
import { placeArtefact, seatFor } from '../document/placements.ts'
import type { Roots } from '../document/roots.ts'
import { kinds } from '../kinds/index.ts'
import type { SampleCard } from './card.ts'

/**
 * Writes a card of the sample as a person would: the card, and where it lies. What it lies on has to be there. Call
 * inside a transaction.
 */
export function writeCard(
  { artefacts, board }: Pick<Roots, 'artefacts' | 'board'>,
  { by: _, parentId, at, ...card }: SampleCard,
  authorship: Authorship,
): void {
  const artefactId = createArtefact(artefacts, { ...card, authorship })
  const size = kinds[card.kind].size
  const seat = seatFor(board, parentId, card.kind, size)
  const shapeId = `shape:${card.id}`
  placeArtefact(board, { id: shapeId, artefactId, ...seat })
  if (at) setAxesPlace(board, shapeId, at)
}
