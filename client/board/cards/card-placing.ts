import { createShapeId, type Editor, type IndexKey, type TLShapeId, type VecLike } from 'tldraw'
import { newId, type ArtefactId } from '#shared/base/ids.ts'
import type { FieldValue } from '#shared/kinds/field.ts'
import { kinds, traitsOf, type ArtefactKind } from '#shared/kinds/index.ts'
import { createArtefact, headlineOf, type Artefact } from '#shared/document/artefacts.ts'
import { isPhase, type Phase } from '#shared/workshop/phases.ts'
import { signature } from '#client/artefacts/authorship-choice.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import type { CardRoom } from './card-room.ts'
import { indexAtRank } from '#shared/document/order.ts'
import { fieldForCard } from '../sheet/card-seats.ts'
import { isSheetPage } from '../sheet/sheet-pages.ts'
import { isViewByHand } from '../sheet/sheet-view.ts'
import type { CardShape } from './card-shape.ts'
import { freePlace, nameAbove, nextPlace, type Box, type Obstacles } from './free-place.ts'

const GAP = 24
const PER_ROW = 5

export interface NewCard {
  kind: ArtefactKind
  fields?: Record<string, FieldValue>
}

/** Places a new card around a point of the current page. One undo step together with what follows it. */
export function placeCard(editor: Editor, room: CardRoom, card: NewCard, centre: VecLike): TLShapeId | null {
  if (editor.getIsReadonly()) return null
  editor.markHistoryStoppingPoint('new card')
  const { w, h } = kinds[card.kind].size
  return putCard(editor, room, card, { x: centre.x - w / 2, y: centre.y - h / 2 })
}

/** Places a new card and starts writing in it. */
export function startCard(editor: Editor, room: CardRoom, card: NewCard, centre: VecLike): TLShapeId | null {
  const id = placeCard(editor, room, card, centre)
  if (id) startEditing(editor, id)
  return id
}

/** The point nearest to `centre` where a card of this kind covers neither another card nor the name of a frame. */
export function freePoint(editor: Editor, kind: ArtefactKind, centre: VecLike): VecLike {
  if (isSheetPage(editor, editor.getCurrentPageId())) return centre
  const { w, h } = kinds[kind].size
  const box = { x: centre.x - w / 2, y: centre.y - h / 2, w, h }
  const free = freePlace(box, { w: w + GAP, h: h + GAP }, obstaclesOn(editor))
  return { x: free.x + w / 2, y: free.y + h / 2 }
}

/** Several cards as a block of rows near a point, covering no other card, selected, in one undo step. */
export function placeCards(
  editor: Editor,
  room: CardRoom,
  cards: readonly NewCard[],
  centre: VecLike,
  instead: TLShapeId | null = null,
): TLShapeId[] {
  if (editor.getIsReadonly() || cards.length === 0) return []
  editor.markHistoryStoppingPoint('new cards')
  const sizes = cards.map(({ kind }) => kinds[kind].size)
  const w = Math.max(...sizes.map((size) => size.w)) + GAP
  const h = Math.max(...sizes.map((size) => size.h)) + GAP
  const columns = Math.min(PER_ROW, cards.length)
  const size = { w: columns * w - GAP, h: Math.ceil(cards.length / columns) * h - GAP }
  const wanted = { ...size, x: centre.x - size.w / 2, y: centre.y - size.h / 2 }
  const { x: left, y: top } = freePlace(wanted, { w, h }, obstaclesOn(editor, instead))
  const ids = cards.flatMap((card, n) => {
    const at = { x: left + (n % columns) * w, y: top + Math.floor(n / columns) * h }
    return putCard(editor, room, card, at) ?? []
  })
  editor.setCurrentTool('select.idle')
  editor.select(...ids)
  return ids
}

/** Goes on writing in a new card of the same kind and colour beside this one, past whatever lies there. */
export function placeCardBeside(editor: Editor, room: CardRoom, shapeId: TLShapeId): void {
  const bounds = editor.getShapePageBounds(shapeId)
  const shape = editor.getShape<CardShape>(shapeId)
  const artefact = shape && room.session.artefacts.get(shape.props.artefactId)
  if (!bounds || !artefact) return
  const size = kinds[artefact.kind].size
  const parent = editor.getShapeParent(shape)
  if (room.places.isComputed(shape)) {
    const id = placeCard(editor, room, { kind: artefact.kind, fields: colourOf(artefact) }, bounds.center)
    if (!id) return
    goBehind(editor, id, shape)
    room.settle()
    startEditing(editor, id)
    begunInPassing.set(editor, id)
    return
  }
  const next = nextPlace(bounds, size, GAP, {
    taken: obstaclesOn(editor).taken,
    frame: parent?.type === 'frame' ? editor.getShapePageBounds(parent) : undefined,
  })
  const fields = colourOf(artefact)
  const middle = { x: next.x + size.w / 2, y: next.y + size.h / 2 }
  const id = startCard(editor, room, { kind: artefact.kind, fields }, middle)
  if (id) begunInPassing.set(editor, id)
}

function colourOf({ kind, fields }: Artefact): Record<string, FieldValue> {
  const { colouredBy } = traitsOf(kind)
  return colouredBy === undefined ? {} : { [colouredBy]: fields[colouredBy] ?? null }
}

