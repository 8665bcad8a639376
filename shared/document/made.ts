import type { FieldValue } from '../kinds/field.ts'
import { isKind, type ArtefactKind } from '../kinds/index.ts'
import { countsUnplaced } from '../kinds/listed.ts'
import { isBlank } from './artefacts.ts'

/** How many cards of each kind there are that somebody has written something on. */
export type Made = Readonly<Partial<Record<ArtefactKind, number>>>

/** A card as a document or a snapshot of it holds it, of a kind that this version may not know. */
interface Counted {
  id: string
  kind: string
  fields: Record<string, FieldValue>
}

/**
 * Counts what a group has made: cards on its board, and what need not lie there to count, which are interviews and what
 * stands in a catalogue.
 */
export function madeOf(cards: Iterable<Counted>, isPlaced: (id: string) => boolean): Made {
  const made: Partial<Record<ArtefactKind, number>> = {}
  for (const card of cards) {
    const { id, kind } = card
    if (!isKind(kind)) continue
    const counts = isPlaced(id) || countsUnplaced(card)
    if (counts && !isBlank({ kind, fields: card.fields })) made[kind] = (made[kind] ?? 0) + 1
  }
  return made
}
