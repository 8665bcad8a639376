import { withoutControls } from '#shared/base/visible-text.ts'

/** A bullet or number as lists of other programs write it into plain text. */
const BULLET = /^(?:[-*•–·▪◦]|\d{1,3}[.)])$/
const BULLET_BEFORE = /^(?:[-*•–·▪◦]|\d{1,3}[.)])\s+/

/**
 * The lines worth a card: without bullets and numbers in front, cells of a spreadsheet's row joined by dashes. A cell
 * with line breaks or quotes in it, which spreadsheets put into quotes, is one cell.
 */
export function linesOf(text: string): string[] {
  const words = withoutControls(text)
  const rows = words.includes('\t') ? cellsOf(words) : words.split('\n').map((line) => [line])
  return rows.map(lineOf).filter(Boolean)
}

/** One line of a row of cells. */
export function lineOf(cells: readonly string[]): string {
  const full = cells.map((cell) => cell.replace(/\s+/g, ' ').trim()).filter(Boolean)
  if (full.length > 1 && BULLET.test(full[0]!)) full.shift()
  return full.join(' – ').replace(BULLET_BEFORE, '').trim()
}

/** Tab-separated rows, with quotes around cells that hold breaks or quotes, which are doubled inside. */
function cellsOf(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (const [, quoted, plain = '', end] of text.matchAll(CELL)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === '\t') continue
    rows.push(row)
    row = []
    if (end === '') break
  }
  return rows
}

/** A cell in quotes that end where the cell does, or any other, and what follows it. */
const CELL = /(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))(\t|\n|$)/g

/** A text in pieces of at most `maxChars`, cut at line breaks or spaces where there are any. */
export function piecesOf(text: string, maxChars: number): string[] {
  const pieces: string[] = []
  let rest = text
  while (rest.length > maxChars) {
    const head = rest.slice(0, maxChars)
    const cut = Math.max(head.lastIndexOf('\n'), head.lastIndexOf(' '))
    const end = cut > maxChars / 2 ? cut : maxChars
    pieces.push(rest.slice(0, end).trim())
    rest = rest.slice(end).trim()
  }
  return rest ? [...pieces, rest] : pieces
}
