import { imageExtensions } from './card-pictures.ts'
import type { Deck } from '#shared/report/deck.ts'
import type { ExportFormat, PdfStandard } from '#shared/protocol/export-formats.ts'
import { htmlOf } from '#shared/report/html.ts'
import { markdownOf } from '#shared/report/markdown.ts'
import { pandocOf } from '#shared/report/pandoc.ts'
import { pandocSlidesOf } from '#shared/report/pandoc-slides.ts'
import type { DocumentTree } from '#shared/report/tree.ts'
import { plainLook, type HouseLook } from '#shared/report/typst.ts'
import { imageTypeOf } from '#server/images/image-type.ts'
import type { House } from './house.ts'
import { docxReference } from './office/docx-reference.ts'
import { odtReference, withRules } from './office/odt-reference.ts'
import { withSlideLook } from './office/pptx-look.ts'
import type { OfficeLook } from './office/styles.ts'
import { officeFileOf } from './pandoc.ts'
import { pdfOf, slidesAsPdf, type Pictures } from './pdf.ts'

const encoder = new TextEncoder()

interface Means {
  /** For what has to lie on the disk meanwhile. */
  folder: string
  house: House
  /** Of a PDF; PDF/UA-1 without it. */
  standard?: PdfStandard
}

/** A document in one format. */
export async function writtenDocument(
  tree: DocumentTree,
  format: ExportFormat,
  pictures: Pictures,
  means: Means,
): Promise<Uint8Array> {
  const { house } = means
  const colour = (await house.paper()).colour ?? plainLook.colour
  const officeLook: OfficeLook = { ...tree, colour, foot: tree.asOf }
  switch (format) {
    case 'pdf': {
      const { look, all } = await onPaper(house, pictures)
      return pdfOf(tree, look, all, means)
    }
    case 'docx':
      return officeFileOf(
        pandocOf(tree),
        format,
        pictures,
        (await house.template(format)) ?? docxReference(officeLook),
      )
    case 'odt': {
      const own = (await house.template(format)) ?? odtReference(officeLook)
      return withRules(await officeFileOf(pandocOf(tree), format, pictures, own), tree.writtenAt)
    }
    case 'html':
      return encoder.encode(htmlOf(tree, colour, (name) => dataUrl(pictures, name)))
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
  means: Means,
): Promise<Uint8Array> {
  const { house } = means
  switch (format) {
    case 'pdf': {
      const { look, all } = await onPaper(house, pictures)
      return slidesAsPdf(deck, look, all, means)
    }
    case 'pptx': {
      const own = await house.template(format)
      const written = await officeFileOf(pandocSlidesOf(deck), format, pictures, own)
      const colour = (await house.paper()).colour ?? plainLook.colour
      return withSlideLook(written, { ...deck, colour }, own !== null)
    }
    default:
      throw new Error(`no slides as ${format}`)
  }
}

const LOGO = 'logo of the house'

/** What a PDF looks like, and its pictures with the logo among them. */
async function onPaper(house: House, pictures: Pictures): Promise<{ look: HouseLook; all: Pictures }> {
  const { colour, logo } = await house.paper()
  const type = logo && imageTypeOf(Buffer.from(logo))
  const look = { ...plainLook, ...(colour === null ? {} : { colour }) }
  if (!logo || !type) return { look, all: pictures }
  const all = new Map([...pictures, [LOGO, { bytes: logo, extension: imageExtensions[type] }]])
  return { look: { ...look, logo: LOGO }, all }
}

function dataUrl(pictures: Pictures, name: string): string | null {
  const picture = pictures.get(name)
  if (!picture) return null
  const type =
    picture.extension === 'svg' ? 'svg+xml' : picture.extension === 'jpg' ? 'jpeg' : picture.extension
  return `data:image/${type};base64,${Buffer.from(picture.bytes).toString('base64')}`
}
