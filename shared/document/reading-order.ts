import type * as Y from 'yjs'
import { textIn } from './board-record.ts'
import { isFlowing } from './fields.ts'
import { cardsInOrder, indexAtRank } from './order.ts'
import { inReadingOrder } from './outline.ts'
import { positionOf } from './shape-box.ts'

/**
 * Order without a canvas. In a flowing field the order is stored. Elsewhere a board has positions, not an order; what
 * the list view calls "earlier" and "later" is the
 * reading order of the cards' positions. Moving a card in that order passes the positions on: the places on the board
 * stay the same, the cards change seats. Nothing new can overlap, and cards that keep their rank stay where they are.
 *
 * Call inside a transaction.
 */
export function moveInReadingOrder(board: Y.Map<Y.Map<unknown>>, shapeId: string, by: number): boolean {
  const parentId = textIn(board.get(shapeId)?.get('parentId'))
  return isFlowing(board, parentId)
    ? moveInOrder(board, parentId, shapeId, by)
    : changeSeats(board, shapeId, by)
}

/** In a field the order itself is stored. */
function moveInOrder(board: Y.Map<Y.Map<unknown>>, parentId: string, shapeId: string, by: number): boolean {
  const cards = cardsInOrder(board, parentId)
  const from = cards.findIndex(({ id }) => id === shapeId)
  const to = Math.max(0, Math.min(cards.length - 1, from + by))
  if (from === -1 || to === from) return false
  const others = cards.filter(({ id }) => id !== shapeId)
  board.get(shapeId)?.set('index', indexAtRank(others, to))
  return true
}

function changeSeats(board: Y.Map<Y.Map<unknown>>, shapeId: string, by: number): boolean {
  const seats = seatsBeside(board, shapeId)
  const from = seats.findIndex((seat) => seat.id === shapeId)
  const to = Math.max(0, Math.min(seats.length - 1, from + by))
  if (from === -1 || to === from) return false
  const order = seats.map((seat) => seat.id)
  order.splice(to, 0, ...order.splice(from, 1))
  order.forEach((id, index) => {
    const seat = seats[index]!
    if (id !== seat.id || seat.moved) board.get(id)?.set('xy', [seat.x, seat.y])
  })
  return true
}

/** Rank of a card among those with the same parent: `{ index, count }`, index from 0. */
export function rankOf(board: Y.Map<Y.Map<unknown>>, shapeId: string): { index: number; count: number } {
  const parentId = textIn(board.get(shapeId)?.get('parentId'))
  if (isFlowing(board, parentId)) {
    const cards = cardsInOrder(board, parentId)
    return { index: cards.findIndex(({ id }) => id === shapeId), count: cards.length }
  }
  const seats = seatsBeside(board, shapeId)
  return { index: seats.findIndex((seat) => seat.id === shapeId), count: seats.length }
}

interface Seat {
  id: string
  x: number
  y: number
  moved: boolean
}

/** Seats of the card and its siblings. Cards on the very same spot are pulled apart, else they could not change. */
function seatsBeside(board: Y.Map<Y.Map<unknown>>, shapeId: string): Seat[] {
  const parentId = board.get(shapeId)?.get('parentId')
  const seats: Seat[] = []
  board.forEach((record, id) => {
    if (record.get('type') !== 'card' || record.get('parentId') !== parentId) return
    const [x, y] = positionOf(record)
    seats.push({ id, x, y, moved: false })
  })
  const ordered = inReadingOrder(seats)
  ordered.forEach((seat, index) => {
    const before = ordered[index - 1]
    if (!before || seat.y !== before.y || seat.x > before.x) return
    seat.x = before.x + 24
    seat.moved = true
  })
  return ordered
}
