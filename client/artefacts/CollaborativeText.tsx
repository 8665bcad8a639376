import { useCallback, useId, useRef, useSyncExternalStore, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import type { FieldSpec } from '#shared/kinds/field.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { classes } from '#client/ui/classes.ts'
import styles from './CollaborativeText.module.css'
import { nameAt, type FieldPlace } from './field-place.ts'
import { OthersEditing } from './OthersEditing.tsx'
import { useMayWrite } from './use-artefact.ts'
import { useTextBinding } from './use-text-binding.ts'

interface CollaborativeTextProps extends FieldPlace {
  session: RoomSession
  spec: Extract<FieldSpec, { type: 'text' | 'line' }>
  label: string
  hint?: string
  /** What somebody could write; shown while nothing is. */
  example?: string
  /** The label is read out but not shown, where the place says what is written. */
  labelHidden?: boolean
  autoFocus?: boolean
  className?: string
  onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void
  onBlur?: () => void
}

/** From here on people are told how much room is left. */
const TELL_ABOVE = 0.8

/** A text that several people write at once, character by character. */
export function CollaborativeText(props: CollaborativeTextProps) {
  const { session, artefactId, field, item, spec, label, hint, labelHidden = false } = props
  const element = useRef<HTMLTextAreaElement>(null)
  const binding = useTextBinding(element, session, { artefactId, field, item }, spec.maxChars)
  const mayWrite = useMayWrite(session)
  const id = useId()

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // While an input method composes, its keys (Enter, Escape) are its own.
    if (event.nativeEvent.isComposing) return
    props.onKeyDown?.(event)
    if (event.defaultPrevented) return
    if (event.key === 'Enter' && spec.type === 'line') event.preventDefault()
    undoByKey(event, session)
  }

  return (
    <div className={classes(styles.field, props.className)}>
      <label className={classes(styles.label, labelHidden && styles.hidden)} htmlFor={id}>
        {label}
      </label>
      {hint ? (
        <span className={styles.hint} id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      <textarea
        ref={element}
        id={id}
        data-field={nameAt({ field, item })}
        lang={session.language}
        rows={spec.type === 'line' ? 1 : 2}
        maxLength={spec.maxChars}
        readOnly={!mayWrite}
        placeholder={mayWrite ? props.example || undefined : undefined}
        autoFocus={props.autoFocus}
        spellCheck
        className={classes(styles.control, spec.type === 'line' && styles.line)}
        aria-describedby={hint ? `${id}-hint` : undefined}
        aria-multiline={spec.type === 'text'}
        onFocus={() => (mayWrite ? binding.onFocus() : undefined)}
        onBlur={() => {
          binding.onBlur()
          props.onBlur?.()
        }}
        onInput={binding.onInput}
        onCompositionStart={binding.onCompositionStart}
        onCompositionEnd={binding.onCompositionEnd}
        onKeyDown={onKeyDown}
      />
      {binding.text ? <RoomLeft text={binding.text} maxChars={spec.maxChars} /> : null}
      <OthersEditing session={session} artefactId={artefactId} field={nameAt({ field, item })} />
    </div>
  )
}

/** Ctrl+Z belongs to the shared history: the browser's own would bring back what others have changed since. */
function undoByKey(event: KeyboardEvent, session: RoomSession) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return
  const key = event.key.toLowerCase()
  const redo = key === 'y' || (key === 'z' && event.shiftKey)
  if (!redo && key !== 'z') return
  event.preventDefault()
  event.stopPropagation()
  if (redo) session.history.redo()
  else session.history.undo()
}

function RoomLeft({ text, maxChars }: { text: Y.Text; maxChars: number }) {
  const { t } = useTranslation()
  const length = useTextLength(text)
  if (length < maxChars * TELL_ABOVE) return null
  const left = Math.max(0, maxChars - length)
  return (
    <span className={styles.left} role={left === 0 ? 'status' : undefined}>
      {left === 0 ? t('artefacts.editor.full') : t('artefacts.editor.charsLeft', { count: left })}
    </span>
  )
}

function useTextLength(text: Y.Text): number {
  const subscribe = useCallback(
    (wake: () => void) => {
      text.observe(wake)
      return () => text.unobserve(wake)
    },
    [text],
  )
  return useSyncExternalStore(subscribe, () => text.length)
}
