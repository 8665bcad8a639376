import { sheetMeasures } from './grid.ts'
import { breakLines } from './text/lines.ts'
import { textWidth } from './text/widths.ts'

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
const SMALL = { size: 18, weight: 700 } as const
const BELOW = 20

const linesOfQuestion = (question: string): number =>
  Math.min(2, breakLines(question, QUESTION, QUESTION_WIDTH).length)

/** How far to the right a sheet's question goes. */
export function questionEnd({ question, size }: Pick<Prompt, 'question' | 'size'>): number {
  const width =
    size === 'line' ? textWidth(question, SMALL) : Math.min(QUESTION_WIDTH, textWidth(question, QUESTION))
  return sheetMeasures.side + width
}

/** Where the fields of a sheet begin. */
export function promptBottom({ question, size }: Pick<Prompt, 'question' | 'size'>): number {
  const h = size === 'line' ? SMALL_LINE : KIND_LINE + linesOfQuestion(question) * LINE
  return sheetMeasures.top + h + BELOW
}
