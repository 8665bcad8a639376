import { read, type CellObject, type WorkSheet } from '@e965/xlsx'
import { unzipSync, strFromU8 } from 'fflate'

/** A workbook as somebody else's reader sees it: XLSX or ODS. */
export function openedBook(bytes: Uint8Array) {
  const book = read(bytes, { type: 'array', cellDates: true, cellNF: true, UTC: true })
  const sheets = book.SheetNames.map((name) => ({ name, cells: cellsOf(book.Sheets[name]!) }))
  return { names: book.SheetNames, sheets, sheet: (name: string) => cellsOf(book.Sheets[name]!) }
}

/** Cells by address, "A1" … */
function cellsOf(sheet: WorkSheet): Map<string, CellObject> {
  return new Map(Object.entries(sheet).filter(([at]) => !at.startsWith('!')) as [string, CellObject][])
}

/** The first cell below a title of the first row. */
export function belowTitle(cells: Map<string, CellObject>, title: string): CellObject | undefined {
  const at = [...cells].find(([address, { v }]) => /^[A-Z]+1$/.test(address) && v === title)?.[0]
  return at === undefined ? undefined : cells.get(at.replace('1', '2'))
}

/** All words of all cells. */
export const wordsOfBook = (bytes: Uint8Array): string[] =>
  openedBook(bytes).sheets.flatMap(({ cells }) => [...cells.values()].map(({ v }) => String(v)))

/** The text files inside of a ZIP, by name. */
export function textsInZip(bytes: Uint8Array): Map<string, string> {
  const files = Object.entries(unzipSync(bytes)).filter(([name]) =>
    /\.(xml|rels|json|txt|html|md|csv|svg)$/.test(name),
  )
  return new Map(files.map(([name, content]) => [name, strFromU8(content)]))
}
