import { xml, XML_HEAD } from '../sheets/xml.ts'
import { zipOf } from '../zip.ts'
import {
  inkColour,
  officeLetter,
  officePage,
  officeStyles,
  quietColour,
  ruleColour,
  textWidthMm,
  type OfficeLook,
  type OfficeStyle,
} from './styles.ts'

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const RELATED = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const SPACES = `xmlns:w="${WORD}" xmlns:r="${RELATED}"`

/** Twentieths of a point. */
const ofMm = (mm: number) => Math.round((mm / 25.4) * 1440)
const ofPt = (pt: number) => Math.round(pt * 20)
const hex = (colour: string) => colour.slice(1).toUpperCase()

/** An empty DOCX with our styles, page and foot, which Pandoc takes them from: `reference-doc`. */
export function docxReference(look: OfficeLook): Uint8Array {
  return zipOf(
    [
      { name: '[Content_Types].xml', content: contentTypes },
      { name: '_rels/.rels', content: related([['officeDocument', 'word/document.xml']]) },
      {
        name: 'word/_rels/document.xml.rels',
        content: related([
          ['styles', 'styles.xml'],
          ['fontTable', 'fontTable.xml'],
          ['footer', 'footer1.xml'],
          ['settings', 'settings.xml'],
        ]),
      },
      { name: 'word/document.xml', content: documentXml },
      { name: 'word/styles.xml', content: stylesXml(look) },
      { name: 'word/fontTable.xml', content: fontTable },
      { name: 'word/footer1.xml', content: footerXml(look) },
      { name: 'word/settings.xml', content: settings },
    ],
    look.writtenAt,
  )
}

const parts = ['document.main', 'styles', 'fontTable', 'footer1', 'settings'].map((part) => {
  const [name = ''] = part.split('.')
  return `<Override PartName="/word/${name}.xml" ContentType="${TYPE}.${part.replace('1', '')}+xml"/>`
})
const contentTypes = `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts.join('')}</Types>`

