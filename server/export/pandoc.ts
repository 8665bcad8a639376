import type { PandocDocument } from '#shared/report/pandoc.ts'
import { runInProcess } from '#server/base/process.ts'
import type { Pictures } from './pdf.ts'

type OfficeFormat = 'docx' | 'odt' | 'pptx'

/** What the program is handed: a tree as JSON, the files it names, and Pandoc's own options. */
export interface PandocJob {
  tree: string
  to: OfficeFormat
  files: Record<string, Uint8Array>
  options: Record<string, unknown>
}

/** Longest time a file may take: sixty pages take three seconds. */
const LIMIT_MS = 120_000

/**
 * A document for word processors and slides. Takes half a second and 350 MB for some seconds, in a process that ends.
 * @param template somebody's own file of the same format, whose letterhead and styles are taken
 */
export async function officeFileOf(
  document: PandocDocument,
  to: OfficeFormat,
  pictures: Pictures,
  { template = null, hasContents = false }: { template?: Uint8Array | null; hasContents?: boolean } = {},
): Promise<Uint8Array> {
  const files = Object.fromEntries([...pictures].map(([name, { bytes }]) => [name, bytes]))
  const job: PandocJob = {
    tree: JSON.stringify(document),
    to,
    files: template === null ? files : { ...files, [`template.${to}`]: template },
    options: {
      ...(template === null ? {} : { 'reference-doc': `template.${to}` }),
      ...(hasContents ? { 'table-of-contents': true, 'toc-depth': 2 } : {}),
    },
  }
  return (await runInProcess(
    import.meta.url,
    'pandoc-worker',
    job,
    AbortSignal.timeout(LIMIT_MS),
  )) as Uint8Array
}
