import { fileName } from '#shared/report/file-name.ts'
import type { DocumentTree, Picture } from '#shared/report/tree.ts'
import { outlined, type DrawnPage } from './page-pictures.ts'
import type { Pictures } from './pdf.ts'
import { pngOf } from './raster.ts'
import type { PendingFile } from './zip.ts'

/** Twice as many pixels as the board has units: sharp on paper. */
const PIXELS_PER_UNIT = 2
/** A drawing takes four bytes of memory for each pixel while it is made. */
const MOST_PIXELS = 24_000_000

const pngOfPage = ({ svg, w, h }: DrawnPage): Uint8Array =>
  pngOf(svg, Math.round(Math.min(w * PIXELS_PER_UNIT, Math.sqrt((MOST_PIXELS * w) / h))))

export const pictureFile = (page: DrawnPage, format: 'svg' | 'png'): Uint8Array =>
  format === 'svg' ? new TextEncoder().encode(outlined(page)) : pngOfPage(page)

/** A folder for each group, in it its pages in their order. @param folder that all of them lie in; '' for none */
export function pictureFiles(pages: readonly DrawnPage[], format: 'svg' | 'png', folder = ''): PendingFile[] {
  // By the folder, because groups of different names may have the same
  const folderOf = ({ group }: DrawnPage) => fileName([group], '').slice(0, -1)
  return pages.map((page): PendingFile => {
    const beside = pages.filter((other) => folderOf(other) === folderOf(page))
    const number = String(beside.indexOf(page) + 1).padStart(2, '0')
    const name = `${folder}${folderOf(page)}/${fileName([number, page.page], format)}`
    return format === 'svg'
      ? { name, make: () => outlined(page) }
      : { name, make: () => pngOfPage(page), stored: true }
  })
}

/** What a document calls the picture of a page. */
const nameOfPage = (n: number, extension: string) => `page-${n + 1}.${extension}`

/** Pictures of pages for documents: with real text where it stays readable, as pixels for word processors. */
export function pagePictures(pages: readonly DrawnPage[], extension: 'svg' | 'png'): Pictures {
  return new Map(
    pages.map((page, n) => {
      const bytes = extension === 'svg' ? new TextEncoder().encode(page.svg) : pngOfPage(page)
      return [nameOfPage(n, extension), { bytes, extension }]
    }),
  )
}

/** All pages as one document, each with its words for those who do not see it. */
export function boardsTree(front: Omit<DocumentTree, 'blocks'>, pages: readonly DrawnPage[]): DocumentTree {
  const blocks = pages.flatMap((page, n): DocumentTree['blocks'] => [
    ...(pages[n - 1]?.groupId === page.groupId
      ? []
      : [{ type: 'heading' as const, level: 1, text: page.group }]),
    { type: 'heading', level: 2, text: page.page },
    pictureOfPage(page, n, 'svg'),
  ])
  return { ...front, blocks }
}

/** Height by width of what a page has room for beside its heading. */
const TALLEST = 1.3

export const pictureOfPage = (
  { group, page, words, w, h }: DrawnPage,
  n: number,
  extension: 'svg' | 'png',
): Picture => ({
  type: 'picture',
  name: nameOfPage(n, extension),
  alt: [page, ...words].join('; '),
  caption: `${group} · ${page}`,
  ...(h > TALLEST * w ? { isTall: true as const } : {}),
})
