import type { ReportLanguage } from './words.ts'
import { localeOf } from '../base/locale.ts'

/** A paragraph longer than this is told sentence by sentence. */
const MOST_CHARS_OF_A_POINT = 170
/** What a hall reads from its last row: letters on a slide, and points among them. */
const MOST_CHARS = 430
const MOST_POINTS = 6

const MARK = /^[-–•*]\s+/u
const NUMBER = /^\d{1,2}[.)]\s+/u

/** A text as points of a slide: its lines, and of a long one its sentences. Not a word is left out or changed. */
export function pointsIn(text: string, language: ReportLanguage): string[] {
  const written = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  // "3. Oktober" is a day; only what counts through is a list
  const numbered = written.filter((line) => NUMBER.test(line))
  const isCounted = numbered.length > 1 && numbered.every((line, n) => Number.parseInt(line) === n + 1)
  const lines = written
    .map((line) => line.replace(MARK, '').replace(isCounted ? NUMBER : '', ''))
    .filter(Boolean)
  return lines.flatMap((line) => (line.length > MOST_CHARS_OF_A_POINT ? sentencesIn(line, language) : [line]))
}

/** "z. B.", "§ 5 Abs.", "am 3.": a point that Unicode's rules take for the end of a sentence. */
const ENDS_NO_SENTENCE =
  /(?:^|[\s(])(?:\p{L}|\d+|Nr|Abs|Art|Dr|St|ca|bzw|vgl|inkl|ggf|evtl|Mio|Tsd|etc|e\.g|i\.e)\.\s*$/u

function sentencesIn(line: string, language: ReportLanguage): string[] {
  const segmenter = new Intl.Segmenter(localeOf(language), { granularity: 'sentence' })
  const sentences: string[] = []
  for (const { segment } of segmenter.segment(line)) {
    const isTorn = ENDS_NO_SENTENCE.test(sentences.at(-1) ?? '') || /^\p{Ll}/u.test(segment)
    if (sentences.length > 0 && isTorn) sentences[sentences.length - 1] += segment
    else sentences.push(segment)
  }
  return sentences.map((sentence) => sentence.trim()).filter(Boolean)
}

/** Points on as many slides as they need, about as much on each. */
export function pagesOfPoints(points: readonly string[]): string[][] {
  const chars = points.reduce((sum, { length }) => sum + length, 0)
  const count = Math.max(Math.ceil(chars / MOST_CHARS), Math.ceil(points.length / MOST_POINTS))
  const share = chars / count
  const pages: string[][] = []
  let before = 0
  for (const point of points) {
    const page = Math.min(count - 1, Math.floor((before + point.length / 2) / share))
    ;(pages[page] ??= []).push(point)
    before += point.length
  }
  return pages.filter(Boolean)
}

/** So little that it is said in large letters. */
export const isBrief = (points: readonly string[]): boolean =>
  points.reduce((sum, { length }) => sum + length, 0) <= 200 && points.length <= 3

/** So little that another part stands beside it. */
export const fitsHalf = (points: readonly string[]): boolean =>
  points.length <= 4 && points.reduce((sum, { length }) => sum + length, 0) <= 240
