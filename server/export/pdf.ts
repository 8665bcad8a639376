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
  compiled((paths) => typstOf(tree, look, paths), tree, pictures, means)

/** Slides as PDF, one page each. @throws Error as `pdfOf` */
export const slidesAsPdf = (deck: Deck, look: HouseLook, pictures: Pictures, means: PdfMeans): Uint8Array =>
  compiled((paths) => typstSlidesOf(deck, look, paths), deck, pictures, means)

function compiled(
  source: (paths: ReadonlyMap<string, string>) => string,
  { writtenAt }: Pick<DocumentTree, 'writtenAt'>,
  pictures: Pictures,
  { folder, standard = 'ua-1' }: PdfMeans,
): Uint8Array {
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
    const mainFileContent = inOurLetters(source(paths))
    return compiler.pdf(
      { mainFileContent },
      {
        pdfStandard: standard,
        creationTimestamp: Math.floor(writtenAt / 1000),
      },
    )
  } finally {
    rmSync(workspace, { recursive: true, force: true })
  }
}
