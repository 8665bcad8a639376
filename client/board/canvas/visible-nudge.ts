import type { Editor } from 'tldraw'
import { moveInReadingOrder } from '#shared/document/reading-order.ts'
import type { CardRoom } from '../cards/card-room.ts'

/** How far one press of an arrow key moves, in pixels of the screen: enough to be seen at any zoom. */
const STEP_PX = 8

/**
 * Arrow keys move by a step that one sees. In a field, where a card has a rank and no place, they move it forwards
 * and backwards in the order. Returns how to stop.
 */
export function nudgeVisibly(editor: Editor, room: CardRoom): () => void {
  const original = editor.nudgeShapes.bind(editor)
  editor.nudgeShapes = (shapes, offset) => {
    const ids = shapes.map((shape) => (typeof shape === 'string' ? shape : shape.id))
    const only = ids.length === 1 ? editor.getShape(ids[0]!) : undefined
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