function related(targets: readonly (readonly [type: string, target: string])[]): string {
  const all = targets.map(
    ([type, target], n) => `<Relationship Id="rId${n + 1}" Type="${RELATED}/${type}" Target="${target}"/>`,
  )
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`
}

const { width, height, top, right, bottom, left } = officePage
const documentXml = `${XML_HEAD}<w:document ${SPACES}><w:body><w:p/><w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="${ofMm(width)}" w:h="${ofMm(height)}"/><w:pgMar w:top="${ofMm(top)}" w:right="${ofMm(right)}" w:bottom="${ofMm(bottom)}" w:left="${ofMm(left)}" w:header="${ofMm(12)}" w:footer="${ofMm(10)}" w:gutter="0"/></w:sectPr></w:body></w:document>`

const fontTable = `${XML_HEAD}<w:fonts ${SPACES}><w:font w:name="${officeLetter.name}"><w:altName w:val="${officeLetter.instead}"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>`

/** Long words are broken where their language breaks them, so that they stay inside a narrow column. */
const settings = `${XML_HEAD}<w:settings ${SPACES}><w:autoHyphenation w:val="true"/><w:hyphenationZone w:val="240"/><w:doNotHyphenateCaps w:val="true"/></w:settings>`

function footerXml({ foot }: OfficeLook): string {
  const field = (name: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${name} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
  const rule = `<w:pBdr><w:top w:val="single" w:sz="4" w:space="4" w:color="${hex(ruleColour)}"/></w:pBdr>`
  const end = `<w:tabs><w:tab w:val="right" w:pos="${ofMm(textWidthMm)}"/></w:tabs>`
  return `${XML_HEAD}<w:ftr ${SPACES}><w:p><w:pPr><w:pStyle w:val="Footer"/>${rule}${end}</w:pPr><w:r><w:t xml:space="preserve">${xml(foot)}</w:t></w:r><w:r><w:tab/></w:r>${field('PAGE')}<w:r><w:t xml:space="preserve"> / </w:t></w:r>${field('NUMPAGES')}</w:p></w:ftr>`
}

function stylesXml(look: OfficeLook): string {
  const language = look.language === 'de' ? 'de-DE' : 'en-GB'
  const { name } = officeLetter
  const letter = `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:cs="${name}" w:eastAsia="${name}"/>`
  return [
    XML_HEAD,
    `<w:styles ${SPACES}>`,
    `<w:docDefaults><w:rPrDefault><w:rPr>${letter}<w:color w:val="${hex(inkColour)}"/><w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="${language}"/></w:rPr></w:rPrDefault>`,
    `<w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`,
    ...officeStyles.map((style) => paragraphStyle(style, look)),
    `<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>`,
    `<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="2B5C94"/></w:rPr></w:style>`,
    tableStyle,
    `</w:styles>`,
  ].join('')
}

function paragraphStyle(style: OfficeStyle, { colour }: Pick<OfficeLook, 'colour'>): string {
  const { word, basedOn, sizePt, abovePt, belowPt, indentPt = 0, level } = style
  const size = Math.round(sizePt * 2)
  const bar = `<w:pBdr><w:left w:val="single" w:sz="16" w:space="8" w:color="2B5C94"/></w:pBdr>`
  const inParagraph = [
    style.isLead ? '<w:keepNext/><w:keepLines/>' : '',
    style.isBarred ? bar : '',
    style.isLead ? '<w:suppressAutoHyphens/>' : '',
    `<w:spacing w:before="${ofPt(abovePt)}" w:after="${ofPt(belowPt)}"/>`,
    indentPt > 0 ? `<w:ind w:left="${ofPt(indentPt)}"/>` : '',
    level === undefined ? '' : `<w:outlineLvl w:val="${level - 1}"/>`,
  ]
  const inLetters = [
    style.isBold ? '<w:b/><w:bCs/>' : '',
    style.colour ? `<w:color w:val="${hex(style.colour === 'house' ? colour : quietColour)}"/>` : '',
    `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`,
  ]
  const base = basedOn === null ? '' : '<w:basedOn w:val="Normal"/>'
  const standing = basedOn === null ? ' w:default="1"' : ''
  const next = style.isLead ? '<w:next w:val="BodyText"/>' : ''
  return `<w:style w:type="paragraph"${standing} w:styleId="${word.id}"><w:name w:val="${word.name}"/>${base}${next}<w:qFormat/><w:pPr>${inParagraph.join('')}</w:pPr><w:rPr>${inLetters.join('')}</w:rPr></w:style>`
}

const rule = (side: string, eighths: number, colour: string) =>
  `<w:${side} w:val="single" w:sz="${eighths}" w:space="0" w:color="${hex(colour)}"/>`
const margins = ['top', 'left', 'bottom', 'right'].map(
  (side) => `<w:${side} w:w="${side === 'top' || side === 'bottom' ? 40 : 80}" w:type="dxa"/>`,
)
const tableStyle = `<w:style w:type="table" w:default="1" w:styleId="Table"><w:name w:val="Table"/><w:qFormat/><w:rPr><w:sz w:val="19"/><w:szCs w:val="19"/></w:rPr><w:tblPr><w:tblBorders>${rule('bottom', 4, ruleColour)}${rule('insideH', 4, ruleColour)}</w:tblBorders><w:tblCellMar>${margins.join('')}</w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders>${rule('bottom', 8, inkColour)}</w:tcBorders></w:tcPr></w:tblStylePr></w:style>`

/** Somebody else's styles, and ours for what Pandoc writes and they have no style for. */
export function withMissingStyles(styles: string): string {
  const has = (name: string) => new RegExp(`<w:name w:val="${name}"`, 'i').test(styles)
  const [, base] =
    /<w:style (?=[^>]*w:type="paragraph")(?=[^>]*w:default="1")[^>]*w:styleId="([^"]+)"/.exec(styles) ?? []
  const missing = officeStyles
    .filter(({ word, basedOn }) => basedOn !== null && !has(word.name))
    .map((style) =>
      paragraphStyle(style, { colour: inkColour }).replace('"Normal"', () => `"${base ?? 'Normal'}"`),
    )
  const table = has('Table') ? [] : [tableStyle.replace(' w:default="1"', '')]
  return styles.replace('</w:styles>', () => `${[...missing, ...table].join('')}</w:styles>`)
}
