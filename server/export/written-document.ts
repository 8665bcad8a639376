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
import { odtReference, ruled } from './office/odt-reference.ts'
import { inSlideLook } from './office/pptx-look.ts'
import type { OfficeLook } from './office/styles.ts'
import { evenTables } from './office/word-tables.ts'
import { officeFileOf } from './pandoc.ts'
import { pngOf } from './raster.ts'
import { firstPages, firstSlides, pdfOf, SEEN_BLOCKS, slidesAsPdf, type Pictures } from './pdf.ts'

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
  const colour = await colourOf(house)
  const officeLook: OfficeLook = { ...tree, colour, foot: tree.asOf }
  switch (format) {
    case 'pdf': {
      const { look, all } = await onPaper(house, pictures)
      return pdfOf(tree, look, all, means)
    }
    case 'docx':
      return officeFileOf(pandocOf(tree), format, pictures, {
        writtenAt: tree.writtenAt,
        template: (await house.template(format)) ?? docxReference(officeLook),
        finished: evenTables,
      })
    case 'odt':
      return officeFileOf(pandocOf(tree), format, pictures, {
        writtenAt: tree.writtenAt,
        template: (await house.template(format)) ?? odtReference(officeLook),
        finished: ruled,
      })
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
      const template = await house.template(format)
      const look = { ...deck, colour: await colourOf(house) }
      return officeFileOf(pandocSlidesOf(deck), format, pictures, {
        writtenAt: deck.writtenAt,
        template,
        finished: (part) => inSlideLook(part, look, template !== null),
      })
    }
    default:
      throw new Error(`no slides as ${format}`)
  }
}

/** How a document begins, drawn: as a PDF of the house looks, and nearly as a word processor shows it. */
export async function drawnDocument(tree: DocumentTree, pictures: Pictures, means: Means) {
  const { look, all } = await onPaper(means.house, withPixels(tree, pictures))
  return firstPages(tree, look, all, means)
}

/** A drawing inside a drawing loses its letters, so those that are seen become pixels. */
function withPixels({ blocks }: DocumentTree, pictures: Pictures): Pictures {
  const drawn = blocks.slice(0, SEEN_BLOCKS).flatMap((block) => {
    const picture = block.type === 'picture' ? pictures.get(block.name) : undefined
    if (block.type !== 'picture' || picture?.extension !== 'svg') return []
    const bytes = pngOf(Buffer.from(picture.bytes).toString('utf8'), PIXELS_ACROSS)
    return [[block.name, { bytes, extension: 'png' }] as const]
  })
  return new Map([...pictures, ...drawn])
}

const PIXELS_ACROSS = 1_200

/** The same of slides. */
export async function drawnSlides(deck: Deck, pictures: Pictures, means: Means) {
  const { look, all } = await onPaper(means.house, pictures)
  return firstSlides(deck, look, all, means)
}

/** Of headings and rules. */
export const colourOf = async (house: House) => (await house.paper()).colour ?? plainLook.colour

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

/** A picture as it stands in a page of its own; null where it is not there. */
export function dataUrl(pictures: Pictures, name: string): string | null {
  const picture = pictures.get(name)
  if (!picture) return null
  const type =
    picture.extension === 'svg' ? 'svg+xml' : picture.extension === 'jpg' ? 'jpeg' : picture.extension
  return `data:image/${type};base64,${Buffer.from(picture.bytes).toString('base64')}`
}
