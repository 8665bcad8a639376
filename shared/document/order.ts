import type * as Y from 'yjs'
import { generateKeyBetween } from 'fractional-indexing-jittered'
import { textIn } from './board-record.ts'

/** Order among siblings is stored as a fractional index, so that one card moves and no other changes. */
interface Ordered {
  id: string
  index: string
}

/** By index, and by id where two people took the same one at once. */
export const byOrder = (a: Ordered, b: Ordered): number =>
  a.index === b.index ? (a.id < b.id ? -1 : 1) : a.index < b.index ? -1 : 1

export const inOrder = <Item extends Ordered>(items: readonly Item[]): Item[] => [...items].sort(byOrder)

/** The cards directly under a parent, in their order. */
export function cardsInOrder(board: Y.Map<Y.Map<unknown>>, parentId: string): Ordered[] {
  const cards: Ordered[] = []
  board.forEach((record, id) => {
    if (record.get('type') === 'card' && record.get('parentId') === parentId)
      cards.push({ id, index: textIn(record.get('index')) })
  })
  return inOrder(cards)
}

/**
 * An index that comes at a rank among siblings.
 * @param siblings in their order, without what is being moved
 * @param rank 0 is before the first; anything past the last is behind it
 */
export function indexAtRank(siblings: readonly Ordered[], rank: number): string {
  const before = siblings[Math.min(rank, siblings.length) - 1]?.index ?? null
  const after = siblings.slice(Math.max(0, rank)).find(({ index }) => before === null || index > before)
  return generateKeyBetween(before, after?.index ?? null)
}
