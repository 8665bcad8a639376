import { useLayoutEffect, useRef, type CSSProperties, type KeyboardEvent } from 'react'
import { stopEventPropagation, useEditor } from 'tldraw'
import { useTranslation } from 'react-i18next'
import { fieldsOf, kinds, isTextField } from '#shared/kinds/index.ts'
import type { Artefact } from '#shared/document/artefacts.ts'
import { useTextBinding } from '#client/artefacts/use-text-binding.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import type { HeadlineBox } from '#shared/layout/card/placed.ts'
import { finishEditing, placeCardBeside } from './card-placing.ts'
import { useCardRoom } from './card-room.ts'
import type { CardShape } from './card-shape.ts'
import styles from './card.module.css'

interface HeadlineEditorProps {
  artefact: Artefact
  shapeId: CardShape['id']
  /** Where the drawing has it, in the drawing's letters. */
  box: HeadlineBox
  /** The colour it is written in. */
  ink: string
}

/**
 * Writing on the card itself. Every keystroke is merged with what others type into the same text. Enter and Escape
 * end, Shift+Enter starts a line, Tab goes on to a next card beside this one.
 */
export function HeadlineEditor({ artefact, shapeId, box, ink }: HeadlineEditorProps) {
  const editor = useEditor()
  const room = useCardRoom()
  const { t } = useTranslation()
  const area = useRef<HTMLTextAreaElement>(null)
  const { text: _, ...binding } = useTextBinding(area, room.session, {
    artefactId: artefact.id,
    field: kinds[artefact.kind].headline,
  })

  useLayoutEffect(() => {
    const field = area.current
    field?.focus({ preventScroll: true })
    field?.setSelectionRange(field.value.length, field.value.length)
  }, [])

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && !event.shiftKey) finishEditing(editor)
    else if (event.key === 'Tab' && !event.shiftKey) placeCardBeside(editor, room, shapeId)
    else if (!travelByKey(event, room.session)) return
    event.preventDefault()
  }

  return (
    <textarea
      {...binding}
      ref={area}
      lang={room.session.language}
      className={styles.editor}
      style={styleOf(box, ink)}
      maxLength={maxCharsOf(artefact)}
      spellCheck
      aria-label={t(`kinds.${artefact.kind}.label`)}
      placeholder={t('board.card.write')}
      onKeyDown={onKeyDown}
      onPointerDown={stopEventPropagation}
      onDoubleClick={stopEventPropagation}
    />
  )
}

/** One line more than there is, so that what is being typed is never scrolled away. */
function styleOf({ x, y, w, h, size, lineHeight, weight }: HeadlineBox, color: string): CSSProperties {
  return {
    left: x,
    top: y,
    width: w,
    height: h + lineHeight,
    fontSize: size,
    lineHeight: `${lineHeight}px`,
    fontWeight: weight,
    color,
  }
}

function maxCharsOf({ kind }: Artefact): number | undefined {
  const spec = fieldsOf(kind)[kinds[kind].headline]
  return spec && isTextField(spec) ? spec.maxChars : undefined
}

/** The browser's own undo would bring back what others have changed since. */
function travelByKey(event: KeyboardEvent, { history }: RoomSession): boolean {
  const key = event.key.toLowerCase()
  if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y')) return false
  if (key === 'y' || event.shiftKey) history.redo()
  else history.undo()
  return true
}
