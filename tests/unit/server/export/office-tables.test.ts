import { strFromU8, strToU8 } from 'fflate'
import { expect, it } from 'vitest'
import { ruled } from '#server/export/office/odt-reference.ts'
import { evenTables } from '#server/export/office/word-tables.ts'

const inWord = (pages: string, name = 'word/document.xml') => {
  const table =
    '<w:tblGrid><w:gridCol w:w="5280" /><w:gridCol w:w="2640" /></w:tblGrid><w:tr><w:trPr><w:tblHeader w:val="on" /></w:trPr></w:tr><w:tr><w:tc/></w:tr>'
  const { content } = evenTables({ name, content: strToU8(table + pages) })
  return typeof content === 'string' ? content : strFromU8(content)
}
const pages = '<w:pgSz w:h="16838" w:w="11906" /><w:pgMar w:left="1304" w:right="1366" w:top="0"/>'
const widths = (text: string) => [...text.matchAll(/gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width))

it('columns in Word are as wide as the text of the page, whoever laid that out', () => {
  expect(widths(inWord(pages))).toEqual([6157, 3079])
  expect(widths(inWord(''))).toEqual([5280, 2640])
})

it('rows in Word stay whole, and heads are repeated as before', () => {
  expect(inWord(pages)).toContain('<w:tr><w:trPr><w:cantSplit/><w:tblHeader w:val="on" /></w:trPr></w:tr>')
  expect(inWord(pages)).toContain('<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc/></w:tr>')
  expect(inWord(pages, 'word/footnotes.xml')).not.toContain('cantSplit')
})

it('cells in Word have a style of their own, and lists beside them keep theirs', () => {
  const tight = '<w:p><w:pPr><w:pStyle w:val="Compact" /></w:pPr></w:p>'
  const written = inWord(`<w:tr><w:tc>${tight}</w:tc></w:tr>${tight}`)
  expect(written).toContain('<w:tc><w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr></w:p></w:tc>')
  expect(written.endsWith(tight)).toBe(true)
})

it('rows of an ODT stay whole', () => {
  const written = '<office:automatic-styles></office:automatic-styles><table:table-row></table:table-row>'
  const { content } = ruled({ name: 'content.xml', content: strToU8(written) })
  expect(content).toContain('<table:table-row table:style-name="WholeRow">')
  expect(content).toMatch(/style:name="WholeRow" style:family="table-row">.*fo:keep-together="always"/)
})
