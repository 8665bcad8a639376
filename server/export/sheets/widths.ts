import { textOfCell, type Cell } from '#shared/report/table.ts'

/** How much wider than a digit a letter may be; where Calibri and Carlito are missing, others step in. */
const LETTER = 1.15
/** Those of a head are bold. */
const HEAD_LETTER = 1.25
/** Between columns, in widths of a digit. */
const ROOM = 2
const NARROWEST = 8
/** Longer words are broken. */
const WIDEST_WORD = 15
const WIDEST_HEAD = 18
/** Where a column would be wider, paper is turned. */
const WIDEST_UPRIGHT = 44
/** What A4 holds in readable size. */
const CHARS_ACROSS = { portrait: 95, landscape: 172 } as const
/** What a column is made wide for: nine rows of ten. */
const MOST_ROWS = 0.9
/** A row that needs more is as high as a page whatever its columns are. */
const MOST_LINES = 40

/** What a column needs, in widths of a digit. */
interface Needs {
  /** Of the longest word of most cells; of figures and dates, which are shown as ### where they do not fit, of all. */
  least: number
  /** For everything on lines of its own. */
  most: number
  /** A cell that only one of ten is longer than. */
  typical: string
}

export interface Across {
  widths: readonly number[]
  /** A4, always as wide as one sheet of paper. */
  orientation: 'portrait' | 'landscape'
}

/**
 * Widths with which rows are as low as the paper allows: every column gets what most of its cells need to have no more
 * lines than those of the others, and what is left goes to those that wanted more.
 */
export function widthsOf(titles: readonly string[], rows: readonly (readonly Cell[])[]): Across {
  const columns = titles.map((title, n) =>
    needsOf(
      title,
      rows.map((cells) => cells[n] ?? ''),
    ),
  )
  const upright = sumOf(columns.map(({ most }) => Math.min(most, WIDEST_UPRIGHT)))
  const orientation = upright <= CHARS_ACROSS.portrait ? 'portrait' : 'landscape'
  return { orientation, widths: fitted(columns, CHARS_ACROSS[orientation]) }
}

function fitted(columns: readonly Needs[], across: number): number[] {
  let wider = columns.map(({ most }) => most)
  for (let lines = 1; lines <= MOST_LINES; lines++) {
    const widths = columns.map((column) => widthFor(column, lines))
    const room = across - sumOf(widths)
    if (room >= 0) return shared(widths, wider, room)
    wider = widths
  }
  return columns.map(({ least }) => least)
}

/** @param wider what they would have had with one line less */
function shared(widths: readonly number[], wider: readonly number[], room: number): number[] {
  const wishes = widths.map((width, n) => wider[n]! - width)
  const all = Math.max(1, sumOf(wishes))
  return widths.map((width, n) => width + Math.floor(Math.min(wishes[n]!, (room * wishes[n]!) / all)))
}

/** The narrowest with which a typical cell has no more lines than these, or than its own. */
function widthFor({ least, most, typical }: Needs, lines: number): number {
  let [narrow, wide] = [least, Math.max(least, most)]
  while (narrow < wide) {
    const middle = Math.floor((narrow + wide) / 2)
    if (linesIn(typical, middle) <= lines) wide = middle
    else narrow = middle + 1
  }
  return wide
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0)

/** A head over rows breaks between words, one alone is a sentence. */
function needsOf(title: string, cells: readonly Cell[]): Needs {
  const texts = cells.map(shownIn).sort((one, other) => one.length - other.length)
  const typical = texts[Math.floor((texts.length - 1) * MOST_ROWS)] ?? title
  const headWord = longestOf(cells.length > 0 ? title.split(/\s/) : [title])
  const longestLine = longestOf(texts.flatMap((text) => text.split('\n')))
  const most = Math.max(inDigits(headWord, HEAD_LETTER), inDigits(longestLine))
  if (cells.some((cell) => typeof cell === 'object')) {
    return { least: most, most, typical }
  }
  const words = texts.map((text) => longestOf(text.split(/[\s/-]/))).sort((one, other) => one - other)
  const word = words[Math.floor((words.length - 1) * MOST_ROWS)] ?? 0
  const least = Math.max(
    Math.min(WIDEST_WORD, inDigits(word)),
    Math.min(WIDEST_HEAD, inDigits(headWord, HEAD_LETTER)),
  )
  return { least: Math.min(least, most), most, typical }
}

/** With the room beside it. */
const inDigits = (letters: number, letter = LETTER) => Math.max(NARROWEST, Math.ceil(letters * letter) + ROOM)

const longestOf = (pieces: readonly string[]) =>
  pieces.reduce((most, { length }) => Math.max(most, length), 0)

/** Day and time without the words around them. */
const shownIn = (cell: Cell) =>
  typeof cell === 'object' && 'moment' in cell ? 'dd.mm.yyyy hh:mm' : textOfCell(cell)

/** Lines of a row: of its cells, or of a head, the one that has most. */
export const linesOf = (texts: readonly string[], widths: readonly number[], isHead = false): number =>
  texts.reduce((most, text, n) => Math.max(most, linesIn(text, widths[n]!, isHead)), 1)

/** As a program breaks them: words stay whole while they fit on a line. */
function linesIn(text: string, width: number, isHead = false): number {
  const room = (width - ROOM) / (isHead ? HEAD_LETTER : LETTER)
  let lines = 0
  for (const paragraph of text.split('\n')) {
    lines++
    let used = 0
    for (const { length } of paragraph.split(' ')) {
      const after = used === 0 ? length : used + 1 + length
      if (after <= room) {
        used = after
        continue
      }
      if (used > 0) lines++
      lines += Math.max(0, Math.ceil(length / room) - 1)
      used = length % room
    }
  }
  return lines
}
