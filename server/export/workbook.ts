import ExcelJS from 'exceljs'
import { localTime } from '#shared/report/local-time.ts'
import type { Report } from '#shared/report/report.ts'
import { kindTables, overviewTable, textOfCell, type Cell, type Table } from '#shared/report/table.ts'
import { fill, wordsIn, type ReportLanguage } from '#shared/report/words.ts'

/** Excel's own limit for the text of one cell. */
const MAX_CELL_CHARS = 32_767
const MAX_SHEET_NAME_CHARS = 31
const WIDEST = 40
const NARROWEST = 11
/** What A4 across holds in readable size, in widths of a digit. */
const CHARS_ACROSS = 165
/** In points, for eleven point letters; and what Excel allows at most. */
const LINE_HEIGHT = 15
const TALLEST = 409
const HEAD_FONT = { name: 'Calibri', family: 2, size: 11, bold: true }

const dayFormats: Record<ReportLanguage, string> = { de: 'dd.mm.yyyy', en: 'dd/mm/yyyy' }

/**
 * An overview and one sheet for each kind of card. What people wrote is always a text: exceljs writes strings as shared
 * strings, which no spreadsheet calculates, so text that looks like a formula stays what it is. Numbers, days and
 * moments are what they are, so that they can be sorted and added up.
 */
export async function workbookOf(report: Report): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  workbook.creator = 'Werkraum'
  workbook.title = cellText(report.title)
  workbook.created = new Date(report.exportedAt)
  for (const table of [overviewTable(report), ...kindTables(report)]) addSheet(workbook, table, report)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function addSheet(workbook: ExcelJS.Workbook, { name, columns, rows }: Table, report: Report): void {
  const widths = columns.map((title, n) =>
    widthOf(
      title,
      rows.map((cells) => textOfCell(cells[n] ?? '')),
    ),
  )
  const sheet = workbook.addWorksheet(sheetName(name), {
    views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }],
    ...onPaper(report, widths),
  })
  sheet.columns = widths.map((width) => ({ width }))
  const head = sheet.addRow(columns.map(cellText))
  head.font = HEAD_FONT
  columns.forEach((_, n) => {
    const horizontal = isNumber(rows[0]?.[n]) ? 'right' : 'left'
    head.getCell(n + 1).alignment = { wrapText: true, vertical: 'bottom', horizontal }
  })
  head.height = heightOf(columns, widths)
  for (const cells of rows) {
    addRow(sheet, cells, dayFormats[report.language]).height = heightOf(cells.map(textOfCell), widths)
  }
  if (columns.length > 0) {
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } }
  }
}

function addRow(sheet: ExcelJS.Worksheet, cells: readonly Cell[], dayFormat: string): ExcelJS.Row {
  const row = sheet.addRow(cells.map(valueOf))
  row.alignment = { wrapText: true, vertical: 'top' }
  cells.forEach((cell, n) => {
    if (typeof cell === 'string' || 'number' in cell) return
    const written = row.getCell(n + 1)
    written.numFmt = 'day' in cell ? dayFormat : `${dayFormat} hh:mm`
    written.alignment = { vertical: 'top', horizontal: 'left' }
  })
  return row
}

/** Not every program finds the height of wrapped text by itself; LibreOffice prints one line over the other then. */
function heightOf(texts: readonly string[], widths: readonly number[]): number {
  const lines = texts.map((text, n) => linesIn(text, widths[n]!))
  return Math.min(TALLEST, LINE_HEIGHT * Math.max(1, ...lines))
}

/** Words stay whole, so a line is rarely full. */
const linesIn = (text: string, width: number) =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.1) / width)), 0)

const isNumber = (cell: Cell | undefined) => typeof cell === 'object' && 'number' in cell

function valueOf(cell: Cell): string | number | Date {
  if (typeof cell === 'string') return cellText(cell)
  if ('number' in cell) return cell.number
  return 'day' in cell ? cell.day : cell.moment
}

type OnPaper = Pick<ExcelJS.AddWorksheetOptions, 'pageSetup' | 'headerFooter'>

/**
 * Whoever prints gets A4 across, as many sheets side by side as stay readable, head and first column on each of them,
 * and what it is in the margins.
 */
function onPaper({ title, language, timeZone, exportedAt }: Report, widths: readonly number[]): OnPaper {
  const { asOf, sheetPage } = wordsIn(language).results.report
  const stand = fill(asOf, { time: localTime(language, timeZone).moment(exportedAt) })
  const page = fill(sheetPage, { page: '&P', count: '&N' })
  return {
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: Math.ceil(widths.reduce((sum, width) => sum + width, 0) / CHARS_ACROSS),
      fitToHeight: 0,
      printTitlesRow: '1:1',
      printTitlesColumn: 'A:A',
    },
    headerFooter: { oddHeader: `&L${inMargin(title)}&R&A`, oddFooter: `&L${inMargin(stand)}&R${page}` },
  }
}

/** A header may have 255 characters, and "&" begins a command in it. */
const inMargin = (text: string) => cellText(text).replace(/\s+/g, ' ').slice(0, 100).replaceAll('&', '&&')

/** The head breaks between words; the rows may be as wide as their longest line. */
function widthOf(title: string, cells: readonly string[]): number {
  const longest = Math.max(
    ...title.split(/\s/).map((word) => word.length + 3),
    ...cells.flatMap((cell) => cell.split('\n').map((line) => line.length)),
  )
  return Math.min(WIDEST, Math.max(NARROWEST, longest + 2))
}

const sheetName = (name: string) => name.replace(/[[\]:*?/\\]/g, ' ').slice(0, MAX_SHEET_NAME_CHARS)

/** What XML 1.0 cannot hold would make the whole file unreadable. */
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udfff]/gu

/** Excel reads "_x0041_" as an escape for "A"; escaping the underscore keeps it as it was written. */
const ESCAPE_LOOKALIKE = /_(?=x[0-9A-Fa-f]{4}_)/g

function cellText(text: string): string {
  const shown = text.replace(NOT_XML, '').replace(/\r\n?/g, '\n').slice(0, MAX_CELL_CHARS)
  return shown.replace(ESCAPE_LOOKALIKE, '_x005F_')
}
