import type { ReportLanguage } from './words.ts'
import { textOfCell, type Cell, type Table } from './table.ts'

/**
 * CSV after RFC 4180 with a byte order mark, so that Excel reads umlauts. The separator follows the language, because
 * Excel's does: a German Excel splits at semicolons only (docs/decisions/0016).
 */
const separators: Record<ReportLanguage, string> = { de: ';', en: ',' }

const BYTE_ORDER_MARK = '\ufeff'

/** @param notice stands in a line of its own before the columns: what somebody must know who reads the table */
export function csvOf(
  { columns, rows }: Table,
  language: ReportLanguage,
  notice: string | null = null,
): string {
  const lines = [...(notice === null ? [] : [[notice]]), columns, ...rows].map((cells) =>
    cells.map(csvCell).join(separators[language]),
  )
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`
}

/** What spreadsheets take for the beginning of a formula, also in full width and behind blanks (OWASP, CSV injection). */
const FORMULA_START = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/

/** An apostrophe before makes it text; the text itself stays as it was. */
function csvCell(cell: Cell): string {
  const text = textOfCell(cell)
  const safe = FORMULA_START.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}
