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
  const wanted = columns.map((title, n) =>
    widthOf(
      title,
      rows.map((cells) => textOfCell(cells[n] ?? '')),
    ),
  )
  const all = wanted.reduce((sum, width) => sum + width, 0)
  const orientation = all <= CHARS_ACROSS.portrait ? 'portrait' : 'landscape'
  // A figure or day that does not fit is shown as ### and not broken
  const isFixed = columns.map((_, n) => rows.some((cells) => typeof cells[n] === 'object'))
  const widths = fitted(wanted, isFixed, CHARS_ACROSS[orientation])
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

/** Wide columns of words give first; figures and dates stay on one line. */
function fitted(widths: readonly number[], isFixed: readonly boolean[], across: number): number[] {
  const upTo = (widest: number) => widths.map((width, n) => (isFixed[n] ? width : Math.min(width, widest)))
  for (let widest = WIDEST; widest > NARROWEST; widest--) {
    const narrower = upTo(widest)
    if (narrower.reduce((sum, width) => sum + width, 0) <= across) return narrower
  }
  return upTo(NARROWEST)
}

/** A head over rows breaks between words, one alone is a sentence; the rows may be as wide as their longest line. */
function widthOf(title: string, cells: readonly string[]): number {
  const head = cells.length > 0 ? title.split(/\s/) : [title]
  const longest = Math.max(
    ...head.map((word) => word.length + 2),
    ...cells.flatMap((cell) => cell.split('\n').map((line) => line.length)),
  )
  return Math.min(WIDEST, Math.max(NARROWEST, Math.ceil(longest * LETTER) + 2))
}

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
