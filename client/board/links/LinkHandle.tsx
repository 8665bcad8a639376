import { useRef, useState, type PointerEvent } from 'react'
import { createPortal } from 'react-dom'
import { Link2 } from 'lucide-react'
import { stopEventPropagation, useEditor, useReadonly, useValue, type Editor, type TLShapeId } from 'tldraw'
import { useTranslation } from 'react-i18next'
import { likelySentence, linkSentences, type LinkSentence } from '#shared/evidence/link-sentences.ts'
import { connectCards } from '#client/artefacts/card-actions.ts'
import { LinkDialog } from '#client/artefacts/trail/LinkDialog.tsx'
import { useSentences } from '#client/artefacts/trail/sentences.ts'
import { shortName, useKindTexts } from '#client/kinds/kind-texts.ts'
import { MenuList, type MenuEntry } from '#client/ui/Menu.tsx'
import { toasts } from '#client/ui/toasts.ts'
import { tellWithUndo } from '#client/artefacts/undo-offer.ts'
import type { CardRoom } from '../cards/card-room.ts'
import type { CardShape } from '../cards/card-shape.ts'
import { cardsAmong } from './selected-cards.ts'
import styles from './links.module.css'

interface Point {
  x: number
  y: number
}

/** A line that is being drawn, in the canvas's own pixels, and the card it would end at. */
interface Drawn {
  from: Point
  to: Point
  target: CardShape | null
}

/** Nearer than this a press is a press and no line. */
const A_PRESS_PX = 6

/**
 * Beside what is selected: drawn from here to another card a line links it, from all selected cards at once; pressed, by
 * mouse or keyboard, it offers all cards of the room.
 */
export function LinkHandle({ room }: { room: CardRoom }) {
  const editor = useEditor()
  const readOnly = useReadonly()
  const place = useValue('place of the handle', () => placeOf(editor), [editor])
  const [drawn, setDrawn] = useState<Drawn | null>(null)
  const [dropped, setDropped] = useState<{ at: Point; target: string } | null>(null)
  const [choosing, setChoosing] = useState(false)
  const { t } = useTranslation()
  const here = useValue('selected artefacts', () => cardsAmong(editor.getSelectedShapes()).join(' '), [
    editor,
  ])
  const artefactIds = here.split(' ').filter(Boolean)
  if (readOnly || (!place && !drawn && !dropped && !choosing)) return null

  const pointAt = ({ clientX, clientY }: PointerEvent): Point => {
    const bounds = editor.getViewportScreenBounds()
    return { x: clientX - bounds.x, y: clientY - bounds.y }
  }
  const move = (event: PointerEvent) => {
    if (!drawn) return
    const target = cardUnder(editor, editor.screenToPage({ x: event.clientX, y: event.clientY }))
    editor.setHintingShapes(target ? [target.id] : [])
    setDrawn({ ...drawn, to: pointAt(event), target })
  }
  const end = () => {
    editor.setHintingShapes([])
    if (drawn?.target) setDropped({ at: drawn.to, target: drawn.target.props.artefactId })
    else if (drawn && Math.hypot(drawn.to.x - drawn.from.x, drawn.to.y - drawn.from.y) < A_PRESS_PX)
      setChoosing(true)
    setDrawn(null)
  }
  return (
    <>
      {drawn ? (
        <svg className={styles.arrows} aria-hidden="true">
          <line className={styles.line} x1={drawn.from.x} y1={drawn.from.y} x2={drawn.to.x} y2={drawn.to.y} />
        </svg>
      ) : null}
      {place ? (
        <button
          type="button"
          className={styles.handle}
          style={{ left: place.x, top: place.y }}
          title={t('board.links.handle')}
          aria-label={t('board.links.handle')}
          onPointerDown={(event) => {
            stopEventPropagation(event)
            if (event.button !== 0) return
            event.currentTarget.setPointerCapture(event.pointerId)
            setDrawn({ from: pointAt(event), to: pointAt(event), target: null })
          }}
          onPointerMove={move}
          onPointerUp={end}
          onPointerCancel={() => setDrawn(null)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' && event.key !== ' ') return
            event.preventDefault()
            event.stopPropagation()
            setChoosing(true)
          }}
        >
          <Link2 aria-hidden="true" />
        </button>
      ) : null}
      {dropped ? (
        <SentenceMenu {...{ room, artefactIds }} {...dropped} onClose={() => setDropped(null)} />
      ) : null}
      {createPortal(
        <LinkDialog
          session={room.session}
          here={artefactIds.flatMap((id) => room.session.artefacts.get(id) ?? [])}
          open={choosing}
          onClose={() => setChoosing(false)}
        />,
        document.body,
      )}
    </>
  )
}

