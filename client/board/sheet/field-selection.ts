import type { Editor, TLShape, TLShapeId } from 'tldraw'
import { isPartOfPage } from '#shared/document/fields.ts'
import type { CardRoom } from '../cards/card-room.ts'
import { isField } from './sheet-pages.ts'

/** Whether a shape belongs to the page, so that this person neither selects nor removes it. */
export function isOfThePage(editor: Editor, { session }: CardRoom, shape: TLShape): boolean {
  if (isField(editor, shape)) return true
  const record = session.roots.board.get(shape.id)
  if (!record || session.facilitation.getState().mayFacilitate) return false
  return isPartOfPage(session.roots.board, shape.id, (key) => record.get(key))
}

/**
 * Fields belong to the page: no hand selects them, so that nobody moves or removes one among other things. The same
 * goes for frames of a template on free pages, except for moderators. "Select all" means what lies in them and beside
 * them. Returns how to stop.
 */
export function keepFieldsUnselected(editor: Editor, room: CardRoom): () => void {
  const selectable = (id: TLShapeId) => {
    const shape = editor.getShape(id)
    return shape !== undefined && !isOfThePage(editor, room, shape)
  }
  const original = editor.selectAll.bind(editor)
  editor.selectAll = () => {
    const fields = editor.getCurrentPageShapes().filter((shape) => isOfThePage(editor, room, shape))
    if (fields.length === 0) return original()
    const tops = [editor.getCurrentPageId(), ...fields.map(({ id }) => id)]
    const ids = tops.flatMap((parentId) => editor.getSortedChildIdsForParent(parentId))
    return editor.setSelectedShapes(ids.filter((id) => selectable(id) && !editor.getShape(id)?.isLocked))
  }
  const stop = editor.sideEffects.registerBeforeChangeHandler('instance_page_state', (_before, next) => {
    if (next.selectedShapeIds.every(selectable)) return next
    return { ...next, selectedShapeIds: next.selectedShapeIds.filter(selectable) }
  })
  return () => {
    editor.selectAll = original
    stop()
  }
}