/** Takes the rank behind another card in the same field. */
function goBehind(editor: Editor, id: TLShapeId, before: CardShape): void {
  const siblings = editor
    .getSortedChildIdsForParent(before.parentId)
    .flatMap((sibling) => (sibling === id ? [] : (editor.getShape(sibling) ?? [])))
  const rank = siblings.findIndex((sibling) => sibling.id === before.id) + 1
  editor.updateShape({ id, type: 'card', index: indexAtRank(siblings, rank) as IndexKey })
}

/** The card that Tab began last: an offer to go on, which nobody asked for by itself. */
const begunInPassing = new WeakMap<Editor, TLShapeId>()

/** An offered card that nobody took up goes again; whatever somebody has written in stays. */
export function withdrawOffer(editor: Editor, { session }: CardRoom, { id, props }: CardShape): void {
  if (begunInPassing.get(editor) !== id || editor.getIsReadonly()) return
  begunInPassing.delete(editor)
  const artefact = session.artefacts.get(props.artefactId)
  if (!artefact || headlineOf(artefact) !== '') return
  editor.deleteShape(id)
}

/** What a new card must not cover: cards, except for one that makes way, words on the page, and names of frames. */
function obstaclesOn(editor: Editor, except: TLShapeId | null = null): Obstacles {
  const shapes = editor.getCurrentPageShapes().filter(({ id }) => id !== except)
  const boxesOf = (type: string): Box[] =>
    shapes.flatMap((shape) => (shape.type === type ? (editor.getShapePageBounds(shape) ?? []) : []))
  const frames = boxesOf('frame')
  return { taken: [...boxesOf('card'), ...boxesOf('text'), ...frames.map(nameAbove)], frames }
}

export function startEditing(editor: Editor, id: TLShapeId): void {
  editor.select(id)
  editor.setEditingShape(id)
  editor.setCurrentTool('select.editing_shape', { target: 'shape', shape: editor.getShape(id) })
}

export function finishEditing(editor: Editor): void {
  editor.setEditingShape(null)
  editor.setCurrentTool('select.idle')
  editor.focus()
}

/** Below this zoom, letters on a card are too small to write. */
const WRITABLE_FROM_ZOOM = 0.5
const WRITING_ZOOM = 0.8

/** Moves the view only as far as needed, so that nobody writes blindly. How close a hand has gone is the hand's. */
export function bringIntoView(editor: Editor, id: TLShapeId): void {
  const bounds = editor.getShapePageBounds(id)
  if (!bounds) return
  const animation = { duration: animationMs(editor) }
  if (editor.getZoomLevel() < WRITABLE_FROM_ZOOM && !isViewByHand(editor)) {
    editor.zoomToBounds(bounds, { targetZoom: WRITING_ZOOM, animation })
    return
  }
  const way = wayIntoView(editor.getViewportPageBounds(), bounds)
  const { x, y, z } = editor.getCamera()
  if (way.x !== 0 || way.y !== 0) editor.setCamera({ x: x - way.x, y: y - way.y, z }, { animation })
}

const AROUND = 48

/** How far a view has to move so that a box is in it, with a little air; nothing where it already is. */
export function wayIntoView(view: Box, box: Box): { x: number; y: number } {
  const along = (from: number, size: number, start: number, length: number) => {
    if (start >= from && start + length <= from + size) return 0
    // What is larger than the view shows its beginning.
    if (start < from || length + 2 * AROUND > size) return start - AROUND - from
    return start + length + AROUND - (from + size)
  }
  return { x: along(view.x, view.w, box.x, box.w), y: along(view.y, view.h, box.y, box.h) }
}

/** Movements explain where something went; nobody has to watch them. */
export const animationMs = (editor: Editor) => (editor.user.getAnimationSpeed() === 0 ? 0 : 160)

function putCard(editor: Editor, room: CardRoom, { kind, fields }: NewCard, at: VecLike): TLShapeId | null {
  const { session } = room
  const { w, h } = kinds[kind].size
  const authorship = signature(session)
  if (!authorship) return null
  const id = createShapeId(newId())
  const middle = { x: at.x + w / 2, y: at.y + h / 2 }
  const field = fieldForCard(editor, room, kind, middle) as TLShapeId | null
  const artefactId = newId<ArtefactId>(session.serverNow())
  session.edit(({ artefacts }) => {
    createArtefact(artefacts, {
      id: artefactId,
      kind,
      phase: phaseOf(editor, session),
      createdAt: session.serverNow(),
      authorship,
      ...(fields ? { fields } : {}),
    })
  })
  const props = { w, h, artefactId }
  if (field) {
    const { x, y } = editor.getPointInShapeSpace(field, at)
    editor.createShape<CardShape>({ id, type: 'card', parentId: field, x, y, props })
    room.settle()
  } else editor.createShape<CardShape>({ id, type: 'card', x: at.x, y: at.y, props })
  return editor.getShape(id) ? id : null
}

/** A card belongs to the phase of the page it is made on. */
export function phaseOf(editor: Editor, session: RoomSession): Phase {
  const { phase } = editor.getCurrentPage().meta
  if (isPhase(phase)) return phase
  return session.facilitation.getState().state?.place.phase ?? 'preparation'
}
