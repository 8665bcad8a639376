import type { ExportPreview, PreviewPart } from '#shared/protocol/export-preview.ts'
import { htmlOf } from '#shared/report/html.ts'
import { markdownOf } from '#shared/report/markdown.ts'
import { fill, wordsIn } from '#shared/report/words.ts'
import { textOfCell } from '#shared/report/table.ts'
import type { DocumentTree } from '#shared/report/tree.ts'
import { foreignLettersIn } from './fonts.ts'
import { isTable, Making } from './making.ts'
import type { Material } from './material.ts'
import type { Pictures } from './pdf.ts'
import { pngOf } from './raster.ts'
import { workshopFileOf } from './workshop-file.ts'
import type { WriteSettings } from './write-settings.ts'
import { colourOf, dataUrl, drawnDocument, drawnSlides } from './written-document.ts'

/** Sharp on a screen of two pixels for each of the page. */
const PAGE_WIDTH_PX = 900
const MOST_PICTURES = 4
const MOST_TEXT_CHARS = 5_000
const MOST_ROWS = 8
/** Of pictures in a page that is looked at; those beyond leave their caption. */
const MOST_PICTURE_BYTES = 3 * 1024 * 1024

const nothingElse = { headings: [], pages: null }

/**
 * What a file will hold and how it will look, made the way the file is made, of what may leave: consent is asked by
 * `Making`. Null where its page is gone.
 */
export async function previewOf(
  material: Material,
  settings: WriteSettings,
  folder: string,
): Promise<ExportPreview | null> {
  const { content, format } = settings
  if (content === 'data') return { ...nothingElse, parts: heldParts(material, settings) }
  const making = new Making(material, settings, folder)
  const means = { folder, house: material.house }
  switch (content) {
    case 'tables':
    case 'lists':
      return { ...nothingElse, parts: sheetParts(making, settings) }
    case 'slides': {
      const { deck, pictures } = await making.slides()
      const { pages, first } = await drawnSlides(deck, pictures, means)
      const headings = deck.slides.map(({ title }) => title)
      return { parts: first.map(pagePart), headings, pages, ...foreign(deck, format) }
    }
    case 'pictures': {
      if (!making.hasPage(settings.pageId)) return null
      const drawn = await making.pages({ most: settings.pageId === null ? MOST_PICTURES : 1 })
      return { ...nothingElse, parts: drawn.map(pagePart), headings: drawn.map(({ page }) => page) }
    }
    case 'archive': {
      const title = wordsIn(settings.language).documents.archive.holds
      const things = (await making.archive()).map(({ name }) => name)
      return { ...nothingElse, parts: [{ type: 'holds', title, things }] }
    }
    case 'roadmap':
      if (isTable(format)) return { ...nothingElse, parts: sheetParts(making, settings) }
      return textPreview(making, settings, means)
    default:
      return textPreview(making, settings, means)
  }
}

/** Markdown and HTML are looked at as they will be; what word processors open as the pages that a PDF of it would have. */
async function textPreview(
  making: Making,
  { content, format }: WriteSettings,
  means: { folder: string; house: Material['house'] },
): Promise<ExportPreview> {
  const asItIs = format === 'markdown' || format === 'html'
  const { tree, pictures } = await making.text({ content, format: asItIs ? format : 'pdf' })
  const headings = headingsOf(tree)
  if (format === 'markdown') return { headings, pages: null, parts: [textPart(markdownOf(tree))] }
  if (format === 'html') {
    const text = htmlOf(tree, await colourOf(means.house), boundedPictures(pictures))
    return { headings, pages: null, parts: [{ type: 'html', text }] }
  }
  const { pages, first } = await drawnDocument(tree, pictures, means)
  return { headings, pages, parts: first.map(pagePart), ...foreign(tree, format) }
}

/** Word processors have letters of their own. */
const foreign = (written: unknown, format: WriteSettings['format']) =>
  format === 'pdf' ? { foreignLetters: foreignLettersIn(JSON.stringify(written)) } : {}

const headingsOf = ({ blocks }: DocumentTree) =>
  blocks.flatMap((block) => (block.type === 'heading' && block.level <= 2 ? [block.text] : []))

function pagePart({ svg, w, h }: { svg: string; w: number; h: number }): PreviewPart {
  const png = Buffer.from(pngOf(svg, PAGE_WIDTH_PX)).toString('base64')
  return { type: 'page', href: `data:image/png;base64,${png}`, w: Math.round(w), h: Math.round(h) }
}

const textPart = (text: string): PreviewPart => ({
  type: 'text',
  text:
    text.length <= MOST_TEXT_CHARS ? text : `${text.slice(0, text.lastIndexOf('\n', MOST_TEXT_CHARS))}\n…`,
})

function boundedPictures(pictures: Pictures): (name: string) => string | null {
  let left = MOST_PICTURE_BYTES
  return (name) => {
    left -= pictures.get(name)?.bytes.byteLength ?? 0
    return left < 0 ? null : dataUrl(pictures, name)
  }
}

const sheetParts = (making: Making, settings: WriteSettings): PreviewPart[] =>
  making.tables(settings).map(({ name, columns, rows }) => ({
    type: 'sheet',
    name,
    columns,
    rows: rows.slice(0, MOST_ROWS).map((cells) => cells.map(textOfCell)),
    more: Math.max(0, rows.length - MOST_ROWS),
  }))

/** A file for programs is looked at by how much it holds. */
function heldParts(material: Material, settings: WriteSettings): PreviewPart[] {
  const words = wordsIn(settings.language).workshop.exports.preview
  return workshopFileOf(material, settings).groups.map(({ name, document, history }) => ({
    type: 'holds',
    title: name,
    things: [
      fill(words.holdsCards, { count: document.artefacts.length }),
      fill(words.holdsPages, { count: document.board.filter(({ typeName }) => typeName === 'page').length }),
      fill(words.holdsComments, { count: document.comments.length }),
      fill(words.holdsEvents, { count: history.length }),
    ],
  }))
}
