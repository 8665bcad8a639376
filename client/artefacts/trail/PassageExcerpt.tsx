import type { QuoteSource } from '#shared/kinds/field.ts'
import styles from './trail.module.css'

const AROUND_CHARS = 120

/** A passage of a transcript, marked, with what was said just before and after it. */
export function PassageExcerpt(props: { transcript: string; source: QuoteSource; lang: string }) {
  const { transcript, source, lang } = props
  const { start, end } = source
  const before = transcript.slice(Math.max(0, start - AROUND_CHARS), start)
  const after = transcript.slice(end, end + AROUND_CHARS)
  return (
    <blockquote className={styles.excerpt} lang={lang}>
      {start > AROUND_CHARS ? '… ' : ''}
      {wholeWords(before, start > AROUND_CHARS, false)}
      <mark className={styles.marked}>{transcript.slice(start, end)}</mark>
      {wholeWords(after, false, end + AROUND_CHARS < transcript.length)}
      {end + AROUND_CHARS < transcript.length ? ' …' : ''}
    </blockquote>
  )
}

/** Without the halves of words at its cut ends. */
function wholeWords(text: string, isCutBefore: boolean, isCutAfter: boolean): string {
  const begun = isCutBefore ? text.replace(/^\S*\s/, '') : text
  return isCutAfter ? begun.replace(/\s\S*$/, '') : begun
}
