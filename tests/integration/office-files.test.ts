import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import type { DocumentTree } from '#shared/report/tree.ts'
import { wordTable } from '#shared/report/word-table.ts'
import { noHouse } from '#tests/support/no-house.ts'
import { withMissingStyles } from '#server/export/office/docx-reference.ts'
import { writtenDocument } from '#server/export/written-document.ts'

const tree: DocumentTree = {
  title: 'Bürgerservice',
  subtitle: 'Ergebnisdossier',
  language: 'de',
  asOf: 'Stand: 12.03.2026 & später',
  notice: null,
  writtenAt: Date.UTC(2026, 2, 12, 15, 5),
  hasContents: true,
  cover: null,
  blocks: [
    { type: 'heading', level: 1, text: 'Wer beteiligt war' },
    wordTable('Personen', [{ title: 'Organisation' }], [['Stadt Hohenbrück']]),
  ],
}

async function partsOf(format: 'docx' | 'odt') {
  const files = unzipSync(await writtenDocument(tree, format, new Map(), { folder: '', house: noHouse }))
  return (name: string) => strFromU8(files[name] ?? new Uint8Array())
}

it('a DOCX has our letters, A4, rules under its table’s head, and its page number at the foot', async () => {
  const part = await partsOf('docx')
  expect(part('word/styles.xml')).toContain('Atkinson Hyperlegible Next')
  expect(part('word/document.xml')).toMatch(/<w:pgSz w:h="16838" w:w="11906"/)
  expect(part('word/document.xml')).toMatch(/<w:tblStyle w:val="Table"/)
  const foot = [1, 2, 3].map((n) => part(`word/footer${n}.xml`)).join('')
  expect(foot).toContain('NUMPAGES')
  expect(foot).toContain('Stand: 12.03.2026 &amp; später')
})

it('an ODT has our letters, A4, rules under its table’s head, and its page number at the foot', async () => {
  const part = await partsOf('odt')
  const styles = part('styles.xml')
  expect(styles).toContain('Atkinson Hyperlegible Next')
  expect(styles).toContain('fo:page-width="210mm"')
  expect(styles).toContain('<text:page-count')
  expect(styles).toContain('Stand: 12.03.2026 &amp; später')
  expect(part('content.xml')).toMatch(/style:name="TableHeaderRowCell"[^>]*>\s*<[^>]*fo:border-bottom="1pt/)
})

it('the table of contents is there without being asked for, and leads to its headings', async () => {
  const docx = (await partsOf('docx'))('word/document.xml')
  const [, anchor] = /w:anchor="([^"]+)"/.exec(docx) ?? []
  expect(anchor).toBeTruthy()
  expect(docx).toContain(`w:name="${anchor}"`)
  const odt = (await partsOf('odt'))('content.xml')
  const [, name] = /xlink:href="#([^"]+)"/.exec(odt) ?? []
  expect(name).toBeTruthy()
  expect(odt).toContain(`text:name="${name}"`)
})

it('a house calls its styles what it likes, and ours are based on them', () => {
  const own =
    '<w:style w:type="paragraph" w:default="1" w:styleId="Text$&amp;Bild"><w:name w:val="Normal"/></w:style>'
  const styles = withMissingStyles(`<w:styles>${own}</w:styles>`)
  expect(styles).toContain('<w:basedOn w:val="Text$&amp;Bild"/>')
  expect(styles.match(/"Normal"/g)).toHaveLength(1)
})
