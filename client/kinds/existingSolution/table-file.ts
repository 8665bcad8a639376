import type { CellObject } from '@e965/xlsx'
import { unzipSync } from 'fflate'
import { csvRows } from '#shared/base/csv-rows.ts'
import { limits } from '#shared/base/limits.ts'
import { accepted, refused, type Result } from '#shared/base/result.ts'
import type { TableFault } from './table-fault.ts'
import { galleryInJson, galleryInRows } from './gallery-file.ts'
import { decodeTranscript } from '../interview/transcript-file.ts'

/** A sheet as people see it: the words in its cells, empty rows left out. The first row is its head. */
export interface Sheet {
  name: string
  rows: string[][]
  /** Of the gallery of another Werkraum, whose fields are known: from which hosts. The head names fields then. */
  hosts?: string[]
}

const SPREADSHEETS = /\.(xlsx|xlsm|ods)$/i
/** A head, and one row more than may be read, to tell that there are too many. */
const MAX_ROWS = limits.maxCatalogueRows + 2
const PLAIN = /\.(csv|tsv|txt)$/i
const LINKED_DATA = /\.(jsonld|json)$/i
/** What may be chosen as a list; as a catalogue also the files of another Werkraum's gallery. */
export const TABLE_FILES = '.xlsx,.xlsm,.ods,.csv,.tsv'
export const CATALOGUE_FILES = `${TABLE_FILES},.jsonld,.json`

/** Reads XLSX, ODS or CSV in this browser; nothing is sent. Formulas are the values they had, never calculated. */
export async function readTable(file: File): Promise<Result<Sheet[], TableFault>> {
  if (!SPREADSHEETS.test(file.name) && !PLAIN.test(file.name)) return refused('wrongType')
  if (file.size > limits.maxForeignFileBytes) return refused('tooLarge')
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    return PLAIN.test(file.name) ? sheetsOfText(bytes) : await sheetsOfBook(bytes)
  } catch (error) {
    return refused(/password|encrypt/i.test((error as Error).message) ? 'locked' : 'unreadable')
  }
}

function sheetsOfText(bytes: Uint8Array): Result<Sheet[], TableFault> {
  const decoded = decodeTranscript(bytes)
  if (!decoded.ok) return refused(decoded.refusal === 'empty' ? 'empty' : 'wrongType')
  return tablesIn([{ name: '', rows: csvRows(decoded.value.text, MAX_ROWS) }])
}

async function sheetsOfBook(bytes: Uint8Array): Promise<Result<Sheet[], TableFault>> {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return refused('locked')
  if (unpackedSize(bytes) > limits.maxUnpackedBytes) return refused('tooLarge')
  const { read, utils } = await import('@e965/xlsx')
  const book = read(bytes, { type: 'array', cellHTML: false, sheetRows: MAX_ROWS })
  return tablesIn(
    book.SheetNames.map((name) => {
      const sheet = book.Sheets[name] ?? {}
      Object.values(sheet).forEach(showDay)
      const shown = { header: 1, raw: false, defval: '', blankrows: false } as const
      const rows = utils.sheet_to_json<unknown[]>(sheet, shown)
      return { name, rows: rows.map((cells) => cells.map((cell) => String(cell ?? ''))) }
    }),
  )
}

/** As above, or of a gallery of solutions (`katalog.csv`, `katalog.jsonld`), which is recognised by itself. */
export async function readCatalogue(file: File): Promise<Result<Sheet[], TableFault>> {
  if (!LINKED_DATA.test(file.name)) {
    const read = await readTable(file)
    return read.ok ? accepted(read.value.map(asGallery)) : read
  }
  if (file.size > limits.maxForeignFileBytes) return refused('tooLarge')
  const gallery = galleryInJson(await file.text())
  return gallery.ok ? accepted([{ name: file.name, ...gallery.value }]) : gallery
}

const asGallery = (sheet: Sheet): Sheet => ({ ...sheet, ...galleryInRows(sheet.rows) })

/** What an archive says it holds, without unpacking any of it. */
function unpackedSize(bytes: Uint8Array): number {
  let size = 0
  unzipSync(bytes, {
    filter: ({ originalSize }) => {
      size += originalSize
      return false
    },
  })
  return size
}

function tablesIn(sheets: readonly Sheet[]): Result<Sheet[], TableFault> {
  const tables = sheets.flatMap(({ name, rows }): Sheet[] => {
    const words = rows.map((cells) => cells.map((cell) => cell.trim()))
    // A title over the table is no head, unless there is one column only
    const head = words.findIndex((cells) => cells.filter(Boolean).length > 1)
    const table = words.slice(Math.max(0, head)).filter((cells) => cells.some(Boolean))
    return table.length > 1 ? [{ name, rows: table }] : []
  })
  if (tables.length === 0) return refused('empty')
  if (tables.some(({ rows }) => rows.length > limits.maxCatalogueRows + 1)) return refused('tooMany')
  return accepted(tables)
}

/** What spreadsheets keep without a form of its own is shown as in the country of whoever looks; this reader knows only America. */
const AMERICAN_DAY = /^\d{1,2}\/\d{1,2}\/\d{2}$/
const DAY_MS = 86_400_000
const FIRST_DAY = Date.UTC(1899, 11, 30)

function showDay(cell: CellObject): void {
  if (typeof cell !== 'object' || cell.t !== 'n' || !AMERICAN_DAY.test(cell.w ?? '')) return
  const [year, month, day] = new Date(FIRST_DAY + Number(cell.v) * DAY_MS)
    .toISOString()
    .slice(0, 10)
    .split('-')
  cell.w = `${day}.${month}.${year}`
}
