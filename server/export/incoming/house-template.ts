import { limits } from '#shared/base/limits.ts'
import { accepted, refused, type Result } from '#shared/base/result.ts'
import { isHouseColour, type HouseFormat, type OfficeFormat } from '#shared/protocol/house-templates.ts'
import { trialDeck, trialTree } from '#shared/report/trial.ts'
import type { ReportLanguage } from '#shared/report/words.ts'
import { cleanImage } from '#server/images/clean-image.ts'
import { inUsualFormat } from '../card-pictures.ts'
import type { House, HousePaper } from '../house.ts'
import { writtenDocument, writtenSlides } from '../written-document.ts'
import type { ErrorCode } from '#shared/errors/catalogue.ts'
import { withMissingStyles } from '../office/docx-reference.ts'
import { zipOf, type Packed } from '../zip.ts'
import { archiveParts } from './archive-parts.ts'
import { understoodLayout } from './slide-layouts.ts'

/** Why a template is not taken; each has its sentence. */
export type TemplateRefusal = Extract<ErrorCode, `template_${string}`>

/** Macros, embedded programs and what else a letterhead does not need stay behind, and so do the words of the file itself. */
const wantedParts: Record<OfficeFormat, (name: string) => boolean> = {
  docx: (name) =>
    /^(\[Content_Types\]\.xml|_rels\/\.rels|word\/[\w.]+\.xml|word\/_rels\/[\w.]+\.rels|word\/theme\/[\w.]+\.xml|word\/media\/[\w.-]+)$/.test(
      name,
    ) && !/^word\/(_rels\/settings\.xml\.rels|comments|people|vba)/.test(name),
  pptx: (name) =>
    /^(\[Content_Types\]\.xml|_rels\/\.rels|ppt\/(presentation|presProps|viewProps|tableStyles)\.xml|ppt\/_rels\/presentation\.xml\.rels|ppt\/(slideMasters|slideLayouts|notesMasters|theme)\/(_rels\/)?[\w.]+\.(xml|rels)|ppt\/media\/[\w.-]+)$/.test(
      name,
    ),
  odt: (name) =>
    /^(mimetype|content\.xml|styles\.xml|meta\.xml|META-INF\/manifest\.xml|Pictures\/[\w.-]+)$/.test(name),
}
const stylesPart: Record<OfficeFormat, string> = {
  docx: 'word/styles.xml',
  pptx: 'ppt/slideMasters/slideMaster1.xml',
  odt: 'styles.xml',
}
const textOf = ({ content }: Packed) => Buffer.from(content as Uint8Array).toString('utf8')

/**
 * What of a template is kept: looked at, unpacked no further than it says, packed anew without what could run or call
 * elsewhere.
 */
export function soundTemplate(bytes: Uint8Array, format: OfficeFormat): Result<Uint8Array, TemplateRefusal> {
  if (bytes.byteLength > limits.maxTemplateBytes) return refused('template_too_large')
  const read = archiveParts(bytes, wantedParts[format])
  if (!read.ok) return refused(read.refusal === 'too_large' ? 'template_too_large' : 'template_unreadable')
  const parts = read.value
  const written = parts.filter(({ name }) => /\.(xml|rels)$/.test(name)).map(textOf)
  const main = parts.find(({ name }) => name === stylesPart[format])
  const isLocked = written.some((text) => text.includes('encryption-data'))
  if (!main || isLocked || written.some((text) => /<!(DOCTYPE|ENTITY)/i.test(text)))
    return refused('template_unreadable')
  // A picture that lies elsewhere would tell its server who reads the document, and when
  if (written.some(isLinked)) return refused('template_linked')
  return accepted(
    zipOf(
      parts.map((part) => packedAnew(part, textOf(main))),
      0,
    ),
  )
}

/** Whether anything is fetched from elsewhere by itself; what people follow with a click may lead anywhere. */
const isLinked = (text: string) =>
  [...text.matchAll(/<[\w:]*Relationship\s[^<>]*>/g)].some(
    ([part]) => /TargetMode\s*=\s*["']External/.test(part) && !/\/hyperlink["']/.test(part),
  ) || FETCHED_FROM_ELSEWHERE.test(text)

/** An address with a scheme or out of the file, in OpenDocument, but of a link, and of what Pandoc writes anew. */
const FETCHED_FROM_ELSEWHERE =
  /<(?!text:a\s|draw:a\s|meta:|script:)[\w-]+:[\w-]+\s[^<>]*\bxlink:href\s*=\s*["'](?:[a-z][\w+.-]*:|\/|\.\.)/i

function packedAnew(part: Packed, main: string): Packed {
  if (part.name === 'mimetype')
    return { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', stored: true }
  if (part.name.startsWith('ppt/slideLayouts/'))
    return { ...part, content: understoodLayout(textOf(part), main) }
  if (part.name === stylesPart.docx) return { ...part, content: withMissingStyles(textOf(part)) }
  return part
}

/** A logo without anything of where it was made: pixels only, because a drawing may name files of this machine. */
export function soundLogo(bytes: Buffer): Result<Uint8Array, TemplateRefusal> {
  if (bytes.byteLength > limits.maxTemplateBytes) return refused('template_too_large')
  const clean = cleanImage(bytes)
  if (!clean.ok) return refused('template_unreadable')
  return accepted(inUsualFormat(Buffer.concat(clean.value.pieces), clean.value.mediaType).bytes)
}

/** What is to be looked at: a file, or a logo (no bytes: none) and a colour. */
interface GivenTemplate {
  bytes: Buffer
  format: HouseFormat
  colour: string | null
  /** What a PDF shows beside, of which this takes the place. */
  beside?: HousePaper
}

/** What is kept of it, once a document was made with it: before anybody relies on it. */
export async function checkedTemplate(
  given: GivenTemplate,
  folder: string,
): Promise<Result<Uint8Array, TemplateRefusal>> {
  const tried = await triedTemplate(given, 'de', folder)
  return tried.ok ? accepted(tried.value.kept) : tried
}

/** A document to look at that shows what it does to headings, lists, tables and quotes. */
export async function triedTemplate(
  { bytes, format, colour, beside = { colour: null, logo: null } }: GivenTemplate,
  language: ReportLanguage,
  folder: string,
): Promise<Result<{ kept: Uint8Array; document: Uint8Array }, TemplateRefusal>> {
  if (colour !== null && !isHouseColour(colour)) return refused('template_colour')
  const isColourAlone = format === 'pdf' && bytes.byteLength === 0
  const sound = isColourAlone
    ? accepted(new Uint8Array())
    : format === 'pdf'
      ? soundLogo(bytes)
      : soundTemplate(bytes, format)
  if (!sound.ok) return sound
  const kept = sound.value
  const house: House = {
    template: async () => (format === 'pdf' ? null : kept),
    paper: async () => ({
      colour: colour ?? beside.colour,
      logo: format === 'pdf' && kept.byteLength > 0 ? kept : beside.logo,
    }),
  }
  try {
    const document =
      format === 'pptx'
        ? await writtenSlides(trialDeck(language), format, new Map(), { folder, house })
        : await writtenDocument(trialTree(language), format, new Map(), { folder, house })
    return accepted({ kept, document })
  } catch {
    // What Pandoc or Typst cannot read, or what takes them down, is no template
    return refused('template_unreadable')
  }
}
