import { localTime } from '#shared/report/local-time.ts'
import type { Report } from '#shared/report/report.ts'
import { textOfCell, type Cell, type Table } from '#shared/report/table.ts'
import { fill, wordsIn, type ReportLanguage } from '#shared/report/words.ts'

/** A workbook before it is written in one format: what stands where, how wide and how high. */
export interface Book {
  title: string
  language: ReportLanguage
  /** Milliseconds since the Unix epoch. */
  writtenAt: number
  /** As of when, for the margin. */
  asOf: string
  /** Before, between and after the number of the page and how many there are. */
  page: readonly [string, string, string]
  sheets: readonly Sheet[]
}

export interface Sheet {
  name: string
  columns: readonly { title: string; width: number; align: 'start' | 'end' }[]
  /** In points. */
  headHeight: number
  rows: readonly { cells: readonly Cell[]; height: number }[]
  /** A4, always as wide as one sheet of paper. */
  orientation: 'portrait' | 'landscape'
}

/** The limit of both formats' readers for the text of one cell. */
const MAX_CELL_CHARS = 32_767
const MAX_SHEET_NAME_CHARS = 31
/** How much wider than a digit a letter may be; where Calibri and Carlito are missing, others step in. */
const LETTER = 1.15
/** In widths of a digit. */
const WIDEST = 44
const NARROWEST = 9
/** Longer words are broken. */
const WIDEST_WORD = 16
/** What A4 holds in readable size. */
const CHARS_ACROSS = { portrait: 95, landscape: 165 } as const
/** In points, for eleven point letters; and what Excel allows at most. */
const LINE_HEIGHT = 15
const TALLEST = 409

/** @param tables of the report; what somebody must know who opens the file comes before them */
export function bookOf(report: Report, tables: readonly Table[]): Book {
  const { title, language, exportedAt } = report
  const words = wordsIn(language)
  const time = localTime(language, report.timeZone).moment(exportedAt)
  const [before = '', between = '', after = ''] = words.documents.page.split(/\{\{\w+\}\}/)
  return {
    title,
    language,
    writtenAt: exportedAt,
    asOf: fill(words.results.report.asOf, { time }),
    page: [before, between, after],
    sheets: [...noticeTables(report), ...tables].map(sheetOf),
  }
}

function noticeTables({ notice, language }: Report): Table[] {
  if (notice === null) return []
  return [{ name: wordsIn(language).results.notice, columns: [notice], rows: [] }]
}

function sheetOf({ name, columns, rows }: Table): Sheet {
  const needs = columns.map((title, n) =>
    needsOf(
      title,
      rows.map((cells) => cells[n] ?? ''),
    ),
  )
  const all = sumOf(needs.map(({ width }) => width))
  const orientation = all <= CHARS_ACROSS.portrait ? 'portrait' : 'landscape'
  const widths = fitted(needs, CHARS_ACROSS[orientation])
  return {
    name: name.replace(/[[\]:*?/\\]/g, ' ').slice(0, MAX_SHEET_NAME_CHARS),
    columns: columns.map((title, n) => ({
      title,
      width: widths[n]!,
      align: isNumber(rows[0]?.[n]) ? 'end' : 'start',
    })),
    headHeight: heightOf(columns, widths),
    rows: rows.map((cells) => ({
      cells: cells.map(bounded),
      height: heightOf(cells.map(textOfCell), widths),
    })),
    orientation,
  }
}

const isNumber = (cell: Cell | undefined) => typeof cell === 'object' && 'number' in cell

/**
 * Where not all can be as wide as they want, figures and dates stay on one line and words whole, and what is left goes to
 * those that hold most, so that rows stay low.
 */
function fitted(columns: readonly Needs[], across: number): number[] {
  const least = columns.map(({ width, word }) => Math.min(width, word))
  const room = across - sumOf(least)
  if (sumOf(columns.map(({ width }) => width)) <= across) return columns.map(({ width }) => width)
  if (room <= 0) return least
  const wishes = columns.map(({ width, chars }, n) => (width - least[n]!) * Math.sqrt(1 + chars))
  return columns.map(({ width }, n) =>
    Math.min(width, least[n]! + Math.floor((room * wishes[n]!) / sumOf(wishes))),
  )
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0)

/** What a column needs, in widths of a digit. */
interface Needs {
  /** As wide as its longest line, within bounds. */
  width: number
  /** As wide as its longest word; of figures and dates, which are shown as ### where they do not fit, all of it. */
  word: number
  /** Letters of a row on average. */
  chars: number
}

/** A head over rows breaks between words, one alone is a sentence. */
function needsOf(title: string, cells: readonly Cell[]): Needs {
  const texts = cells.map(shownIn)
  const heads = cells.length > 0 ? title.split(/\s/) : [title]
  const longestIn = (pieces: readonly string[]) =>
    pieces.reduce((most, { length }) => Math.max(most, length), 0)
  const longest = (between: string | RegExp) =>
    texts.reduce((most, text) => Math.max(most, longestIn(text.split(between))), 0)
  const head = longestIn(heads) + 2
  const width = widthFor(Math.max(head, longest('\n')), WIDEST)
  const isFixed = cells.some((cell) => typeof cell === 'object')
  const word = widthFor(Math.max(head, longest(/[\s/-]/)), WIDEST_WORD)
  const chars = sumOf(texts.map(({ length }) => length)) / Math.max(1, texts.length)
  return { width, word: isFixed ? width : word, chars }
}

const widthFor = (letters: number, most: number) =>
  Math.min(most, Math.max(NARROWEST, Math.ceil(letters * LETTER) + 2))

/** Day and time without the words around them. */
const shownIn = (cell: Cell) =>
  typeof cell === 'object' && 'moment' in cell ? 'dd.mm.yyyy hh:mm' : textOfCell(cell)

/** Not every program finds the height of wrapped text by itself; LibreOffice prints one line over the other then. */
function heightOf(texts: readonly string[], widths: readonly number[]): number {
  const lines = texts.map((text, n) => linesIn(text, widths[n]!))
  return Math.min(TALLEST, LINE_HEIGHT * Math.max(1, ...lines))
}

/** Words stay whole, so a line is rarely full. */
const linesIn = (text: string, width: number) =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * LETTER) / width)), 0)

/** What XML 1.0 cannot hold would make the whole file unreadable. */
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udfff]/gu

function bounded(cell: Cell): Cell {
  if (typeof cell !== 'string') return cell
  return cell.replace(NOT_XML, '').replace(/\r\n?/g, '\n').slice(0, MAX_CELL_CHARS)
}
