import { fileName } from '#shared/report/file-name.ts'
import type { DocumentTree, Picture } from '#shared/report/tree.ts'
import type { ExportFormat } from '#shared/protocol/export-formats.ts'
import type { Box } from '#shared/document/shape-box.ts'
import { outlined, type DrawnPage } from './page-pictures.ts'
import type { Pictures } from './pdf.ts'
import { MOST_PIXELS, pngOf, pngsOf } from './raster.ts'
import type { PendingFile } from './zip.ts'

/** Twice as many pixels as the board has units: sharp on paper. */
const PIXELS_PER_UNIT = 2

const pngOfPage = ({ svg, w, h }: DrawnPage): Uint8Array =>
  pngOf(svg, Math.round(Math.min(w * PIXELS_PER_UNIT, Math.sqrt((MOST_PIXELS * w) / h))))

export const pictureFile = (page: DrawnPage, format: 'svg' | 'png'): Uint8Array =>
  format === 'svg' ? new TextEncoder().encode(outlined(page)) : pngOfPage(page)

/** A folder for each group, in it its pages in their order. @param folder that all of them lie in; '' for none */
export function pictureFiles(pages: readonly DrawnPage[], format: 'svg' | 'png', folder = ''): PendingFile[] {
  const folderOf = ({ group }: DrawnPage) => fileName([group], '').slice(0, -1)
  // By the folder, because groups of different names may have the same, to some systems also in letters of the other case
  const isBeside = (one: DrawnPage, other: DrawnPage) =>
    folderOf(one).toLowerCase() === folderOf(other).toLowerCase()
  return pages.map((page): PendingFile => {
    const beside = pages.filter((other) => isBeside(other, page))
    const number = String(beside.indexOf(page) + 1).padStart(2, '0')
    const name = `${folder}${folderOf(page)}/${fileName([number, page.page], format)}`
    return format === 'svg'
      ? { name, make: () => outlined(page) }
      : { name, make: () => pngOfPage(page), stored: true }
  })
}

/** Pixels across a picture: 300 to the inch of a printed page; two for each of a column on a screen. */
const across: Partial<Record<ExportFormat, number>> = { docx: 2_000, odt: 2_000, html: 1_472 }

/** Pictures of pages for documents: with real text where it stays readable, as pixels elsewhere. */
export function pagePictures(pages: readonly DrawnPage[], format: ExportFormat): Pictures {
  const width = across[format]
  const extension = width === undefined ? 'svg' : 'png'
  return new Map(
    pages.flatMap((page, n) => {
      const drawn =
        width === undefined
          ? [new TextEncoder().encode(page.svg)]
          : pngsOf(page, partsOf(page, format), width)
      return drawn.map((bytes, part) => [nameOf(n, part, format), { bytes, extension }] as const)
    }),
  )
}

/** What a document calls the picture of a page. */
const nameOf = (n: number, part: number, format: ExportFormat) =>
  `page-${n + 1}${part === 0 ? '' : `-${part + 1}`}.${across[format] === undefined ? 'svg' : 'png'}`

/** All pages as one document, each with its words for those who do not see it. */
export function boardsTree(front: Omit<DocumentTree, 'blocks'>, pages: readonly DrawnPage[]): DocumentTree {
  const blocks = pages.flatMap((page, n): DocumentTree['blocks'] => [
    ...(pages[n - 1]?.groupId === page.groupId
      ? []
      : [{ type: 'heading' as const, level: 1, text: page.group }]),
    { type: 'heading', level: 2, text: page.page },
    ...picturesOfPage(page, n, 'pdf'),
  ])
  return { ...front, blocks }
}

/** Height by width of what a page has room for beside its heading, and of what is still read when it becomes smaller. */
const TALLEST = 1.3
const TALLEST_WHOLE = 1.6
/** Of a part, and of what is seen again in the next one. */
const PART = 1.25
const AGAIN = 0.04

/** Word processors show a whole picture on one page; what would be a strip there comes in parts. Typst cuts by itself. */
function partsOf({ w, h }: Pick<DrawnPage, 'w' | 'h'>, format: ExportFormat): Box[] {
  const isWhole = (format !== 'docx' && format !== 'odt') || h <= TALLEST_WHOLE * w
  if (isWhole) return [{ x: 0, y: 0, w, h }]
  const count = Math.ceil((h - AGAIN * w) / ((PART - AGAIN) * w))
  const step = (h - AGAIN * w) / count
  return Array.from({ length: count }, (_, n) => ({ x: 0, y: n * step, w, h: step + AGAIN * w }))
}

/** One, or the parts in which it comes; the first says all that stands on it to those who do not see it. */
export const picturesOfPage = (page: DrawnPage, n: number, format: ExportFormat): Picture[] =>
  partsOf(page, format).map(({ w, h }, part, all) => {
    const name = `${page.group} · ${page.page}`
    const caption = all.length > 1 ? `${name} (${part + 1}/${all.length})` : name
    return {
      type: 'picture',
      name: nameOf(n, part, format),
      alt: part === 0 ? [page.page, ...page.words].join('; ') : caption,
      caption,
      ...(h > TALLEST * w ? { isTall: true as const } : {}),
    }
  })
