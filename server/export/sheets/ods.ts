import { textOfCell, type Cell } from '#shared/report/table.ts'
import { zipOf } from '../zip.ts'
import type { Book, Sheet } from './book.ts'
import { columnName } from './column-name.ts'
import { xml, XML_HEAD } from './xml.ts'

const MIME = 'application/vnd.oasis.opendocument.spreadsheet'
const OASIS = 'urn:oasis:names:tc:opendocument:xmlns'
const SPACES = [
  ...['office', 'style', 'text', 'table', 'meta', 'config'].map(
    (name) => `xmlns:${name}="${OASIS}:${name}:1.0"`,
  ),
  `xmlns:number="${OASIS}:datastyle:1.0"`,
  `xmlns:fo="${OASIS}:xsl-fo-compatible:1.0"`,
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'office:version="1.3"',
].join(' ')

/** Width of a digit in eleven point letters, in centimetres. */
const CM_PER_CHAR = 0.19

/**
 * ODS (OpenDocument 1.3, ISO/IEC 26300). The same as the XLSX: what people wrote is text, numbers, days and moments are
 * what they are, A4 one page wide, the head on each page.
 */
export function odsOf(book: Book): Uint8Array {
  return zipOf(
    [
      { name: 'mimetype', content: MIME, stored: true },
      { name: 'META-INF/manifest.xml', content: manifest },
      { name: 'meta.xml', content: metaXml(book) },
      { name: 'settings.xml', content: settingsXml(book) },
      { name: 'styles.xml', content: stylesXml(book) },
      { name: 'content.xml', content: contentXml(book) },
    ],
    book.writtenAt,
  )
}

const manifest = `${XML_HEAD}<manifest:manifest xmlns:manifest="${OASIS}:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${MIME}"/>${[
  'content.xml',
  'styles.xml',
  'meta.xml',
  'settings.xml',
]
  .map((path) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="text/xml"/>`)
  .join('')}</manifest:manifest>`

const metaXml = ({ title, language, writtenAt }: Book) =>
  `${XML_HEAD}<office:document-meta ${SPACES}><office:meta><meta:generator>Werkraum</meta:generator><dc:title>${xml(title)}</dc:title><dc:language>${language}</dc:language><meta:creation-date>${new Date(writtenAt).toISOString().slice(0, 19)}</meta:creation-date></office:meta></office:document-meta>`

/** The head and the first column stay in sight. */
function settingsXml({ sheets }: Book): string {
  const item = (name: string, type: string, value: string | number) =>
    `<config:config-item config:name="${name}" config:type="${type}">${value}</config:config-item>`
  const frozen = ['HorizontalSplitMode', 'VerticalSplitMode'].map((name) => item(name, 'short', 2)).join('')
  const at = ['HorizontalSplitPosition', 'VerticalSplitPosition', 'PositionRight', 'PositionBottom']
  const places = at.map((name) => item(name, 'int', 1)).join('')
  const tables = sheets.map(
    ({ name }) =>
      `<config:config-item-map-entry config:name="${xml(name)}">${frozen}${item('ActiveSplitRange', 'short', 3)}${places}</config:config-item-map-entry>`,
  )
  return `${XML_HEAD}<office:document-settings ${SPACES}><office:settings><config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>${item('ViewId', 'string', 'view1')}<config:config-item-map-named config:name="Tables">${tables.join('')}</config:config-item-map-named></config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings></office:document-settings>`
}

function stylesXml({ title, language, asOf, page }: Book): string {
  const country = language === 'de' ? 'DE' : 'GB'
  const [before, between, after] = page.map(xml)
  const region = (name: string, left: string, right: string) =>
    `<style:${name}><style:region-left><text:p>${left}</text:p></style:region-left><style:region-right><text:p>${right}</text:p></style:region-right></style:${name}>`
  const paper = (name: 'portrait' | 'landscape') => {
    const [width, height] = name === 'portrait' ? ['21cm', '29.7cm'] : ['29.7cm', '21cm']
    const around =
      '<style:header-footer-properties fo:min-height="0.9cm" fo:margin-left="0cm" fo:margin-right="0cm"/>'
    return `<style:page-layout style:name="${name}"><style:page-layout-properties fo:page-width="${width}" fo:page-height="${height}" style:print-orientation="${name}" fo:margin-top="1.2cm" fo:margin-bottom="1.2cm" fo:margin-left="1.3cm" fo:margin-right="1.3cm" style:scale-to-X="1" style:scale-to-Y="0"/><style:header-style>${around}</style:header-style><style:footer-style>${around}</style:footer-style></style:page-layout>`
  }
  const master = (name: string) =>
    `<style:master-page style:name="${name}" style:page-layout-name="${name}">${region('header', xml(title), '<text:sheet-name>?</text:sheet-name>')}${region('footer', xml(asOf), `${before}<text:page-number>1</text:page-number>${between}<text:page-count>1</text:page-count>${after}`)}</style:master-page>`
  return `${XML_HEAD}<office:document-styles ${SPACES}><office:styles><style:default-style style:family="table-cell"><style:text-properties style:font-name="Calibri" fo:font-family="Calibri, Carlito, Arial" fo:font-size="11pt" fo:language="${language}" fo:country="${country}"/></style:default-style><style:style style:name="Default" style:family="table-cell"/></office:styles><office:automatic-styles>${paper('portrait')}${paper('landscape')}</office:automatic-styles><office:master-styles>${master('portrait')}${master('landscape')}</office:master-styles></office:document-styles>`
}

function contentXml(book: Book): string {
  const { sheets, language } = book
  const widths = [...new Set(sheets.flatMap(({ columns }) => columns.map(({ width }) => width)))]
  const heights = [
    ...new Set(sheets.flatMap(({ headHeight, rows }) => [headHeight, ...rows.map(({ height }) => height)])),
  ]
  const column = (width: number) =>
    `<style:style style:name="w${width}" style:family="table-column"><style:table-column-properties style:column-width="${(width * CM_PER_CHAR).toFixed(2)}cm"/></style:style>`
  const row = (height: number) =>
    `<style:style style:name="h${height}" style:family="table-row"><style:table-row-properties style:row-height="${height}pt" style:use-optimal-row-height="false"/></style:style>`
  const table = (name: string) =>
    `<style:style style:name="${name}" style:family="table" style:master-page-name="${name}"><style:table-properties table:display="true"/></style:style>`
  const styles = [
    ...widths.map(column),
    ...heights.map(row),
    table('portrait'),
    table('landscape'),
    dateFormats(language),
    cellStyle(
      'head',
      'start',
      '',
      ' fo:border-bottom="0.75pt solid #1e2120"',
      '<style:text-properties fo:font-weight="bold"/>',
    ),
    cellStyle(
      'headEnd',
      'end',
      '',
      ' fo:border-bottom="0.75pt solid #1e2120"',
      '<style:text-properties fo:font-weight="bold"/>',
    ),
    cellStyle('text', 'start'),
    cellStyle('number', 'end'),
    cellStyle('day', 'start', ' style:data-style-name="D"'),
    cellStyle('moment', 'start', ' style:data-style-name="M"'),
  ]
  return `${XML_HEAD}<office:document-content ${SPACES}><office:automatic-styles>${styles.join('')}</office:automatic-styles><office:body><office:spreadsheet>${sheets.map(tableXml).join('')}<table:database-ranges>${sheets.map(filterXml).join('')}</table:database-ranges></office:spreadsheet></office:body></office:document-content>`
}

const BETWEEN_ROWS = ' fo:border-bottom="0.5pt solid #ddd6c9"'

function cellStyle(name: string, align: string, attributes = '', cell = '', text = ''): string {
  return `<style:style style:name="${name}" style:family="table-cell" style:parent-style-name="Default"${attributes}><style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top" fo:padding-left="0.02cm" fo:padding-right="${align === 'end' ? '0.4cm' : '0.1cm'}"${cell || BETWEEN_ROWS}/><style:paragraph-properties fo:text-align="${align}"/>${text}</style:style>`
}

