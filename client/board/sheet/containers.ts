import type { Editor, TLShape, TLShapeId } from 'tldraw'
import { holdingOf } from '#shared/document/containers.ts'
import type { Box } from '#shared/document/shape-box.ts'
import { roomOn } from '../cards/card-face.ts'
import type { CardRoom } from '../cards/card-room.ts'
import type { CardShape } from '../cards/card-shape.ts'

/** Whether others may lie on this shape. */
const isContainer = (room: CardRoom, { id, type }: TLShape) =>
  type === 'card' && holdingOf(room.session.roots.board, id) !== null

/** Where on a matrix cards may lie, relative to it. */
export function crossOf(editor: Editor, room: CardRoom, id: TLShapeId): Box | null {
  const shape = editor.getShape<CardShape>(id)
  const artefact = shape && room.session.artefacts.get(shape.props.artefactId)
  if (!artefact) return null
  const { width: w, height: h } = editor.getShapeGeometry(shape).bounds
  return roomOn(room, artefact, { w, h }, false)
}

/**
 * What lies on a card belongs to it: moving it moves them, and dropping a card on a cluster or matrix puts it there.
 * Containers take cards and no containers; every other card lets a hand through to what is below. Who removes a
 * container removes that card alone. Returns how to stop.
 */
export function keepCardsOnCards(editor: Editor, room: CardRoom): () => void {
  const stock = {
    getDraggingOverShape: editor.getDraggingOverShape.bind(editor),
    deleteShapes: editor.deleteShapes.bind(editor),
  }
  const takes = (shape: TLShape, dragged: readonly TLShape[]) =>
    shape.type !== 'card' ||
    (isContainer(room, shape) && dragged.every((one) => one.type === 'card' && !isContainer(room, one)))
  editor.getDraggingOverShape = (point, dropping) => {
    const passed = editor.getCurrentPageShapes().filter((shape) => !takes(shape, dropping))
    return stock.getDraggingOverShape(point, [...dropping, ...passed])
  }
  editor.deleteShapes = (shapes: readonly (TLShape | TLShapeId)[]) => {
    const ids = shapes.map((shape): TLShapeId => (typeof shape === 'string' ? shape : shape.id))
    if (!editor.getIsReadonly()) for (const id of ids) letGo(editor, room, id, new Set(ids))
    return stock.deleteShapes(ids.flatMap((id) => editor.getShape(id) ?? []))
  }
  return () => void Object.assign(editor, stock)
}

/** Cards stay when what they lie on goes. */
function letGo(editor: Editor, room: CardRoom, id: TLShapeId, going: ReadonlySet<string>): void {
  const shape = editor.getShape(id)
  if (!shape || !isContainer(room, shape) || editor.isShapeOrAncestorLocked(shape)) return
  const staying = editor.getSortedChildIdsForParent(id).filter((member) => !going.has(member))
  if (staying.length > 0) editor.reparentShapes(staying, shape.parentId)
}
