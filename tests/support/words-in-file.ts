import { unzipSync } from 'fflate'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { ExportFormat } from '#shared/protocol/export-formats.ts'
import { textsInZip, wordsOfBook } from './sheets.ts'

/** All words in a file, read by somebody else's reader, on one line. */
export async function wordsInFile(bytes: Uint8Array, format: ExportFormat): Promise<string> {
  const text = await textIn(bytes, format)
  return text.replace(/\s+/g, ' ')
}

async function textIn(bytes: Uint8Array, format: ExportFormat): Promise<string> {
  switch (format) {
    case 'pdf':
      return wordsOfPdf(bytes)
    case 'xlsx':
    case 'ods':
      return wordsOfBook(bytes).join('\n')
    case 'docx':
    case 'odt':
    case 'pptx':
      return wordsInZip(bytes).join('\n')
    case 'svg':
      // Of one page it is no ZIP
      return bytes[0] === 0x3c ? Buffer.from(bytes).toString('utf8') : wordsOfZip(bytes)
    case 'png':
    case 'zip':
      return wordsOfZip(bytes)
    default:
      return Buffer.from(bytes).toString('utf8')
  }
}

const wordsOfZip = (bytes: Uint8Array) => [...Object.keys(unzipSync(bytes)), ...wordsInZip(bytes)].join('\n')

const wordsInZip = (bytes: Uint8Array) => [...textsInZip(bytes).values()].map(withoutTags)

const withoutTags = (xml: string) =>
  xml
    .replace(/<\/(w:p|text:p|text:h|a:p)>/g, '\n')
    .replace(/<(text:s|text:line-break|w:br|text:tab)[^>]*>/g, ' ')
    .replace(/<[^>]*>/g, '')

async function wordsOfPdf(bytes: Uint8Array): Promise<string> {
  const pdf = await openedPdf(bytes)
  const pages: string[] = []
  for (let n = 1; n <= pdf.numPages; n++) {
    const { items } = await (await pdf.getPage(n)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''))
  }
  await pdf.loadingTask.destroy()
  return pages.join('\n')
}

export const openedPdf = (bytes: Uint8Array) =>
  getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, verbosity: 0 }).promise