function dateFormats(language: Book['language']): string {
  const dot = `<number:text>${language === 'de' ? '.' : '/'}</number:text>`
  const day = `<number:day number:style="long"/>${dot}<number:month number:style="long"/>${dot}<number:year number:style="long"/>`
  const clock =
    '<number:text> </number:text><number:hours number:style="long"/><number:text>:</number:text><number:minutes number:style="long"/>'
  return `<number:date-style style:name="D">${day}</number:date-style><number:date-style style:name="M">${day}${clock}</number:date-style>`
}

function tableXml({ name, columns, rows, headHeight, orientation }: Sheet): string {
  const cols = columns.map(({ width }) => `<table:table-column table:style-name="w${width}"/>`)
  const head = columns.map(({ title, align }) => textCell(title, align === 'end' ? 'headEnd' : 'head'))
  const body = rows.map(
    ({ cells, height }) =>
      `<table:table-row table:style-name="h${height}">${cells.map(cellXml).join('')}</table:table-row>`,
  )
  return `<table:table table:name="${xml(name)}" table:style-name="${orientation}">${cols.join('')}<table:table-header-rows><table:table-row table:style-name="h${headHeight}">${head.join('')}</table:table-row></table:table-header-rows>${body.join('')}</table:table>`
}

function filterXml({ name, columns, rows }: Sheet, n: number): string {
  const quoted = `'${name.replaceAll("'", "''")}'`
  const last = `${columnName(columns.length - 1)}${rows.length + 1}`
  return `<table:database-range table:name="list${n + 1}" table:target-range-address="${xml(`${quoted}.A1:${quoted}.${last}`)}" table:display-filter-buttons="true"/>`
}

function cellXml(cell: Cell): string {
  if (typeof cell === 'string')
    return cell === '' ? '<table:table-cell table:style-name="text"/>' : textCell(cell, 'text')
  const words = paragraphs(textOfCell(cell))
  if ('number' in cell) {
    return `<table:table-cell table:style-name="number" office:value-type="float" office:value="${cell.number}">${words}</table:table-cell>`
  }
  const [name, value] =
    'day' in cell
      ? ['day', cell.day.toISOString().slice(0, 10)]
      : ['moment', cell.moment.toISOString().slice(0, 19)]
  return `<table:table-cell table:style-name="${name}" office:value-type="date" office:date-value="${value}">${words}</table:table-cell>`
}

const textCell = (text: string, style: string) =>
  `<table:table-cell table:style-name="${style}" office:value-type="string">${paragraphs(text)}</table:table-cell>`

/** Spaces beyond the first would be one. */
const paragraphs = (text: string) =>
  text
    .split('\n')
    .map(
      (line) =>
        `<text:p>${xml(line).replace(/ {2,}|^ /g, (spaces) => `<text:s text:c="${spaces.length}"/>`)}</text:p>`,
    )
    .join('')
