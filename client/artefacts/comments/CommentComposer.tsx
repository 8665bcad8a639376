import { useId, useRef, useState, type KeyboardEvent } from 'react'
import { AtSign } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { limits } from '#shared/base/limits.ts'
import { whenPersonChanges } from '#client/app/person-change.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { Button } from '#client/ui/Button.tsx'
import { classes } from '#client/ui/classes.ts'
import { IconButton } from '#client/ui/IconButton.tsx'
import { TextArea } from '#client/ui/TextArea.tsx'
import styles from './comments.module.css'
import { begunMention, mentionsIn, type Callable } from './mentions.ts'

interface Composed {
  text: string
  mentions: string[]
}

interface CommentComposerProps {
  label: string
  hint?: string
  send: string
  /** Names the words that were not sent yet, so that they are there again when the card is opened again. */
  keep: string
  initial?: string
  whom: () => readonly Callable[]
  autoFocus?: boolean
  onSend: (composed: Composed) => void
  onCancel?: () => void
}

/** Words that somebody began and did not send. They last as long as the tab, and are theirs (`keptFor`). */
const unsent = new Map<string, string>()
whenPersonChanges(() => Promise.resolve(unsent.clear()))

/** Whose words are kept, and where: whoever uses this tab next finds none of them. */
export const keptFor = ({ groupId, facilitation }: Pick<RoomSession, 'groupId' | 'facilitation'>): string =>
  `${facilitation.getState().me?.memberId ?? ''}/${groupId}`

/** Moves words that were not sent behind those of another field; false where there are none. */
export function moveUnsent(from: string, to: string): boolean {
  const words = unsent.get(from)
  if (words === undefined) return false
  unsent.delete(from)
  unsent.set(to, [unsent.get(to), words].filter(Boolean).join('\n\n'))
  return true
}

/** A field for a comment. "@" offers names; Ctrl and Enter sends. */
export function CommentComposer(props: CommentComposerProps) {
  const { label, hint, send, keep, initial = '', autoFocus = false, onSend, onCancel } = props
  const { t } = useTranslation()
  const [text, setText] = useState(() => unsent.get(keep) ?? initial)
  const area = useRef<HTMLDivElement>(null)
  const write = (next: string) => {
    setText(next)
    if (next.trim() === '') unsent.delete(keep)
    else unsent.set(keep, next)
  }
  const mention = useMention({ text, write, whom: props.whom, area })
  const submit = () => {
    if (text.trim() === '') return
    onSend({ text: text.trim(), mentions: mentionsIn(text, props.whom()) })
    write('')
  }
  const cancel = () => {
    write('')
    onCancel?.()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return
    if (mention.onKeyDown(event)) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      submit()
    }
    if (event.key === 'Escape' && onCancel) {
      event.preventDefault()
      event.stopPropagation()
      cancel()
    }
  }
  return (
    <div className={styles.composer} ref={area}>
      <TextArea
        {...{ label, hint, autoFocus }}
        className={styles.words ?? ''}
        rows={2}
        maxLength={limits.maxCommentChars}
        value={text}
        onChange={(next) => {
          write(next)
          mention.look()
        }}
        onKeyDown={onKeyDown}
        onKeyUp={mention.look}
        onClick={mention.look}
        onBlur={mention.close}
        aria-autocomplete="list"
        aria-controls={mention.listId}
        aria-activedescendant={mention.active}
      />
      {mention.list}
      <div className={styles.bar}>
        <IconButton
          label={t('artefacts.comments.mention')}
          icon={<AtSign aria-hidden="true" />}
          onMouseDown={(event) => event.preventDefault()}
          onClick={mention.begin}
        />
        <span className={styles.grow} />
        {onCancel ? (
          <Button variant="quiet" onClick={cancel}>
            {t('common.cancel')}
          </Button>
        ) : null}
        <Button aria-disabled={text.trim() === ''} onClick={submit}>
          {send}
        </Button>
      </div>
    </div>
  )
}

interface MentionScene {
  text: string
  write: (text: string) => void
  whom: () => readonly Callable[]
  area: { current: HTMLElement | null }
}

/** The names that an "@" before the caret offers. */
function useMention({ text, write, whom, area }: MentionScene) {
  const { t } = useTranslation()
  const listId = useId()
  const [caret, setCaret] = useState<number | null>(null)
  const [marked, setMarked] = useState(0)
  const field = () => area.current?.querySelector('textarea') ?? null
  const begun = caret === null ? null : begunMention(text, caret, whom())
  const offered = begun?.matching ?? []
  const at = Math.min(marked, offered.length - 1)

  const look = () => {
    const element = field()
    setCaret(element ? element.selectionStart : null)
  }
  const putCaret = (position: number) =>
    queueMicrotask(() => {
      field()?.focus()
      field()?.setSelectionRange(position, position)
      setCaret(position)
    })
  const choose = (who: Callable | undefined) => {
    if (!who || !begun || caret === null) return
    const before = `${text.slice(0, begun.start)}@${who.name} `
    write(before + text.slice(caret).replace(/^ /, ''))
    setMarked(0)
    putCaret(before.length)
  }
  const begin = () => {
    const position = field()?.selectionStart ?? text.length
    const head = text.slice(0, position)
    const gap = head === '' || /\s$/.test(head) ? '' : ' '
    write(`${head}${gap}@${text.slice(position)}`)
    putCaret(position + gap.length + 1)
  }
  /** True when the key belonged to the list. */
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (offered.length === 0) return false
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const chooses = (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) || event.key === 'Tab'
    if (by === undefined && !chooses && event.key !== 'Escape') return false
    event.preventDefault()
    event.stopPropagation()
    if (by !== undefined) setMarked((at + by + offered.length) % offered.length)
    else if (chooses) choose(offered[at])
    else setCaret(null)
    return true
  }
  const list = (
    <>
      <ul
        id={listId}
        role="listbox"
        aria-label={t('artefacts.comments.whom')}
        className={styles.names}
        hidden={offered.length === 0}
      >
        {offered.map((who, n) => (
          <li
            key={who.id}
            id={`${listId}-${n}`}
            role="option"
            aria-selected={n === at}
            className={classes(styles.name, n === at && styles.marked)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(who)}
          >
            <span>{who.name}</span>
            {who.detail ? <span className={styles.quiet}>{who.detail}</span> : null}
          </li>
        ))}
      </ul>
      <span role="status" className={styles.hidden}>
        {offered.length > 0 ? t('artefacts.comments.offered', { count: offered.length }) : ''}
      </span>
    </>
  )
  return {
    listId,
    active: offered.length > 0 ? `${listId}-${at}` : undefined,
    look,
    close: () => setCaret(null),
    begin,
    onKeyDown,
    list,
  }
}
