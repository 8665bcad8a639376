import type { Editor, TLFrameShape, TLParentId, TLShape } from 'tldraw'
import { seatFrom } from '#shared/document/fields.ts'

/** Whether a shape is a field of a sheet, which the layout places and no hand changes. */
export function isField(editor: Editor, shape: TLShape): shape is TLFrameShape {
  return shape.type === 'frame' && seatFrom(shape.meta.seat) !== null && isSheetPage(editor, shape.parentId)
}

export function isSheetPage(editor: Editor, id: TLParentId): boolean {
  const record = editor.store.get(id)
  return record?.typeName === 'page' && record.meta.layout === 'sheet'
}
