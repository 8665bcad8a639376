import { useEffect, useState, type KeyboardEvent, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { sentenceAt, type Passage } from './passages.ts'

interface SentenceCursorScene {
  region: RefObject<HTMLElement | null>
  text: string
  sentences: readonly Passage[]
  paragraphs: readonly Passage[]
  onMark: () => void
}

/** Sentences from `anchor` to `head`, either may come first. */
interface Reach {
  anchor: number
  head: number
}

export interface SentenceCursor {
  active: boolean
  /** What is chosen; null while the cursor is off. */
  picked: Passage | null
  /** For a live region: the sentence the cursor has come to. */
  said: string
  toggle: () => void
  leave: () => void
  onKeyDown: (event: KeyboardEvent) => void
}

const MAX_SAID_CHARS = 400

/**
 * Choosing text without a mouse, sentence by sentence: the way to mark a passage by keyboard and screen reader.
 * While it is on, the text is an application region, so that screen readers hand the arrow keys through.
 */
export function useSentenceCursor(scene: SentenceCursorScene): SentenceCursor {
  const { region, text, sentences, paragraphs, onMark } = scene
  const { t } = useTranslation()
  const [reach, setReach] = useState<Reach | null>(null)
  const picked = reach && passageOf(sentences, reach)

  useEffect(() => {
    if (reach) region.current?.querySelector('[data-head]')?.scrollIntoView({ block: 'nearest' })
  }, [reach, region])

  const leave = () => setReach(null)
  const toggle = () => {
    if (reach) return leave()
    const start = sentenceAt(sentences, firstVisible(region.current))
    setReach({ anchor: start, head: start })
    region.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!reach) return
    const head = headAfter(event.key, reach.head, sentences, paragraphs)
    if (head === null && event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Enter') onMark()
    else if (head === null) leave()
    else setReach({ anchor: event.shiftKey ? reach.anchor : head, head })
  }
  return {
    active: reach !== null,
    picked,
    said: picked ? t('artefacts.reader.selected', { text: spoken(text, picked) }) : '',
    toggle,
    leave,
    onKeyDown,
  }
}

function passageOf(sentences: readonly Passage[], { anchor, head }: Reach): Passage | null {
  const first = sentences[Math.min(anchor, head)]
  const last = sentences[Math.max(anchor, head)]
  return first && last ? { start: first.start, end: last.end } : null
}

const spoken = (text: string, { start, end }: Passage) =>
  end - start <= MAX_SAID_CHARS ? text.slice(start, end) : `${text.slice(start, start + MAX_SAID_CHARS)} …`

/** The sentence a key leads to; null for keys that mean something else. */
export function headAfter(
  key: string,
  head: number,
  sentences: readonly Passage[],
  paragraphs: readonly Passage[],
): number | null {
  const clamped = (index: number) => Math.max(0, Math.min(sentences.length - 1, index))
  switch (key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return clamped(head + 1)
    case 'ArrowUp':
    case 'ArrowLeft':
      return clamped(head - 1)
    case 'Home':
      return 0
    case 'End':
      return sentences.length - 1
    case 'PageDown':
    case 'PageUp': {
      const at = paragraphs.findIndex((paragraph) => paragraph.end > sentences[head]!.start)
      const next =
        paragraphs[Math.max(0, Math.min(paragraphs.length - 1, at + (key === 'PageDown' ? 1 : -1)))]
      return next ? sentenceAt(sentences, next.start) : head
    }
    default:
      return null
  }
}

/** Offset of the first paragraph in sight: choosing begins where the person reads. */
function firstVisible(region: HTMLElement | null): number {
  const top = region?.closest('dialog')?.getBoundingClientRect().top ?? 0
  for (const paragraph of region?.querySelectorAll<HTMLElement>('[data-start]') ?? []) {
    if (paragraph.getBoundingClientRect().top >= top) return Number(paragraph.dataset.start)
  }
  return 0
}
