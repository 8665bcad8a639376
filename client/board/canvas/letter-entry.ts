import type { Editor, TLShapeId } from 'tldraw'
import { writeOnHeadline } from '#client/artefacts/card-actions.ts'
import { freePoint, placeCard, startCard, startEditing } from '../cards/card-placing.ts'
import type { CardRoom } from '../cards/card-room.ts'
import type { CardShape } from '../cards/card-shape.ts'
import { kindHere } from '../sheet/card-seats.ts'
import { pointerOrCentre } from './pointer-place.ts'

/** The one card that somebody who begins to type means; null where several things are selected, or none. */
export function onlySelectedCard(editor: Editor): CardShape | null {
  const shape = editor.getOnlySelectedShape()
  if (shape?.type !== 'card' || editor.getIsReadonly() || editor.isShapeOrAncestorLocked(shape)) return null
  return shape as CardShape
}

/** A card of the page's kind where the hand is, ready to write. */
export function startCardHere(editor: Editor, room: CardRoom): TLShapeId | null {
  const kind = kindHere(editor, room, pointerOrCentre(editor))
  return startCard(editor, room, { kind }, freePoint(editor, kind, pointerOrCentre(editor)))
}

/**
 * Letters typed on the board itself go on in the selected card, or begin one. They are put into the text before its
 * field appears, which then takes over with the cursor behind them.
 */
export function writeLetters(editor: Editor, room: CardRoom, letters: string): boolean {
  const id = onlySelectedCard(editor)?.id ?? newCardHere(editor, room)
  const shape = id && editor.getShape<CardShape>(id)
  if (!shape) return false
  if (editor.getEditingShapeId() !== id) startEditing(editor, id)
  writeOnHeadline(room.session, shape.props.artefactId, letters)
  return true
}

function newCardHere(editor: Editor, room: CardRoom): TLShapeId | null {
  const kind = kindHere(editor, room, pointerOrCentre(editor))
  return placeCard(editor, room, { kind }, freePoint(editor, kind, pointerOrCentre(editor)))
}
