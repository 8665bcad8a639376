import type { Editor, TLParentId, TLShapeId, VecLike } from 'tldraw'
import { kindForPage } from '#shared/kinds/index.ts'
import type { ArtefactKind } from '#shared/kinds/index.ts'
import { fieldAt, homeOf, kindOfField } from '#shared/document/fields.ts'
import { rankAt } from '#shared/layout/flow.ts'
import type { CardRoom } from '../cards/card-room.ts'
import { isSheetPage } from './sheet-pages.ts'

/**
 * The field of the page in front that a card goes into: the one somebody points at, else the one that takes its kind.
 * Null on a free page.
 */
export function fieldForCard(
  editor: Editor,
  room: CardRoom,
  kind: ArtefactKind,
  at: VecLike | null,
): TLParentId | null {
  const pageId = editor.getCurrentPageId()
  if (!isSheetPage(editor, pageId)) return null
  const home = (at && fieldUnder(editor, room, at)) ?? homeOf(room.session.roots.board, pageId, kind)
  return home === pageId ? null : (home as TLParentId)
}

function fieldUnder(editor: Editor, room: CardRoom, { x, y }: VecLike): string | null {
  const fields = room.places.on(editor.getCurrentPageId())?.fields ?? []
  const under = fields.find(({ box }) => x >= box.x && x <= box.x + box.w && y >= box.y && y <= box.y + box.h)
  return under?.id ?? null
}

/** The kind of card that somebody means who begins to write here: the field's own, else the page's. */
export function kindHere(editor: Editor, room: CardRoom, at: VecLike | null): ArtefactKind {
  const field = at && fieldUnder(editor, room, at)
  const own = kindOfField(field ? fieldAt(room.session.roots.board, field) : null)
  return own ?? kindForPage(editor.getCurrentPageId())
}

/** Where in a field's order something belongs that is let go at a point of the page. */
export function rankIn(
  editor: Editor,
  room: CardRoom,
  fieldId: TLShapeId,
  at: VecLike,
  without: ReadonlySet<string>,
): { rank: number; siblings: { id: string; index: string }[] } {
  const field = editor.getShapePageBounds(fieldId)
  const siblings = editor.getSortedChildIdsForParent(fieldId).flatMap((id) => {
    const shape = editor.getShape(id)
    const box = room.places.boxOf(id)
    return shape?.type === 'card' && box && !without.has(id) ? [{ id, index: shape.index, box }] : []
  })
  const point = { x: at.x - (field?.x ?? 0), y: at.y - (field?.y ?? 0) }
  return { rank: rankAt(point, siblings), siblings }
}
