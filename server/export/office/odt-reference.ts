import { strFromU8 } from 'fflate'
import { xml, XML_HEAD } from '../sheets/xml.ts'
import { zipOf, type Packed } from '../zip.ts'
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

const MIME = 'application/vnd.oasis.opendocument.text'
const OASIS = 'urn:oasis:names:tc:opendocument:xmlns'
const SPACES = [
  ...['office', 'style', 'text', 'table', 'meta'].map((name) => `xmlns:${name}="${OASIS}:${name}:1.0"`),
  `xmlns:draw="${OASIS}:drawing:1.0"`,
  `xmlns:fo="${OASIS}:xsl-fo-compatible:1.0"`,
  `xmlns:svg="${OASIS}:svg-compatible:1.0"`,
  'office:version="1.3"',
].join(' ')

/** An empty ODT with our styles, page and foot, which Pandoc takes them from: `reference-doc`. */
export function odtReference(look: OfficeLook): Uint8Array {
  return zipOf(
    [
      { name: 'mimetype', content: MIME, stored: true },
      { name: 'META-INF/manifest.xml', content: manifest },
      {
        name: 'meta.xml',
        content: `${XML_HEAD}<office:document-meta ${SPACES}><office:meta/></office:document-meta>`,
      },
      { name: 'styles.xml', content: stylesXml(look) },
      { name: 'content.xml', content: emptyContent },
    ],
    look.writtenAt,
  )
}

const emptyContent = `${XML_HEAD}<office:document-content ${SPACES}><office:body><office:text/></office:body></office:document-content>`
const manifest = `${XML_HEAD}<manifest:manifest xmlns:manifest="${OASIS}:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${MIME}"/>${[
  'content.xml',
  'styles.xml',
  'meta.xml',
]
  .map((name) => `<manifest:file-entry manifest:full-path="${name}" manifest:media-type="text/xml"/>`)
  .join('')}</manifest:manifest>`

/** Names of styles have no spaces in a file: "Heading_20_1". */
const named = (name: string) => {
  const written = name.replaceAll(' ', '_20_')
  return `style:name="${written}"${written === name ? '' : ` style:display-name="${name}"`}`
}

/** Long words are broken where their language breaks them, so that they stay inside a narrow column. */
const hyphens = 'fo:hyphenate="true" fo:hyphenation-remain-char-count="3" fo:hyphenation-push-char-count="3"'

function stylesXml(look: OfficeLook): string {
  const { name } = officeLetter
  const country = look.language === 'de' ? 'DE' : 'GB'
  const letter = `style:font-name="${name}" fo:color="${inkColour}" fo:font-size="10.5pt" fo:language="${look.language}" fo:country="${country}" ${hyphens}`
  return [
    XML_HEAD,
    `<office:document-styles ${SPACES}>`,
    `<office:font-face-decls><style:font-face style:name="${name}" svg:font-family="'${name}', ${officeLetter.instead}" style:font-family-generic="swiss" style:font-pitch="variable"/></office:font-face-decls>`,
    '<office:styles>',
    `<style:default-style style:family="paragraph"><style:paragraph-properties fo:line-height="115%" style:tab-stop-distance="12.5mm"/><style:text-properties ${letter}/></style:default-style>`,
    '<style:default-style style:family="table"><style:table-properties table:border-model="collapsing"/></style:default-style>',
    '<style:default-style style:family="table-row"><style:table-row-properties fo:keep-together="auto"/></style:default-style>',
    ...officeStyles.map((style) => paragraphStyle(style, look)),
    cellHead,
    ...letterStyles,
    bullets,
    numbers,
    '</office:styles>',
    pageStyles(look),
    '</office:document-styles>',
  ].join('')
}

function paragraphStyle(style: OfficeStyle, { colour }: OfficeLook): string {
  const { odf, basedOn, sizePt, abovePt, belowPt, indentPt = 0, level } = style
  const paragraph = [
    `fo:margin-top="${abovePt}pt" fo:margin-bottom="${belowPt}pt" fo:margin-left="${indentPt}pt"`,
    style.isLead ? 'fo:keep-with-next="always" fo:keep-together="always"' : '',
    style.isBarred ? 'fo:border-left="2pt solid #2b5c94" fo:padding-left="8pt"' : '',
  ]
  const letters = [
    `fo:font-size="${sizePt}pt"`,
    style.isLead ? 'fo:hyphenate="false"' : '',
    style.isBold ? 'fo:font-weight="bold"' : '',
    style.colour ? `fo:color="${style.colour === 'house' ? colour : quietColour}"` : '',
  ]
  const parent = basedOn === null ? '' : ' style:parent-style-name="Standard"'
  const outline = level === undefined ? '' : ` style:default-outline-level="${level}"`
  const next = style.isLead ? ' style:next-style-name="Text_20_body"' : ''
  return `<style:style ${named(odf)} style:family="paragraph"${parent}${outline}${next}><style:paragraph-properties ${written(paragraph)}>${tabOf(odf)}</style:paragraph-properties><style:text-properties ${written(letters)}/></style:style>`
}

