import { sheetMeasures } from './grid.ts'
import { breakLines } from './text/lines.ts'

/** What a page asks, above everything else on its sheet. */
export interface Prompt {
  /** What the page is about, as one question; a page without one begins with its name. */
  question: string
  /** One piece of advice beside it, at most three lines. */
  tip: string
  /** Asked in full, or as one small line once everybody knows it. */
  size: 'full' | 'line'
}

const QUESTION = { size: 34, weight: 700 } as const
const QUESTION_WIDTH = 880
const KIND_LINE = 24
const LINE = 40
const SMALL_LINE = 24
const BELOW = 20

const linesOfQuestion = (question: string): number =>
  Math.min(2, breakLines(question, QUESTION, QUESTION_WIDTH).length)

/** Where the fields of a sheet begin. */
export function promptBottom({ question, size }: Pick<Prompt, 'question' | 'size'>): number {
  const h = size === 'line' ? SMALL_LINE : KIND_LINE + linesOfQuestion(question) * LINE
  return sheetMeasures.top + h + BELOW
}
