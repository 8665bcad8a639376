const BYTE_ORDER_MARK = '\ufeff'

/**
 * CSV after RFC 4180 with a byte order mark, so that Excel reads umlauts. The separator follows the language, because
 * Excel's does: a German Excel splits at semicolons only (docs/decisions/0016).
 */
export function csvText(lines: readonly (readonly string[])[], language: 'de' | 'en'): string {
  const separator = language === 'de' ? ';' : ','
  const written = lines.map((cells) => cells.map(csvCell).join(separator))
  return `${BYTE_ORDER_MARK}${written.join('\r\n')}\r\n`
}

/** What spreadsheets take for the beginning of a formula, also in full width and behind blanks (OWASP, CSV injection). */
const FORMULA_START = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/

/** What a cell says, without the apostrophe that `csvText` writes before what would be calculated. */
export const saidInCell = (cell: string): string =>
  cell.startsWith("'") && FORMULA_START.test(cell.slice(1)) ? cell.slice(1) : cell

/** An apostrophe before makes it text; the text itself stays as it was. */
function csvCell(text: string): string {
  const safe = FORMULA_START.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}
