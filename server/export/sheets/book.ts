import { localTime } from '#shared/report/local-time.ts'
import type { Report } from '#shared/report/report.ts'
import { textOfCell, type Cell, type Table } from '#shared/report/table.ts'
import { fill, wordsIn, type ReportLanguage } from '#shared/report/words.ts'
import { linesOf, widthsOf, type Across } from './widths.ts'

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
  orientation: Across['orientation']
}

/** The limit of both formats' readers for the text of one cell. */
const MAX_CELL_CHARS = 32_767
const MAX_SHEET_NAME_CHARS = 31
/** In points, for eleven point letters; and what Excel allows at most. */
const LINE_HEIGHT = 15
/** Above the line between rows. */
const ROOM_BELOW = 3
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
  const { widths, orientation } = widthsOf(columns, rows)
  return {
    name: name.replace(/[[\]:*?/\\]/g, ' ').slice(0, MAX_SHEET_NAME_CHARS),
    columns: columns.map((title, n) => ({
      title,
      width: widths[n]!,
      align: isNumber(rows[0]?.[n]) ? 'end' : 'start',
    })),
    headHeight: heightOf(linesOf(columns, widths, true)),
    rows: rows.map((cells) => ({
      cells: cells.map(bounded),
      height: heightOf(linesOf(cells.map(textOfCell), widths)),
    })),
    orientation,
  }
}

const isNumber = (cell: Cell | undefined) => typeof cell === 'object' && 'number' in cell

/** Not every program finds the height of wrapped text by itself; LibreOffice prints one line over the other then. */
const heightOf = (lines: number) => Math.min(TALLEST, LINE_HEIGHT * lines + ROOM_BELOW)

/** What XML 1.0 cannot hold would make the whole file unreadable. */
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udfff]/gu

function bounded(cell: Cell): Cell {
  if (typeof cell !== 'string') return cell
  return cell.replace(NOT_XML, '').replace(/\r\n?/g, '\n').slice(0, MAX_CELL_CHARS)
}
