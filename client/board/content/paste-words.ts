import type { Editor, TLShapeId, VecLike } from 'tldraw'
import { withoutControls } from '#shared/base/visible-text.ts'
import { fieldsOf, isTextField, kinds, type ArtefactKind } from '#shared/kinds/index.ts'
import { setCardText } from '#client/artefacts/card-actions.ts'
import { toasts } from '#client/ui/toasts.ts'
import { freePoint, placeCard, placeCards, type NewCard } from '../cards/card-placing.ts'
import type { CardRoom } from '../cards/card-room.ts'
import type { CardShape } from '../cards/card-shape.ts'
import { kindHere } from '../sheet/card-seats.ts'
import { linesOf, piecesOf } from './pasted-text.ts'

const MAX_CARDS_AT_ONCE = 200

/** A kind with what its headline takes. */
interface Taker {
  kind: ArtefactKind
  headline: string
  maxChars: number
  lines: boolean
}

function takerOf(kind: ArtefactKind): Taker {
  const { headline } = kinds[kind]
  const spec = fieldsOf(kind)[headline]
  const isText = spec !== undefined && isTextField(spec)
  return { kind, headline, maxChars: isText ? spec.maxChars : 0, lines: isText && spec.type === 'text' }
}

/**
 * Words become a card of the kind that belongs where one looks, at the point or in the middle of the view. What is too
 * long for one card goes on in the next, which is said; so is where a very long text was cut off.
 */
export function pasteText(editor: Editor, room: CardRoom, text: string, point?: VecLike): void {
  const at = point ?? editor.getViewportPageBounds().center
  const words = withoutControls(text).trim()
  if (!words || editor.getIsReadonly()) return
  const taker = takerOf(kindHere(editor, room, at))
  const pieces = piecesOf(words, taker.maxChars)
  const t = room.texts()
  if (pieces.length > 1) {
    placeCards(editor, room, pieces.slice(0, MAX_CARDS_AT_ONCE).map(cardOf(taker)), at)
    const [missing] = pieces.slice(MAX_CARDS_AT_ONCE)
    toasts.show({
      text:
        missing === undefined
          ? t('board.paste.tooLong')
          : t('board.paste.cutOff', { max: MAX_CARDS_AT_ONCE, from: missing.slice(0, 40) }),
      tone: 'attention',
    })
    return
  }
  const id = placeCard(editor, room, cardOf(taker)(words), freePoint(editor, taker.kind, at))
  const lines = linesOf(words)
  if (!id) return
  editor.select(id)
  if (lines.length < 2) return
  toasts.show({
    text: t('board.paste.lines', { count: lines.length }),
    action: { label: t('board.paste.split'), run: () => split(editor, room, { id, taker, lines, at }) },
  })
}

interface Block {
  id: TLShapeId
  taker: Taker
  lines: readonly string[]
  at: VecLike
}

/** The one card makes way for one card per line; what is too much for once stays in it. */
function split(editor: Editor, room: CardRoom, { id, taker, lines, at }: Block): void {
  if (!editor.getShape(id)) return
  const pieces = lines.flatMap((line) => piecesOf(line, taker.maxChars))
  const rest = pieces.slice(MAX_CARDS_AT_ONCE)
  placeCards(editor, room, pieces.slice(0, MAX_CARDS_AT_ONCE).map(cardOf(taker)), at, id)
  if (rest.length === 0) {
    editor.deleteShapes([id])
    return
  }
  const { artefactId } = editor.getShape<CardShape>(id)!.props
  setCardText(room.session, artefactId, taker.headline, rest.join('\n'))
  const t = room.texts()
  toasts.show({
    text: t('board.paste.tooMany', { count: rest.length, max: MAX_CARDS_AT_ONCE }),
    tone: 'attention',
    action: {
      label: t('board.paste.further'),
      run: () => split(editor, room, { id, taker, lines: rest, at }),
    },
  })
}

const cardOf =
  ({ kind, headline, lines }: Taker) =>
  (text: string): NewCard => ({ kind, fields: { [headline]: lines ? text : text.replace(/\s*\n\s*/g, ' ') } })