const written = (attributes: readonly string[]) => attributes.filter(Boolean).join(' ')

/** Where the number of the page stands. */
const tabOf = (odf: string) =>
  odf === 'Footer'
    ? `<style:tab-stops><style:tab-stop style:position="${textWidthMm}mm" style:type="right"/></style:tab-stops>`
    : ''

const cellHead = `<style:style ${named('Table Heading')} style:family="paragraph" style:parent-style-name="Table_20_Contents"><style:text-properties fo:font-weight="bold"/></style:style>`

const letters = (name: string, attributes: string) =>
  `<style:style ${named(name)} style:family="text"><style:text-properties ${attributes}/></style:style>`
const letterStyles = [
  letters('Emphasis', 'fo:font-style="italic"'),
  letters('Strong Emphasis', 'fo:font-weight="bold"'),
  letters('Internet link', 'fo:color="#2b5c94"'),
]

const LEVELS = [1, 2, 3, 4, 5, 6]
const placed = (level: number) =>
  `<style:list-level-properties text:space-before="${(level - 1) * 4}mm" text:min-label-width="4mm"/>`
const listStyle = (name: string, of: (level: number) => string) =>
  `<text:list-style ${named(name)}>${LEVELS.map(of).join('')}</text:list-style>`
const bullets = listStyle(
  'List 1',
  (level) =>
    `<text:list-level-style-bullet text:level="${level}" text:bullet-char="–">${placed(level)}</text:list-level-style-bullet>`,
)
const numbers = listStyle(
  'Numbering 1',
  (level) =>
    `<text:list-level-style-number text:level="${level}" style:num-format="1" style:num-suffix=".">${placed(level)}</text:list-level-style-number>`,
)

function pageStyles({ foot }: OfficeLook): string {
  const { width, height, top, right, bottom, left } = officePage
  const size = `fo:page-width="${width}mm" fo:page-height="${height}mm" style:print-orientation="portrait"`
  const margins = `fo:margin-top="${top}mm" fo:margin-right="${right}mm" fo:margin-bottom="${bottom - 8}mm" fo:margin-left="${left}mm"`
  const footer = `<style:footer-style><style:header-footer-properties fo:min-height="8mm" fo:margin-top="4mm" fo:border-top="0.5pt solid ${ruleColour}" fo:padding-top="3pt"/></style:footer-style>`
  const numbers =
    '<text:page-number text:select-page="current">1</text:page-number> / <text:page-count>1</text:page-count>'
  return [
    `<office:automatic-styles><style:page-layout style:name="Page"><style:page-layout-properties ${size} ${margins}/><style:header-style/>${footer}</style:page-layout></office:automatic-styles>`,
    `<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page"><style:footer><text:p text:style-name="Footer">${xml(foot)}<text:tab/>${numbers}</text:p></style:footer></style:master-page></office:master-styles>`,
  ].join('')
}

const cell = (name: string, rule: string) =>
  [
    new RegExp(`(style:name="${name}"[^>]*>\\s*<style:table-cell-properties) fo:border="none"`, 'g'),
    `$1 fo:border="none" fo:border-bottom="${rule}" fo:padding="1mm"`,
  ] as const
const wholeRow =
  '<style:style style:name="WholeRow" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>'
const rules = [
  cell('TableHeaderRowCell', `1pt solid ${inkColour}`),
  cell('TableRowCell', `0.5pt solid ${ruleColour}`),
  [/<table:table-row>/g, '<table:table-row table:style-name="WholeRow">'],
  [/<\/office:automatic-styles>/, `${wholeRow}$&`],
] as const

/**
 * Pandoc gives every cell of an ODT its own style without rules, and rows none, whatever the template says: rules are drawn
 * afterwards, and no row is divided between pages.
 */
export function ruled({ name, content, ...how }: Packed): Packed {
  if (name !== 'content.xml' || typeof content === 'string') return { name, content, ...how }
  return { name, content: rules.reduce((text, [from, to]) => text.replace(from, to), strFromU8(content)) }
}
