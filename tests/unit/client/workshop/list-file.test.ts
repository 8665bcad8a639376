import { utils, write } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { limits } from '#shared/base/limits.ts'
import { peopleOn } from '#shared/workshop/participant-list.ts'
import { readListFile } from '#client/workshop/people/list-file.ts'

const lines = [
  ['Name', 'Organisation', 'E-Mail'],
  ['Jürgen Müller', 'Stadt Grünhafen', 'jm@gruenhafen.example'],
]
const expected = [{ name: 'Jürgen Müller', organisation: 'Stadt Grünhafen', email: 'jm@gruenhafen.example' }]

function workbook(bookType: 'xlsx' | 'ods'): File {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(lines), 'Teilnehmende')
  return new File([write(book, { type: 'array', bookType }) as ArrayBuffer], `liste.${bookType}`)
}
const csv = lines.map((cells) => cells.join(';')).join('\r\n')
const csvWithNotes =
  csv.replace('\r\n', ';Bemerkung\r\n') + ';kommt später, mit Gast, Barrierefreiheit, Anreise 9,30'
/** As a German Excel writes it: every character of it is one byte. */
const oldBytes = Uint8Array.from(csv, (letter) => letter.charCodeAt(0))

describe('a file with a list', () => {
  it.each([
    ['XLSX', workbook('xlsx')],
    ['ODS', workbook('ods')],
    ['CSV in UTF-8', new File([`\ufeff${csv}`], 'liste.csv')],
    ['CSV of an old Excel', new File([oldBytes], 'LISTE.CSV')],
    ['CSV with commas', new File([csv.replaceAll(';', ',')], 'list.csv')],
    ['CSV with commas in its texts', new File([csvWithNotes], 'liste.csv')],
  ])('is read whatever program wrote it: %s', async (_, file) => {
    const read = await readListFile(file)
    expect(read.ok && peopleOn(read.value)).toMatchObject(expected)
  })

  it('may stand on another sheet than the first', async () => {
    const workbook = utils.book_new()
    utils.book_append_sheet(workbook, utils.aoa_to_sheet([['Hinweise'], ['Stand: Mai']]), 'Deckblatt')
    utils.book_append_sheet(workbook, utils.aoa_to_sheet(lines), 'Teilnehmende')
    const bytes = write(workbook, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer
    const read = await readListFile(new File([bytes], 'liste.xlsx'))
    expect(read.ok && peopleOn(read.value)).toMatchObject(expected)
  })

  it('may have a sheet for each group, beside one of all: who stands on two is one person, known from both', async () => {
    const workbook = utils.book_new()
    const sheet = (name: string, people: string[][]) =>
      utils.book_append_sheet(workbook, utils.aoa_to_sheet([...people]), name)
    sheet('Hinweise', [['Stand: Mai']])
    sheet('Alle', [
      ['Name', 'Organisation'],
      ['Gesine Onken', 'Stadt Erlenfurt'],
    ])
    sheet('Wohngeld', [
      ['Name', 'Organisation', 'E-Mail'],
      ['gesine onken', 'Stadt Erlenfurt', 'g@e.example'],
    ])
    sheet('2025', [['Name'], ['Imke Harms'], ['Imke Harms']])
    const bytes = write(workbook, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer
    const read = await readListFile(new File([bytes], 'liste.xlsx'))
    expect(read.ok && peopleOn(read.value)).toMatchObject([
      { name: 'Gesine Onken', email: 'g@e.example', sheets: ['Alle', 'Wohngeld'] },
      { name: 'Imke Harms', sheets: ['2025'] },
      { name: 'Imke Harms', sheets: ['2025'] },
    ])
    // What stands on a sheet that is left out counts for nobody
    const alone = read.ok ? peopleOn(read.value.filter(({ name }) => name === 'Alle')) : []
    expect(alone).toMatchObject([{ name: 'Gesine Onken', email: '', sheets: ['Alle'] }])
  })

  it('that is too long is not passed over for another', async () => {
    const workbook = utils.book_new()
    const many = Array.from({ length: limits.maxListedPeople + 1 }, (_, n) => [`Person ${n}`])
    utils.book_append_sheet(workbook, utils.aoa_to_sheet([['Name'], ...many]), 'Alle')
    utils.book_append_sheet(workbook, utils.aoa_to_sheet(lines), 'Orga')
    const bytes = write(workbook, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer
    expect(await readListFile(new File([bytes], 'liste.xlsx'))).toMatchObject({
      ok: false,
      refusal: 'tooLong',
    })
  })

  it('is refused where it is something else, or too big', async () => {
    const fault = async (file: File) => {
      const read = await readListFile(file)
      return read.ok ? null : read.refusal
    }
    expect(await fault(new File(['x'], 'liste.docx'))).toBe('wrongType')
    expect(await fault(new File([new Uint8Array(6 * 1024 * 1024)], 'liste.csv'))).toBe('tooLarge')
    expect(await fault(new File(['PK\u0003\u0004 cut off'], 'liste.xlsx'))).toBe('unreadable')
    expect(await fault(new File([''], 'liste.csv'))).toBe('empty')
  })

  it('runs no formula and keeps numbers as they are shown', async () => {
    const file = new File(['Name;Organisation\r\n=1+1;007'], 'liste.csv')
    const read = await readListFile(file)
    expect(read.ok && peopleOn(read.value)).toMatchObject([{ name: '=1+1', organisation: '007' }])
  })
})