interface SentenceMenuProps {
  room: CardRoom
  artefactIds: readonly string[]
  at: Point
  target: string
  onClose: () => void
}

/** How the cards belong together, what is most likely first. */
function SentenceMenu({ room, artefactIds, at, target, onClose }: SentenceMenuProps) {
  const { t } = useTranslation()
  const texts = useKindTexts()
  const sentences = useSentences()
  const anchor = useRef<HTMLButtonElement>(null)
  const { artefacts } = room.session
  const [first, other] = [artefacts.get(artefactIds[0] ?? ''), artefacts.get(target)]
  const [isPlaced, setPlaced] = useState(false)
  if (!first || !other) return null
  const likely = likelySentence(first.kind, other.kind)
  const isLikely = (one: LinkSentence) => one.type === likely.type && one.outgoing === likely.outgoing
  const choose = (sentence: LinkSentence) => {
    const count = connectCards(room.session, artefactIds, sentence, [target])
    if (count > 0) tellWithUndo(room.session, t('artefacts.link.done', { count }), t('common.undo'))
    else toasts.show({ text: t('artefacts.link.known') })
  }
  const ordered = [...linkSentences.filter(isLikely), ...linkSentences.filter((one) => !isLikely(one))]
  const entry: MenuEntry = {
    id: 'sentences',
    heading: t('board.links.how', {
      from:
        artefactIds.length > 1
          ? t('list.cards', { count: artefactIds.length })
          : shortName(texts.nameOf(first), 30),
      to: shortName(texts.nameOf(other), 30),
    }),
    items: ordered.map((sentence) => ({
      id: sentences.keyOf(sentence),
      label: sentences.say(sentence),
      onSelect: () => choose(sentence),
    })),
  }
  return (
    <>
      <button
        ref={(node) => {
          anchor.current = node
          if (node && !isPlaced) setPlaced(true)
        }}
        type="button"
        tabIndex={-1}
        aria-hidden="true"
        className={styles.anchor}
        style={{ left: at.x, top: at.y }}
      />
      {isPlaced
        ? createPortal(
            <MenuList
              id="link-sentences"
              label={t('board.links.handle')}
              items={[entry]}
              anchor={anchor}
              onClose={onClose}
            />,
            document.body,
          )
        : null}
    </>
  )
}

function cardUnder(editor: Editor, point: Point): CardShape | null {
  const selected = new Set<TLShapeId>(editor.getSelectedShapeIds())
  const hit = editor.getShapeAtPoint(point, {
    hitInside: true,
    filter: (shape) => shape.type === 'card' && !selected.has(shape.id),
  })
  return (hit as CardShape | undefined) ?? null
}

/** The middle of the right edge of what is selected, if that is cards only and nobody is just moving them. */
function placeOf(editor: Editor): Point | null {
  const shapes = editor.getSelectedShapes()
  if (shapes.length === 0 || shapes.some(({ type }) => type !== 'card')) return null
  if (!editor.isIn('select.idle')) return null
  const bounds = editor.getSelectionPageBounds()
  if (!bounds) return null
  const { x, y } = editor.pageToViewport({ x: bounds.maxX, y: bounds.midY })
  const view = editor.getViewportScreenBounds()
  const isInSight = x > -20 && y > 0 && x < view.w - 8 && y < view.h
  return isInSight ? { x: Math.min(x + 10, view.w - 44), y: y - 17 } : null
}
