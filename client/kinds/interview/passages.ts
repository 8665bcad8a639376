import { placesOf } from '#shared/base/folded-text.ts'

/** Places in a text, in UTF-16 units, `end` exclusive. */
export interface Passage {
  start: number
  end: number
}

/** Paragraphs of a transcript: its lines that are not empty, with their places. */
export function paragraphsOf(text: string): Passage[] {
  return Array.from(text.matchAll(/[^\n]*\S[^\n]*/g), ({ index, 0: line }) => ({
    start: index,
    end: index + line.length,
  }))
}

/** Sentences, without the white space around them. None reaches over the end of a paragraph. */
export function sentencesOf(text: string, paragraphs: readonly Passage[], language = 'de'): Passage[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' })
  return paragraphs.flatMap(({ start, end }) =>
    Array.from(segmenter.segment(text.slice(start, end)), ({ index, segment }) =>
      trimmed(text, { start: start + index, end: start + index + segment.length }),
    ).filter((sentence) => sentence.end > sentence.start),
  )
}

/** A passage without the white space at its ends. */
export function trimmed(text: string, { start, end }: Passage): Passage {
  let [from, to] = [start, end]
  while (from < to && /\s/.test(text[from]!)) from++
  while (to > from && /\s/.test(text[to - 1]!)) to--
  return { start: from, end: to }
}

/**
 * The passage with the words whole that it cuts at its ends. White space at the ends does not count, and a hyphen or
 * an apostrophe inside a word is part of it ("E-Akte").
 */
export function wholeWords(text: string, passage: Passage): Passage {
  let { start, end } = trimmed(text, passage)
  if (start === end) return passage
  while (start > 0 && joins(text, start)) start--
  while (end < text.length && joins(text, end)) end++
  return { start, end }
}

/** Whether a word goes on across this place. */
function joins(text: string, at: number): boolean {
  const [before, after] = [text[at - 1]!, text[at]!]
  if (inWord(before) && inWord(after)) return true
  if (binds(after)) return inWord(before) && inWord(text[at + 1] ?? '')
  return binds(before) && inWord(after) && inWord(text[at - 2] ?? '')
}

/** Marks that stand on a letter of their own (combining) and halves of a pair count as letters. */
const inWord = (sign: string) => /[\p{L}\p{N}\p{M}\p{Cs}_]/u.test(sign)
const binds = (sign: string) => /[-\u2010\u2011'’]/.test(sign)

/** Where a text is found, as texts are compared everywhere, at most `max` times. */
export const hitsOf = (text: string, query: string, max = 500): Passage[] => placesOf(text, query, max)

type MarkType = 'strong' | 'redacted' | 'quote' | 'hit' | 'current-hit' | 'picked'

/** Something shown over the text. Marks may overlap. */
export interface Mark extends Passage {
  type: MarkType
  /** Artefact of a `quote`; empty for other marks. */
  id: string
}

/** A stretch of a paragraph under the same marks. */
export interface Stretch extends Passage {
  marks: readonly Mark[]
}

/** Cuts a paragraph wherever a mark begins or ends. */
export function stretchesOf({ start, end }: Passage, marks: readonly Mark[]): Stretch[] {
  const here = marks.filter((mark) => mark.start < end && mark.end > start)
  const cuts = new Set([start, end])
  for (const mark of here) {
    if (mark.start > start) cuts.add(mark.start)
    if (mark.end < end) cuts.add(mark.end)
  }
  const ordered = [...cuts].sort((a, b) => a - b)
  return ordered.slice(0, -1).map((from, index) => {
    const to = ordered[index + 1]!
    return { start: from, end: to, marks: here.filter((mark) => mark.start < to && mark.end > from) }
  })
}

/** The sentence at or after a place; the last one behind the end. */
export function sentenceAt(sentences: readonly Passage[], offset: number): number {
  const index = sentences.findIndex((sentence) => sentence.end > offset)
  return index === -1 ? sentences.length - 1 : index
}
