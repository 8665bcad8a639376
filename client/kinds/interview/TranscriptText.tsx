import { memo, useId, type MouseEvent, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './InterviewReader.module.css'
import { stretchesOf, type Mark, type Passage, type Stretch } from './passages.ts'
import type { SentenceCursor } from './use-sentence-cursor.ts'

interface TranscriptTextProps {
  ref: RefObject<HTMLDivElement | null>
  text: string
  paragraphs: readonly Passage[]
  marks: readonly Mark[]
  cursor: SentenceCursor
  onOpenQuote: (artefactId: string) => void
}

/** A long text with marks over it. Paragraphs out of sight cost no layout, unchanged ones no rendering. */
export function TranscriptText({ ref, text, paragraphs, marks, cursor, onOpenQuote }: TranscriptTextProps) {
  const { t } = useTranslation()
  const hintId = useId()
  const openQuote = (event: MouseEvent) => {
    // Selecting text ends with a click, too; that is no wish to leave.
    if (document.getSelection()?.isCollapsed === false) return
    const quote = (event.target as HTMLElement).closest<HTMLElement>('[data-quotes]')?.dataset.quotes
    if (quote) onOpenQuote(quote.split(' ').at(-1)!)
  }
  return (
    <>
      {cursor.active ? (
        <p id={hintId} className={styles.hint}>
          {t('artefacts.reader.keyboardHint')}
        </p>
      ) : null}
      {/* Clicking a quote is a shortcut; the list of quotes beside the text does the same for everybody. */}
      <div
        ref={ref}
        role={cursor.active ? 'application' : 'document'}
        aria-roledescription={cursor.active ? t('artefacts.reader.application') : undefined}
        aria-label={t('artefacts.reader.text')}
        aria-describedby={cursor.active ? hintId : undefined}
        tabIndex={0}
        lang="de"
        className={styles.text}
        onClick={openQuote}
        onKeyDown={cursor.onKeyDown}
      >
        {paragraphs.map((paragraph) => (
          <Paragraph key={paragraph.start} {...{ text, paragraph }} marks={marksIn(paragraph, marks)} />
        ))}
      </div>
    </>
  )
}

const marksIn = ({ start, end }: Passage, marks: readonly Mark[]) =>
  marks.filter((mark) => mark.start < end && mark.end > start)

interface ParagraphProps {
  text: string
  paragraph: Passage
  marks: readonly Mark[]
}

const Paragraph = memo(function Paragraph({ text, paragraph, marks }: ParagraphProps) {
  return (
    <p data-start={paragraph.start} className={styles.paragraph}>
      {stretchesOf(paragraph, marks).map((stretch) => (
        <StretchText key={stretch.start} stretch={stretch} text={text.slice(stretch.start, stretch.end)} />
      ))}
    </p>
  )
}, sameParagraph)

function sameParagraph(a: ParagraphProps, b: ParagraphProps): boolean {
  return (
    a.text === b.text &&
    a.paragraph.start === b.paragraph.start &&
    a.marks.length === b.marks.length &&
    a.marks.every((mark, index) => sameMark(mark, b.marks[index]!))
  )
}

const sameMark = (a: Mark, b: Mark) =>
  a.start === b.start && a.end === b.end && a.type === b.type && a.id === b.id

function StretchText({ stretch: { marks }, text }: { stretch: Stretch; text: string }) {
  if (marks.length === 0) return text
  if (marks.every(({ type }) => type === 'strong')) return <strong>{text}</strong>
  // The shortest quote stands last: it is the one a click means.
  const quotes = marks
    .filter((mark) => mark.type === 'quote')
    .sort((a, b) => b.end - b.start - (a.end - a.start))
    .map((mark) => mark.id)
  return (
    <mark
      className={styles.mark}
      data-mark={[...new Set(marks.map((mark) => mark.type))].join(' ')}
      data-quotes={quotes.length > 0 ? quotes.join(' ') : undefined}
      data-depth={quotes.length > 1 ? 'many' : undefined}
      data-head={marks.some((mark) => mark.type === 'picked') ? '' : undefined}
    >
      {text}
    </mark>
  )
}
