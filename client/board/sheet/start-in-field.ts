import type { Editor, TLShapeId } from 'tldraw'
import { fieldAt, kindOfField } from '#shared/document/fields.ts'
import { plainKind } from '#shared/kinds/index.ts'
import { startCard } from '../cards/card-placing.ts'
import type { CardRoom } from '../cards/card-room.ts'

/** Begins a card in a field, behind the last one there. */
export function startInField(editor: Editor, room: CardRoom, fieldId: TLShapeId): TLShapeId | null {
  const kind = kindOfField(fieldAt(room.session.roots.board, fieldId)) ?? plainKind
  const bounds = editor.getShapePageBounds(fieldId)
  return bounds ? startCard(editor, room, { kind }, bounds.center) : null
}
