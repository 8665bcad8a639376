import type * as Y from 'yjs'
import { generateKeyBetween } from 'fractional-indexing-jittered'
import { newId } from '../base/ids.ts'
import { numberIn, textIn, writeRecord, type BoardRecord } from './board-record.ts'
import { fieldAt, homeOf, isFlowing } from './fields.ts'
import { limits } from '../base/limits.ts'
import { boxOf } from './shape-box.ts'

/**
 * Placements: the board's card shapes, created and moved without a canvas, so that list view, phone and server can do
 * what the board can. Positions are relative to the parent (page or frame), as in tldraw.
 * Call the writing functions inside a transaction.
 */
interface NewPlacement {
  /** Of the shape; a fresh one where it is left out. */
  id?: string
  artefactId: string
  /** A page or a frame. */
  parentId: string
  x: number
  y: number
  w: number
  h: number
}

const GAP = 24
/** The narrowest card. */
const LEAST_W = 184
const COLUMNS = 6
/** A field has its title inside. */
const UNDER_TITLE = 36

/** Places an artefact; returns the shape's record id. The new card lies on top of its siblings. */
export function placeArtefact(board: Y.Map<Y.Map<unknown>>, placement: NewPlacement): string {
  const { id = `shape:${newId()}`, artefactId, parentId, x, y, w, h } = placement
  const record: BoardRecord = {
    id,
    typeName: 'shape',
    type: 'card',
    parentId,
    index: topIndex(board, parentId),
    x,
    y,
    rotation: 0,
    isLocked: false,
    opacity: 1,
    props: { w, h, artefactId },
    meta: {},
  }
  writeRecord(board, record)
  return id
}

/**
 * Where a card goes that somebody makes for a page or frame without pointing at a place there: behind the last one of
 * the field it belongs to, else to a free spot.
 */
export function seatFor(board: Y.Map<Y.Map<unknown>>, parentId: string, kind: unknown, size: Size): Spot {
  const home = homeOf(board, parentId, kind)
  if (isFlowing(board, home)) return { parentId: home, x: 0, y: 0, ...size }
  const fitting = fittingIn(board, home, size)
  return { parentId: home, ...freeSpot(board, home, fitting), ...fitting }
}

interface Size {
  w: number
  h: number
}

/** Where a card lies in its parent, and how large it is there. */
export interface Spot extends Size {
  parentId: string
  x: number
  y: number
}

/** No wider than a frame, which would cut it off. */
export function fittingIn(board: Y.Map<Y.Map<unknown>>, parentId: string, { w, h }: Size): Size {
  const across = numberIn(board.get(parentId)?.get('p.w'))
  return { w: across ? Math.min(w, Math.max(LEAST_W, across - 2 * GAP)) : w, h }
}

/**
 * Moves a placement into another page or frame, to where it belongs there.
 * @param kind the card's, which decides about the field
 */
export function moveToParent(
  board: Y.Map<Y.Map<unknown>>,
  shapeId: string,
  parentId: string,
  kind: unknown = null,
): void {
  const shape = board.get(shapeId)
  if (!shape || shape.get('parentId') === parentId || isWithin(board, parentId, shapeId)) return
  const size = { w: numberIn(shape.get('p.w')) || 200, h: numberIn(shape.get('p.h')) || 160 }
  const seat = seatFor(board, parentId, kind, size)
  if (shape.get('parentId') === seat.parentId) return
  shape.set('xy', [seat.x, seat.y])
  if (seat.w < size.w && shape.has('p.w')) shape.set('p.w', seat.w)
  shape.set('index', topIndex(board, seat.parentId))
  shape.set('parentId', seat.parentId)
}

/** Whether something lies on a shape, however deep: nothing can be put on itself. */
export function isWithin(board: Y.Map<Y.Map<unknown>>, id: string, shapeId: string): boolean {
  for (let at = id, depth = 0; at.startsWith('shape:') && depth <= limits.maxShapeNesting; depth++) {
    if (at === shapeId) return true
    at = textIn(board.get(at)?.get('parentId'))
  }
  return false
}

/**
 * Takes a placement off the board. The artefact stays in the document (docs/decisions/0002), and cards that lay on it
 * stay on the board.
 */
export function removePlacement(board: Y.Map<Y.Map<unknown>>, shapeId: string): void {
  const parentId = textIn(board.get(shapeId)?.get('parentId'))
  board.forEach((record, id) => {
    if (record.get('parentId') === shapeId) moveToParent(board, id, parentId)
  })
  board.delete(shapeId)
}

/**
 * A spot inside a parent where a new shape covers no other and no frame's name: row by row, left to right. Rows begin
 * below whatever is there, so that something high does not lie far below something low.
 */
export function freeSpot(
  board: Y.Map<Y.Map<unknown>>,
  parentId: string,
  size: { w: number; h: number },
): { x: number; y: number } {
  const taken = childrenOf(board, parentId).map(boxOf)
  const frame = board.get(parentId)
  const below = fieldAt(board, parentId) ? UNDER_TITLE : 0
  const width = numberIn(frame?.get('p.w')) || COLUMNS * (size.w + GAP) + GAP
  const perRow = Math.max(1, Math.floor((width - GAP) / (size.w + GAP)))
  const top = GAP + below
  const rows = [top, ...taken.map(({ y, h }) => y + h + GAP).filter((y) => y > top)]
  for (const y of [...new Set(rows)].sort((a, b) => a - b))
    for (let column = 0; column < perRow; column++) {
      const x = GAP + column * (size.w + GAP)
      const isFree = taken.every(
        (box) => x + size.w <= box.x || x >= box.x + box.w || y + size.h <= box.y || y >= box.y + box.h,
      )
      if (isFree) return { x, y }
    }
  return { x: GAP, y: top }
}

function childrenOf(board: Y.Map<Y.Map<unknown>>, parentId: string): Y.Map<unknown>[] {
  return [...board.values()].filter((record) => record.get('parentId') === parentId)
}

function topIndex(board: Y.Map<Y.Map<unknown>>, parentId: string): string {
  let top: string | null = null
  for (const sibling of childrenOf(board, parentId)) {
    const index = sibling.get('index')
    if (typeof index === 'string' && (top === null || index > top)) top = index
  }
  return generateKeyBetween(top, null)
}

/** Those of some records that left the board whose page is still there, whatever they lay in. */
export function withGround(board: Y.Map<Y.Map<unknown>>, records: readonly BoardRecord[]): BoardRecord[] {
  const coming = new Map(records.map((record) => [record.id, textIn(record.parentId)]))
  return records.filter(({ parentId }) => {
    const seen = new Set<string>()
    let at = textIn(parentId)
    for (let above = coming.get(at); above !== undefined && !seen.has(at); above = coming.get(at)) {
      seen.add(at)
      at = above
    }
    return board.has(at)
  })
}
