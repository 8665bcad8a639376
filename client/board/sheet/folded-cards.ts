import { react, type Editor, type TLShape, type TLShapeId } from 'tldraw'
import { isFolded } from '#shared/document/containers.ts'
import type { RoomSession } from '#client/session/room-session.ts'

/**
 * What lies on a folded card is on the board and not to be seen. Where somebody is writing just then, they finish their
 * sentence in sight.
 */
export const foldedAway =
  ({ roots }: Pick<RoomSession, 'roots'>) =>
  (shape: TLShape, editor: Editor): 'hidden' | 'inherit' => {
    const around = editor.getShape(shape.parentId)
    if (around?.type !== 'card' || around.meta.folded !== true) return 'inherit'
    if (!isFolded(roots.board, around.id) || editor.getEditingShapeId() === shape.id) return 'inherit'
    return 'hidden'
  }

/** Whoever has chosen or looks for a card that is folded away has the one in hand that it lies on. Returns how to stop. */
export const selectWhatIsFolded = (editor: Editor): (() => void) =>
  react('nothing out of sight is selected', () => {
    const selected = editor.getSelectedShapeIds()
    const seen = new Set(selected.map((id) => inSight(editor, id)))
    if (selected.some((id) => !seen.has(id))) editor.setSelectedShapes([...seen])
  })

/** The card itself, or the folded one that it lies on. */
export function inSight(editor: Editor, id: TLShapeId): TLShapeId {
  const shape = editor.getShape(id)
  return shape && editor.isShapeHidden(shape) ? (shape.parentId as TLShapeId) : id
}
