import { useEffect } from 'react'
import { react, useEditor, type Editor, type TLShape, type TLShapeId } from 'tldraw'
import { announce } from '#client/ui/announcements.ts'
import type { CardRoom } from '../cards/card-room.ts'

/** Several moves or choices in a row are one, and said when the hand rests. */
const RESTS_AFTER_MS = 350

/**
 * What a screen reader hears of the canvas: what is chosen, removed and moved, by the names people know. In the place of
 * tldraw's own, which speaks of `tool.card` and says again what is chosen whenever the board is built anew. Undo is said
 * by the room, because it concerns cards and drawings together.
 */
export function BoardSpeech({ room }: { room: CardRoom }) {
  const editor = useEditor()
  useEffect(() => speakOf(editor, room), [editor, room])
  return null
}

function speakOf(editor: Editor, room: CardRoom): () => void {
  const { sideEffects } = editor
  let chosen = key(editor.getSelectedShapeIds())
  let removed: string[] = []
  const moved = new Set<TLShapeId>()
  let timer: ReturnType<typeof setTimeout> | null = null

  const speak = () => {
    timer = null
    const now = editor.getSelectedShapeIds()
    const sentences = [
      removed.length > 0 ? said(room, 'removed', removed) : null,
      moved.size > 0 ? movedTo(editor, room, [...moved]) : null,
      key(now) !== chosen && now.length > 0 && removed.length === 0 ? choiceOf(editor, room) : null,
    ].filter((sentence) => sentence !== null)
    chosen = key(now)
    removed = []
    moved.clear()
    if (sentences.length > 0) announce(sentences.join(' '))
  }
  const later = () => {
    if (timer) clearTimeout(timer)
    timer = setTimeout(speak, RESTS_AFTER_MS)
  }

  const stop = [
    sideEffects.registerBeforeDeleteHandler('shape', (shape, source) => {
      // By now it is no longer selected. An empty card that goes because nobody wrote in it was never anybody's.
      const wasChosen = chosen.split(',').includes(shape.id)
      const isEmpty = shape.type === 'card' && !editor.getShapeUtil(shape).getText(shape)
      if (source === 'user' && wasChosen && !isEmpty) removed.push(nameOf(editor, room, shape))
    }),
    sideEffects.registerAfterChangeHandler('shape', (before, after, source) => {
      const stays = before.x === after.x && before.y === after.y && before.parentId === after.parentId
      if (source === 'user' && !stays && editor.getSelectedShapeIds().includes(after.id)) moved.add(after.id)
    }),
    sideEffects.registerOperationCompleteHandler(() => {
      if (removed.length > 0 || moved.size > 0) later()
    }),
    react('chosen', () => {
      if (key(editor.getSelectedShapeIds()) !== chosen) later()
    }),
  ]
  return () => {
    stop.forEach((end) => end())
    if (timer) clearTimeout(timer)
  }
}

const key = (ids: readonly TLShapeId[]) => ids.join()

function choiceOf(editor: Editor, room: CardRoom): string {
  const t = room.texts()
  const shapes = editor.getSelectedShapes()
  const one = shapes.length === 1 ? shapes[0] : undefined
  if (!one) return t('board.said.chosen', { count: shapes.length })
  const order = editor.getCurrentPageShapesInReadingOrder()
  const at = order.findIndex(({ id }) => id === one.id)
  const name = nameOf(editor, room, one)
  return at === -1 ? name : t('board.said.place', { name, n: at + 1, count: order.length })
}

function movedTo(editor: Editor, room: CardRoom, ids: readonly TLShapeId[]): string | null {
  const shapes = ids.flatMap((id) => editor.getShape(id) ?? [])
  const [first] = shapes
  if (!first) return null
  const parent = editor.getShape(first.parentId)
  const place = parent
    ? nameOf(editor, room, parent)
    : (editor.getPage(editor.getCurrentPageId())?.name ?? '')
  const names = shapes.map((shape) => nameOf(editor, room, shape))
  return said(room, 'moved', names, { place })
}

function said(room: CardRoom, what: 'removed' | 'moved', names: readonly string[], more = {}): string {
  const count = names.length
  return room.texts()(`board.said.${what}`, { count, name: names[0], ...more })
}

const drawn = [
  'text',
  'draw',
  'arrow',
  'image',
  'frame',
  'line',
  'highlight',
  'rectangle',
  'ellipse',
  'triangle',
  'diamond',
  'star',
] as const

/** Kind and headline of a card, name of a field or frame, word of a drawing; never tldraw's own word. */
function nameOf(editor: Editor, room: CardRoom, shape: TLShape): string {
  const t = room.texts()
  const util = editor.getShapeUtil(shape)
  const description = util.getAriaDescriptor(shape) || util.getText(shape)
  if (shape.type === 'card' && description) return description
  const { name, geo } = shape.props as { name?: unknown; geo?: unknown }
  if (typeof name === 'string' && name !== '') return name
  const word = drawn.find((one) => one === geo || one === shape.type)
  const kind = word ? t(`board.tools.names.${word}`) : t('board.said.drawing')
  return description ? `${kind}: ${description}` : kind
}
