import type { ExportFormat } from '#shared/protocol/export-formats.ts'
import { htmlOf } from '#shared/report/html.ts'
import { markdownOf } from '#shared/report/markdown.ts'
import type { Deck } from '#shared/report/deck.ts'
import { pandocOf } from '#shared/report/pandoc.ts'
import { pandocSlidesOf } from '#shared/report/pandoc-slides.ts'
import type { DocumentTree } from '#shared/report/tree.ts'
import { plainLook } from '#shared/report/typst.ts'
import { withSlideLook } from './office/pptx-look.ts'
import { docxReference } from './office/docx-reference.ts'
import { odtReference, withRules } from './office/odt-reference.ts'
import type { OfficeLook } from './office/styles.ts'
import type { HouseFormat } from '#shared/protocol/house-templates.ts'
import { officeFileOf } from './pandoc.ts'
import { pdfOf, slidesAsPdf, type Pictures } from './pdf.ts'

const encoder = new TextEncoder()

interface Means {
  /** For what has to lie on the disk meanwhile. */
  folder: string
  /** The house's own letterhead and styles; ours where it answers null. */
  template: (format: HouseFormat) => Promise<Uint8Array | null>
}

/** A document in one format. */
export async function writtenDocument(
  tree: DocumentTree,
  format: ExportFormat,
  pictures: Pictures,
  { folder, template }: Means,
): Promise<Uint8Array> {
  switch (format) {
    case 'pdf':
      return pdfOf(tree, plainLook, pictures, { folder })
    case 'docx':
      return officeFileOf(
        pandocOf(tree),
        format,
        pictures,
        (await template(format)) ?? docxReference(officeLookOf(tree)),
      )
    case 'odt': {
      const own = (await template(format)) ?? odtReference(officeLookOf(tree))
      return withRules(await officeFileOf(pandocOf(tree), format, pictures, own), tree.writtenAt)
    }
    case 'html':
      return encoder.encode(htmlOf(tree, plainLook.colour, (name) => dataUrl(pictures, name)))
    case 'markdown':
      return encoder.encode(markdownOf(tree))
    default:
      throw new Error(`no document as ${format}`)
  }
}

/** Slides in one format. */
export async function writtenSlides(
  deck: Deck,
  format: ExportFormat,
  pictures: Pictures,
  { folder, template }: Means,
): Promise<Uint8Array> {
  switch (format) {
    case 'pdf':
      return slidesAsPdf(deck, plainLook, pictures, { folder })
    case 'pptx': {
      const house = await template(format)
      const written = await officeFileOf(pandocSlidesOf(deck), format, pictures, house)
      return withSlideLook(written, { ...deck, colour: plainLook.colour }, house !== null)
    }
    default:
      throw new Error(`no slides as ${format}`)
  }
}

const officeLookOf = ({ language, asOf, writtenAt }: DocumentTree): OfficeLook => ({
  colour: plainLook.colour,
  language,
  foot: asOf,
  writtenAt,
})

function dataUrl(pictures: Pictures, name: string): string | null {
  const picture = pictures.get(name)
  if (!picture) return null
  const type =
    picture.extension === 'svg' ? 'svg+xml' : picture.extension === 'jpg' ? 'jpeg' : picture.extension
  return `data:image/${type};base64,${Buffer.from(picture.bytes).toString('base64')}`
}
