import { saidInCell } from './csv-text.ts'

/** What separates cells; a German Excel writes semicolons. Of equals the first counts. */
const separators = [';', '\t', ',', '|'] as const
type Separator = (typeof separators)[number]

/** Rows that are looked at to find the separator. */
const SAMPLE_ROWS = 20

/**
 * The cells of a CSV, whatever program wrote it and in whatever country; empty rows are left out. What guards a cell against
 * being taken for a formula (`csvText`) is taken off again; nothing is taken for a number or a day.
 */
export function csvRows(text: string, maxRows: number): string[][] {
  const said = /^\ufeff?sep=(.)\r?\n/iu.exec(text)
  const body = said ? text.slice(said[0].length) : text.replace(/^\ufeff/, '')
  return rowsOf(body, said?.[1] ?? separatorOf(body), maxRows)
}

/**
 * The separator that the head is written with: in the text below it others stand, too. A title above the head is split by
 * none. Where two split the same row, the one that splits more rows alike.
 */
function separatorOf(text: string): Separator {
  const found = separators.flatMap((separator, order) => {
    const rows = rowsOf(text, separator, SAMPLE_ROWS)
    const head = rows.findIndex((cells) => isSplitBy(separator, cells))
    const alike = rows.filter(({ length }) => length === rows[head]?.length).length
    return head === -1 ? [] : [{ separator, head, alike, order }]
  })
  found.sort((a, b) => a.head - b.head || b.alike - a.alike || a.order - b.order)
  if (found[0]) return found[0].separator
  const isByHand = (rowsOf(text, ',', 1)[0] ?? []).length > 1
  return isByHand ? ',' : ';'
}

/** A comma before a blank or a digit belongs to a sentence, a name or a number. */
const isSplitBy = (separator: Separator, cells: readonly string[]) =>
  cells.length > 1 && (separator !== ',' || cells.slice(1).every((cell) => !/^[\s\d]/.test(cell)))

function rowsOf(text: string, separator: string, maxRows: number): string[][] {
  const sign = `\\u{${separator.codePointAt(0)!.toString(16)}}`
  // A cell in quotation marks may hold separators and lines; where something follows them, they are part of it
  const cell = new RegExp(`(?: *"([^"]*(?:""[^"]*)*)" *|([^${sign}\\r\\n]*))(${sign}|\\r\\n?|\\n|$)`, 'uy')
  const rows: string[][] = []
  let cells: string[] = []
  while (cell.lastIndex < text.length && rows.length < maxRows) {
    const [, quoted, plain, end] = cell.exec(text)!
    cells.push(saidInCell(quoted?.replaceAll('""', '"') ?? plain!))
    if (end === separator && cell.lastIndex < text.length) continue
    if (end === separator) cells.push('')
    if (cells.some((one) => one.trim() !== '')) rows.push(cells)
    cells = []
  }
  return rows
}
