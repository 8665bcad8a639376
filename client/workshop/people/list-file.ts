import { csvRows } from '#shared/base/csv-rows.ts'
import { decodedText } from '#shared/base/decoded-text.ts'
import { limits } from '#shared/base/limits.ts'
import { accepted, refused, type Result } from '#shared/base/result.ts'
import {
  readSheets,
  type ListFault,
  type ListOfSheet,
  type ListSheet,
} from '#shared/workshop/participant-list.ts'

/** Why a list cannot be read in; the words are under `workshop.listImport.fault`. */
export type ListFileFault = ListFault | 'wrongType' | 'tooLarge' | 'unreadable'

/** Reads XLSX, ODS and CSV. The reader of workbooks is big and comes only for whoever brings a list. */
export async function readListFile(file: File): Promise<Result<ListOfSheet[], ListFileFault>> {
  if (!/\.(xlsx|ods|csv|tsv|txt)$/i.test(file.name)) return refused('wrongType')
  if (file.size > limits.maxListBytes) return refused('tooLarge')
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const read = readSheets(await sheetsOf(bytes, /\.(xlsx|ods)$/i.test(file.name)))
    return 'lists' in read ? accepted(read.lists) : refused(read.fault)
  } catch {
    // Not what its name says, or it was moved: nothing to do but choose another.
    return refused('unreadable')
  }
}

/** More lines than may be read are not unfolded. */
const MAX_ROWS = limits.maxListedPeople + 50

/** Sheets as text, as they are shown, in the order of their tabs: of names, numbers would come first. */
async function sheetsOf(bytes: Uint8Array, isWorkbook: boolean): Promise<ListSheet[]> {
  // What is no text has no names in it
  if (!isWorkbook) return [{ name: '', lines: csvRows(decodedText(bytes)?.text ?? '', MAX_ROWS) }]
  const { read, utils } = await import('@e965/xlsx')
  const book = read(bytes, { type: 'array', sheetRows: MAX_ROWS, cellFormula: false, cellHTML: false })
  const shown = { header: 1, raw: false, defval: '', blankrows: false } as const
  return book.SheetNames.map((name) => {
    const rows = utils.sheet_to_json<unknown[]>(book.Sheets[name]!, shown)
    return { name, lines: rows.map((cells) => cells.map((cell) => String(cell ?? ''))) }
  })
}
