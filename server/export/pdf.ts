import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PdfStandard } from '#shared/protocol/export-formats.ts'
import type { Deck } from '#shared/report/deck.ts'
import type { DocumentTree } from '#shared/report/tree.ts'
import { typstOf, type HouseLook } from '#shared/report/typst.ts'
import { typstSlidesOf } from '#shared/report/typst-slides.ts'
import { fontFiles, inOurLetters } from './fonts.ts'

/** What goes into a document beside words: SVG, PNG, JPEG, WebP or GIF, by the name that the tree calls it. */
export type Pictures = ReadonlyMap<string, { bytes: Uint8Array; extension: string }>

interface PdfMeans {
  /** Where pictures may lie meanwhile. */
  folder: string
  standard?: PdfStandard
}

/**
 * A document as PDF. `ua-1` is what people with a screen reader need (PDF/UA-1), `a-2a` what archives want.
 * @throws Error when the document does not conform: a level of headings is skipped, a picture has no words
 */
export const pdfOf = (tree: DocumentTree, look: HouseLook, pictures: Pictures, means: PdfMeans): Uint8Array =>
  composed((paths) => typstOf(tree, look, paths), pictures, means, printed(tree, means))

/** Slides as PDF, one page each. @throws Error as `pdfOf` */
export const slidesAsPdf = (deck: Deck, look: HouseLook, pictures: Pictures, means: PdfMeans): Uint8Array =>
  composed((paths) => typstSlidesOf(deck, look, paths), pictures, means, printed(deck, means))

/** The first pages of a document, drawn. */
export const firstPages = (tree: DocumentTree, look: HouseLook, pictures: Pictures, means: PdfMeans) =>
  composed((paths) => typstOf(tree, look, paths, SEEN_BLOCKS), pictures, means, drawn)

/** The first slides, drawn. */
export const firstSlides = (deck: Deck, look: HouseLook, pictures: Pictures, means: PdfMeans) =>
  composed((paths) => typstSlidesOf(deck, look, paths), pictures, means, drawn)

/** Pages that somebody looks at before taking a file, and blocks that fill them even where each is one line. */
const SEEN_PAGES = 3
export const SEEN_BLOCKS = 120

type Compose<Made> = (compiler: NodeCompiler, mainFileContent: string) => Made

const printed =
  ({ writtenAt }: Pick<DocumentTree, 'writtenAt'>, { standard = 'ua-1' }: PdfMeans): Compose<Uint8Array> =>
  (compiler, mainFileContent) =>
    compiler.pdf(
      { mainFileContent },
      {
        pdfStandard: standard,
        creationTimestamp: Math.floor(writtenAt / 1000),
      },
    )

interface FirstPages {
  /** Of the whole. */
  pages: number
  first: { svg: string; w: number; h: number }[]
}

/** Ground of a page, the first of what Typst draws of it; of all drawn things only pages stand at this depth. */
const PAGE_BEGINS = /\n {4}<path class="typst-shape"[^>]*\/>/gu

/**
 * Typst draws all pages below each other, of one size. Each is cut out, because drawing a hundred pages to show one took
 * half a minute.
 */
const drawn: Compose<FirstPages> = (compiler, mainFileContent) => {
  const { result } = compiler.compile({ mainFileContent })
  if (!result) throw new Error('no document to be looked at')
  const svg = compiler.plainSvg(result)
  const pages = result.numOfPages
  const [, w = '0', all = '0'] = /^<svg [^>]*?viewBox="0 0 ([\d.]+) ([\d.]+)"/u.exec(svg) ?? []
  const size = { w: Number(w), h: Number(all) / pages }
  const endOfPages = svg.indexOf('\n    <defs')
  const shapes = svg.slice(endOfPages)
  const begins = [...svg.matchAll(PAGE_BEGINS)]
  if (begins.length !== pages || endOfPages < 0) throw new Error('pages are drawn otherwise than expected')
  const first = begins.slice(0, SEEN_PAGES).map(({ index, 0: { length } }, n) => {
    const view = `<svg viewBox="0 ${n * size.h} ${size.w} ${size.h}" width="${size.w}" height="${size.h}" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">`
    const page = svg.slice(index + length, begins[n + 1]?.index ?? endOfPages)
    return { svg: view + page + shapes, ...size }
  })
  return { pages, first }
}

function composed<Made>(
  source: (paths: ReadonlyMap<string, string>) => string,
  pictures: Pictures,
  { folder }: PdfMeans,
  compose: Compose<Made>,
): Made {
  const workspace = mkdtempSync(join(folder, 'pdf-'))
  try {
    const paths = new Map<string, string>()
    for (const [name, { bytes, extension }] of pictures) {
      const path = `picture-${paths.size}.${extension}`
      writeFileSync(join(workspace, path), bytes)
      paths.set(name, path)
    }
    const compiler = NodeCompiler.create({
      workspace,
      fontArgs: [{ fontPaths: [...fontFiles] }],
    })
    return compose(compiler, inOurLetters(source(paths)))
  } finally {
    rmSync(workspace, { recursive: true, force: true })
  }
}
