import type * as Y from 'yjs'
import { isKind, traitsOf } from '../kinds/index.ts'
import type { Holding } from '../kinds/spec.ts'
import { numberIn, textIn } from './board-record.ts'
import { artefactsBeside, type Roots } from './roots.ts'

/**
 * Cards that lie on cards: a cluster holds its members in an order, a matrix by their worth on its two axes. The
 * placement's parent is the only truth of it, so that a card is in one place, whoever moved it last; what a container
 * holds is derived from there and never stored twice.
 */
type Board = Y.Map<Y.Map<unknown>>

/** How the card of this placement holds others; null where it holds none, or where this is no card. */
export function holdingOf(board: Board, shapeId: string): Holding | null {
  const record = board.get(shapeId)
  if (record?.get('type') !== 'card') return null
  const kind = artefactsBeside(board)
    ?.get(textIn(record.get('p.artefactId')))
    ?.get('kind')
  return isKind(kind) ? (traitsOf(kind).holds ?? null) : null
}

/**
 * Entry of a card's placement that holds others in an order and is folded: for everybody, as everything on the board is.
 * What lies on it stays there, out of sight.
 */
export const FOLDED = 'm.folded'

/** Whether what lies on this card is out of sight. Only what holds cards in an order folds. */
export const isFolded = (board: Board, shapeId: string): boolean =>
  board.get(shapeId)?.get(FOLDED) === true && holdingOf(board, shapeId)?.by === 'order'

/** Folds a card that holds others, or unfolds it. Call inside a transaction. */
export function setFolded(board: Board, shapeId: string, folded: boolean): void {
  const record = board.get(shapeId)
  if (folded) record?.set(FOLDED, true)
  else record?.delete(FOLDED)
}

/** Worth on both axes, from 0 (left, bottom) to 100 (right, top). */
export interface AxesPlace {
  x: number
  y: number
}

export const MIDDLE: AxesPlace = { x: 50, y: 50 }

/**
 * Where a card lies on the matrix that holds it; null while nobody has said. It is stored with the matrix it was meant
 * for (`meta.at`), so that of two people who move a card at once nobody puts it where neither wanted it.
 */
export function axesPlaceOf(record: Y.Map<unknown>): AxesPlace | null {
  const at = record.get('m.at')
  if (!Array.isArray(at) || at[0] !== record.get('parentId')) return null
  const [x, y] = [numberIn(at[1]), numberIn(at[2])]
  return Number.isFinite(x) && Number.isFinite(y) ? { x: onAxis(x), y: onAxis(y) } : null
}

/** As it is stored: whole numbers, which can be said and typed. */
export const storedAxesPlace = (matrixId: string, { x, y }: AxesPlace): [string, number, number] => [
  matrixId,
  onAxis(x),
  onAxis(y),
]

const onAxis = (worth: number) => Math.round(Math.min(100, Math.max(0, worth)))

export const quadrants = ['topLeft', 'topRight', 'bottomLeft', 'bottomRight'] as const
type Quadrant = (typeof quadrants)[number]

/** The quadrant a card lies in, which follows from its place alone; null on an axis, and while it has no place. */
export function quadrantOf(place: AxesPlace | null): Quadrant | null {
  if (!place || place.x === 50 || place.y === 50) return null
  if (place.y > 50) return place.x < 50 ? 'topLeft' : 'topRight'
  return place.x < 50 ? 'bottomLeft' : 'bottomRight'
}

/** Puts a card that lies on a matrix to its worth on the axes. Call inside a transaction. */
export function setAxesPlace(board: Board, shapeId: string, place: AxesPlace): void {
  const record = board.get(shapeId)
  if (record) record.set('m.at', storedAxesPlace(textIn(record.get('parentId')), place))
}

/** One card lying on another, by their artefacts. */
interface Membership {
  container: string
  member: string
  quadrant: Quadrant | null
}

/** Every card that lies on another. */
export function membershipsIn({ board }: Pick<Roots, 'board'>): Membership[] {
  const memberships: Membership[] = []
  board.forEach((record) => {
    const parentId = textIn(record.get('parentId'))
    if (record.get('type') !== 'card' || holdingOf(board, parentId) === null) return
    memberships.push({
      container: textIn(board.get(parentId)?.get('p.artefactId')),
      member: textIn(record.get('p.artefactId')),
      quadrant: quadrantOf(axesPlaceOf(record)),
    })
  })
  return memberships
}

/** What lies on a card, counted. */
export interface HeldCount {
  cards: number
  folded: boolean
  quadrants: Readonly<Partial<Record<Quadrant, number>>>
}

/** By the artefacts of the cards that hold others; those that are empty are not among them. */
export function heldCounts(
  roots: Pick<Roots, 'board'>,
  memberships: readonly Membership[] = membershipsIn(roots),
): ReadonlyMap<string, HeldCount> {
  const counts = new Map<string, HeldCount>()
  for (const { container, quadrant } of memberships) {
    const { cards, folded, quadrants } = counts.get(container) ?? { cards: 0, folded: false, quadrants: {} }
    const inside = quadrant ? { ...quadrants, [quadrant]: (quadrants[quadrant] ?? 0) + 1 } : quadrants
    counts.set(container, { cards: cards + 1, folded, quadrants: inside })
  }
  roots.board.forEach((record, id) => {
    const container = textIn(record.get('p.artefactId'))
    const count = counts.get(container)
    if (count && isFolded(roots.board, id)) counts.set(container, { ...count, folded: true })
  })
  return counts
}
