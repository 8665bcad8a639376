import ExcelJS from 'exceljs'
import type { Report } from '#shared/report/report.ts'
import { kindTables, overviewTable, type Table } from '#shared/report/table.ts'

/** Excel's own limit for the text of one cell. */
const MAX_CELL_CHARS = 32_767
const MAX_SHEET_NAME_CHARS = 31
const WIDEST = 60
const NARROWEST = 12

/**
 * An overview and one sheet for each kind of card. Every cell is a text: exceljs writes strings as shared strings,
 * which no spreadsheet calculates, so text that looks like a formula stays what it is.
 */
export async function workbookOf(report: Report): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  workbook.creator = 'Werkraum'
  workbook.title = cellText(report.title)
  workbook.created = new Date(report.exportedAt)
  for (const table of [overviewTable(report), ...kindTables(report)]) addSheet(workbook, table)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function addSheet(workbook: ExcelJS.Workbook, { name, columns, rows }: Table): void {
  const sheet = workbook.addWorksheet(sheetName(name), { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = columns.map((_, n) => ({
    width: widthOf([columns[n]!, ...rows.map((cells) => cells[n] ?? '')]),
  }))
  sheet.addRow(columns.map(cellText)).font = { bold: true }
  for (const cells of rows) {
    sheet.addRow(cells.map(cellText)).alignment = { wrapText: true, vertical: 'top' }
  }
  if (columns.length > 0) {
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } }
  }
}

function widthOf(cells: readonly string[]): number {
  const longest = Math.max(...cells.flatMap((cell) => cell.split('\n').map((line) => line.length)))
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
