import type { Cell } from '#shared/report/table.ts'
import { zipOf } from '../zip.ts'
import type { Book, Sheet } from './book.ts'
import { columnName } from './column-name.ts'
import { xml, XML_HEAD } from './xml.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const SHEETS = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Places in the list of formats below. */
const style = { head: 1, headEnd: 2, text: 3, number: 4, day: 5, moment: 6 } as const

/**
 * XLSX (ISO/IEC 29500, transitional). What people wrote is always an inline string, which no spreadsheet calculates;
 * numbers, days and moments are what they are. Every sheet prints on A4, one page wide, its head on each page.
 */
export function xlsxOf(book: Book): Uint8Array {
  const names = book.sheets.map((_, n) => `xl/worksheets/sheet${n + 1}.xml`)
  return zipOf(
    [
      { name: '[Content_Types].xml', content: contentTypes(names) },
      { name: '_rels/.rels', content: relations([['officeDocument', 'xl/workbook.xml']], CORE) },
      { name: 'docProps/core.xml', content: properties(book) },
      { name: 'xl/workbook.xml', content: workbook(book) },
      {
        name: 'xl/_rels/workbook.xml.rels',
        content: relations([
          ...book.sheets.map((_, n): [string, string] => ['worksheet', `worksheets/sheet${n + 1}.xml`]),
          ['styles', 'styles.xml'],
        ]),
      },
      { name: 'xl/styles.xml', content: styles(book) },
      ...book.sheets.map((sheet, n) => ({ name: names[n]!, content: sheetXml(sheet, book) })),
    ],
    book.writtenAt,
  )
}

const CORE = `<Relationship Id="core" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>`

const relations = (targets: readonly [type: string, target: string][], more = '') =>
  `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${targets
    .map(
      ([type, target], n) =>
        `<Relationship Id="rId${n + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
    )
    .join('')}${more}</Relationships>`

const contentTypes = (sheets: readonly string[]) =>
  `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEETS}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEETS}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${sheets
    .map((name) => `<Override PartName="/${name}" ContentType="${SHEETS}.worksheet+xml"/>`)
    .join('')}</Types>`

function properties({ title, language, writtenAt }: Book): string {
  const at = new Date(writtenAt).toISOString()
  return `${XML_HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xml(title)}</dc:title><dc:creator>Werkraum</dc:creator><dc:language>${language}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created></cp:coreProperties>`
}

function workbook({ sheets }: Book): string {
  const listed = sheets.map(
    ({ name }, n) => `<sheet name="${xml(name)}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`,
  )
  const quoted = ({ name }: Sheet) => xml(`'${name.replaceAll("'", "''")}'`)
  const named = sheets.flatMap((sheet, n) => {
    const last = `$${columnName(sheet.columns.length - 1)}$${sheet.rows.length + 1}`
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${n}" hidden="1">${quoted(sheet)}!$A$1:${last}</definedName>`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="${n}">${quoted(sheet)}!$1:$1</definedName>`,
    ]
  })
  return `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${listed.join('')}</sheets><definedNames>${named.join('')}</definedNames></workbook>`
}

function styles({ language }: Book): string {
  const day = language === 'de' ? 'dd\\.mm\\.yyyy' : 'dd/mm/yyyy'
  const format = (numFmt: number, font: number, horizontal: string, border = 2) =>
    `<xf numFmtId="${numFmt}" fontId="${font}" fillId="0" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment horizontal="${horizontal}"${horizontal === 'right' ? ' indent="1"' : ''} vertical="top" wrapText="1"/></xf>`
  const letter = '<sz val="11"/><name val="Calibri"/><family val="2"/>'
  return `${XML_HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="${day}"/><numFmt numFmtId="165" formatCode="${day}\\ hh:mm"/></numFmts><fonts count="2"><font>${letter}</font><font><b/>${letter}</font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="3"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FF1E2120"/></bottom><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FFDDD6C9"/></bottom><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="7"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${format(0, 1, 'left', 1)}${format(0, 1, 'right', 1)}${format(49, 0, 'left')}${format(0, 0, 'right')}${format(164, 0, 'left')}${format(165, 0, 'left')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
}

function sheetXml(sheet: Sheet, { title, asOf, page }: Book): string {
  const { columns, rows, headHeight, orientation } = sheet
  const last = `${columnName(columns.length - 1)}${rows.length + 1}`
  const cols = columns.map(
    ({ width }, n) => `<col min="${n + 1}" max="${n + 1}" width="${width}" customWidth="1"/>`,
  )
  const head = columns.map(({ title: text, align }, n) =>
    stringCell(`${columnName(n)}1`, text, align === 'end' ? style.headEnd : style.head),
  )
  const body = rows.map(({ cells, height }, r) => {
    const written = cells.map((cell, n) => cellXml(`${columnName(n)}${r + 2}`, cell))
    return `<row r="${r + 2}" ht="${height}" customHeight="1">${written.join('')}</row>`
  })
  const [before, between, after] = page.map(inMargin)
  return [
    `${XML_HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>`,
    `<sheetFormatPr defaultRowHeight="15"/><cols>${cols.join('')}</cols>`,
    `<sheetData><row r="1" ht="${headHeight}" customHeight="1">${head.join('')}</row>${body.join('')}</sheetData>`,
    `<autoFilter ref="A1:${last}"/><pageMargins left="0.5" right="0.5" top="0.8" bottom="0.8" header="0.4" footer="0.4"/>`,
    `<pageSetup paperSize="9" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/>`,
    `<headerFooter><oddHeader>${xml(`&L${inMargin(title)}&R&A`)}</oddHeader><oddFooter>${xml(`&L${inMargin(asOf)}&R${before}&P${between}&N${after}`)}</oddFooter></headerFooter></worksheet>`,
  ].join('')
}

/** A header may have 255 characters, and "&" begins a command in it. */
const inMargin = (text: string) => text.replace(/\s+/g, ' ').slice(0, 100).replaceAll('&', '&&')

function cellXml(at: string, cell: Cell): string {
  if (cell === '') return `<c r="${at}" s="${style.text}"/>`
  if (typeof cell === 'string') return stringCell(at, cell, style.text)
  if ('number' in cell) return `<c r="${at}" s="${style.number}"><v>${cell.number}</v></c>`
  const [moment, s] = 'day' in cell ? [cell.day, style.day] : [cell.moment, style.moment]
  return `<c r="${at}" s="${s}"><v>${serialOf(moment)}</v></c>`
}

/** Excel reads "_x0041_" as an escape for "A"; escaping the underscore keeps it as it was written. */
const ESCAPE_LOOKALIKE = /_(?=x[0-9A-Fa-f]{4}_)/g

const stringCell = (at: string, text: string, s: number) =>
  `<c r="${at}" s="${s}" t="inlineStr"><is><t xml:space="preserve">${xml(text).replace(ESCAPE_LOOKALIKE, '_x005F_')}</t></is></c>`

const DAY_MS = 86_400_000
/** Days from 30 December 1899, from which spreadsheets count, to the Unix epoch. */
const EPOCH_DAYS = 25_569

const serialOf = (date: Date) => date.getTime() / DAY_MS + EPOCH_DAYS
