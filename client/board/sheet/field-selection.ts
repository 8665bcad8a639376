import type { Editor, TLShapeId } from 'tldraw'
import { isField } from './sheet-pages.ts'

/**
 * Fields belong to the page: no hand selects them, so that nobody moves or removes one among other things. "Select
 * all" means what lies in them and beside them. Returns how to stop.
 */
export function keepFieldsUnselected(editor: Editor): () => void {
  const selectable = (id: TLShapeId) => {
    const shape = editor.getShape(id)
    return shape !== undefined && !isField(editor, shape)
  }
  const original = editor.selectAll.bind(editor)
  editor.selectAll = () => {
    const fields = editor.getCurrentPageShapes().filter((shape) => isField(editor, shape))
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
