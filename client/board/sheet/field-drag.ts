import { react, type Editor, type IndexKey, type TLShape, type TLShapeId } from 'tldraw'
import { indexAtRank } from '#shared/document/order.ts'
import { storedAxesPlace } from '#shared/document/containers.ts'
import { worthAt } from '#shared/layout/held-cards.ts'
import { crossOf } from './containers.ts'
import { columnMeasures, seatedAt } from '#shared/layout/grid.ts'
import type { StoreBinding } from '../records/store-binding.ts'
import type { CardRoom } from '../cards/card-room.ts'
import { isSheetPage } from './sheet-pages.ts'
import { rankIn } from './card-seats.ts'

/**
 * Cards in a hand are where the hand is. Let go over a field they take their rank there; let go beside the fields they
 * stand on the sheet's columns, below what flows. Returns how to stop.
 */
export function seatDraggedCards(editor: Editor, room: CardRoom, binding: StoreBinding): () => void {
  let inHand: readonly TLShapeId[] = []
  return react('cards in the hand', () => {
    const drags = editor.isIn('select.translating')
    if (drags === inHand.length > 0) return
    if (drags) {
      inHand = editor.getSelectedShapeIds()
      room.places.hold(inHand)
      return
    }
    const letGo = inHand
    inHand = []
    // Once the canvas has finished its own doing.
    queueMicrotask(() => {
      room.places.hold([])
      seat(editor, room, letGo)
      binding.flush()
      binding.relay(letGo)
    })
  })
}

function seat(editor: Editor, room: CardRoom, ids: readonly TLShapeId[]): void {
  const moved = new Set<string>(ids)
  const byPlace = ids.flatMap((id) => {
    const shape = editor.getShape(id)
    const bounds = editor.getShapePageBounds(id)
    return shape?.type === 'card' && bounds ? [{ shape, bounds }] : []
  })
  byPlace.sort((a, b) => a.bounds.y - b.bounds.y || a.bounds.x - b.bounds.x)
  for (const { shape, bounds } of byPlace) {
    if (room.places.isOnAxes(shape.parentId)) takeWorth(editor, room, shape)
    else if (room.places.isComputed(shape)) {
      takeRank(editor, room, shape, bounds.center, moved)
      moved.delete(shape.id)
    } else if (isSheetPage(editor, shape.parentId)) standOnColumns(editor, room, shape)
  }
}

function takeRank(
  editor: Editor,
  room: CardRoom,
  shape: TLShape,
  at: { x: number; y: number },
  moved: ReadonlySet<string>,
): void {
  const { rank, siblings } = rankIn(editor, room, shape.parentId as TLShapeId, at, moved)
  const before = siblings[rank - 1]?.index ?? ''
  const after = siblings[rank]?.index ?? '~'
  if (shape.index > before && shape.index < after) return
  editor.updateShape({ id: shape.id, type: shape.type, index: indexAtRank(siblings, rank) as IndexKey })
}

/** On a matrix, what counts is how far along both axes a card lies. */
function takeWorth(editor: Editor, room: CardRoom, shape: TLShape): void {
  const cross = crossOf(editor, room, shape.parentId as TLShapeId)
  const { width: w, height: h } = editor.getShapeGeometry(shape).bounds
  if (!cross) return
  const at = storedAxesPlace(shape.parentId, worthAt(cross, { x: shape.x, y: shape.y, w, h }))
  editor.updateShape({ id: shape.id, type: shape.type, meta: { ...shape.meta, at } })
}

function standOnColumns(editor: Editor, room: CardRoom, shape: TLShape): void {
  const places = room.places.on(editor.getCurrentPageId())
  const stored = Number(room.session.roots.board.get(shape.id)?.get('p.w')) || columnMeasures.w
  const lowest = places && places.fields.length > 0 ? places.growth.to + columnMeasures.gap : 0
  const { x, y } = seatedAt({ x: shape.x, y: Math.max(lowest, shape.y) }, stored)
  editor.updateShape({ id: shape.id, type: shape.type, x, y })
}
