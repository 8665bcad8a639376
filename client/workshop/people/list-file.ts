import { decodedText } from '#shared/base/decoded-text.ts'
import { limits } from '#shared/base/limits.ts'
import { accepted, refused, type Result } from '#shared/base/result.ts'
import { readParticipants, type ListedPerson, type ListFault } from '#shared/workshop/participant-list.ts'

/** Why a list cannot be read in; the words are under `workshop.listImport.fault`. */
export type ListFileFault = ListFault | 'wrongType' | 'tooLarge' | 'unreadable'

/** Reads XLSX, ODS and CSV. The reader of workbooks is big and comes only for whoever brings a list. */
export async function readListFile(file: File): Promise<Result<ListedPerson[], ListFileFault>> {
  if (!/\.(xlsx|ods|csv|tsv|txt)$/i.test(file.name)) return refused('wrongType')
  if (file.size > limits.maxListBytes) return refused('tooLarge')
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const sheets = await sheetsOf(bytes, /\.(xlsx|ods)$/i.test(file.name))
    const all = sheets.map(readParticipants)
    // What a list is about may stand on a sheet before it; one that is too long is the list all the same
    const read = all.find((one) => 'people' in one || one.fault === 'tooLong') ?? all[0]
    if (!read) return refused('empty')
    return 'people' in read ? accepted(read.people) : refused(read.fault)
  } catch {
    // Not what its name says, or it was moved: nothing to do but choose another.
    return refused('unreadable')
  }
}

/** Sheets as text, as they are shown, in the order of their tabs: of names, numbers would come first. */
async function sheetsOf(bytes: Uint8Array, isWorkbook: boolean): Promise<string[][][]> {
  const { read, utils } = await import('@e965/xlsx')
  // More lines than may be read are not unfolded
  const rows = limits.maxListedPeople + 50
  const book = isWorkbook
    ? read(bytes, { type: 'array', sheetRows: rows, cellFormula: false, cellHTML: false })
    : read(textIn(bytes), { type: 'string', sheetRows: rows, raw: true })
  return book.SheetNames.map((name) => {
    const cells = utils.sheet_to_json<unknown[]>(book.Sheets[name]!, {
      header: 1,
      raw: false,
      defval: '',
      blankrows: false,
    })
    return cells.map((line) => line.map((cell) => (typeof cell === 'string' ? cell : String(cell ?? ''))))
  })
}

/** What is no text has no names in it. */
const textIn = (bytes: Uint8Array) => decodedText(bytes)?.text ?? ''
