import type { Editor, TLShape } from 'tldraw'
import { axesPlaceOf, MIDDLE, setAxesPlace, type AxesPlace } from '#shared/document/containers.ts'
import { moveInReadingOrder } from '#shared/document/reading-order.ts'
import type { CardRoom } from '../cards/card-room.ts'

/** How far one press of an arrow key moves, in pixels of the screen: enough to be seen at any zoom. */
const STEP_PX = 8

/** On a matrix, how far along an axis of 100. */
const AXIS_STEP = 2

function placeOnAxes(room: CardRoom, { id, parentId }: TLShape): AxesPlace | null {
  const record = room.session.roots.board.get(id)
  return record && room.places.isOnAxes(parentId) ? (axesPlaceOf(record) ?? MIDDLE) : null
}

/**
 * Arrow keys move by a step that one sees. In a field, where a card has a rank and no place, they move it forwards
 * and backwards in the order; on a matrix they change its worth on the axes. Returns how to stop.
 */
export function nudgeVisibly(editor: Editor, room: CardRoom): () => void {
  const original = editor.nudgeShapes.bind(editor)
  editor.nudgeShapes = (shapes, offset) => {
    const ids = shapes.map((shape) => (typeof shape === 'string' ? shape : shape.id))
    const only = ids.length === 1 ? editor.getShape(ids[0]!) : undefined
    const place = only && placeOnAxes(room, only)
    if (only && place) {
      room.session.edit(({ board }) =>
        setAxesPlace(board, only.id, {
          x: place.x + offset.x * AXIS_STEP,
          y: place.y - offset.y * AXIS_STEP,
        }),
      )
      return editor
    }
    if (only?.type === 'card' && room.places.isComputed(only)) {
      const by = offset.x + offset.y > 0 ? 1 : -1
      room.settle()
      room.session.edit(({ board }) => void moveInReadingOrder(board, only.id, by))
      return editor
    }
    const visible = STEP_PX / editor.getZoomLevel()
    return original(shapes, { x: offset.x * visible, y: offset.y * visible })
  }
  return () => {
    editor.nudgeShapes = original
  }
}
