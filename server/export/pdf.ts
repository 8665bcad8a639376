import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DocumentTree } from '#shared/report/tree.ts'
import { typstOf, type HouseLook } from '#shared/report/typst.ts'
import { fontFiles, inOurLetters } from './fonts.ts'

/** What goes into a document beside words: SVG, PNG, JPEG, WebP or GIF, by the name that the tree calls it. */
export type Pictures = ReadonlyMap<string, { bytes: Uint8Array; extension: string }>

type PdfStandard = 'ua-1' | 'a-2a'

/**
 * A document as PDF. `ua-1` is what people with a screen reader need (PDF/UA-1), `a-2a` what archives want.
 * @param folder where pictures may lie meanwhile
 * @throws Error when the document does not conform: a level of headings is skipped, a picture has no words
 */
export function pdfOf(
  tree: DocumentTree,
  look: HouseLook,
  pictures: Pictures,
  { folder, standard = 'ua-1' }: { folder: string; standard?: PdfStandard },
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
    const mainFileContent = inOurLetters(typstOf(tree, look, paths))
    return compiler.pdf(
      { mainFileContent },
      {
        pdfStandard: standard,
        creationTimestamp: Math.floor(tree.writtenAt / 1000),
      },
    )
  } finally {
    rmSync(workspace, { recursive: true, force: true })
  }
}
