import type { PandocDocument } from '#shared/report/pandoc-nodes.ts'
import { accepted, refused, type Result } from '#shared/base/result.ts'
import type { ProtocolFormat } from '#shared/protocol/protocol-formats.ts'
import { KeptProcess, runInProcess } from '#server/base/process.ts'
import { StorageError } from '#server/base/storage-error.ts'
import { standInsFor, withPictures } from './office/stand-ins.ts'
import type { Pictures } from './pdf.ts'
import { zipOf, type Packed } from './zip.ts'

type OfficeFormat = 'docx' | 'odt' | 'pptx'

export const isOffice = (format: string): format is OfficeFormat =>
  format === 'docx' || format === 'odt' || format === 'pptx'

/**
 * What the program is handed: Pandoc's own options, what it reads as its standard input, and the files that these name.
 * It answers the file that the options call `output-file`; null where Pandoc cannot read what it was given.
 */
export interface PandocJob {
  options: Record<string, unknown> & { 'output-file': string }
  input: string
  files: Record<string, Uint8Array>
}

/** Longest time a file may take: sixty pages take three seconds, and as many times that where live rooms need the cores. */
const LIMIT_MS = 240_000
/** Longest time that reading one may take: two hundred pages take four seconds. */
const READING_LIMIT_MS = 60_000

const WORKER = 'pandoc-worker'
const EMPTY = '{"pandoc-api-version":[1,23],"meta":{},"blocks":[]}'
let ready: KeptProcess | null = null

/**
 * Starts Pandoc and lets it write nothing once, because that takes as long as gathering and drawing what it is to write, which
 * goes on meanwhile. Whoever calls this calls `officeIsDone`, whatever becomes of the file.
 */
export function officeGetsReady(to: OfficeFormat): void {
  ready = new KeptProcess(import.meta.url, WORKER)
  const nothing = { options: optionsFor(to), input: EMPTY, files: {} } satisfies PandocJob
  // What is wrong shows when there is something to write
  ready.run('', nothing, AbortSignal.timeout(LIMIT_MS)).catch(() => undefined)
}

export function officeIsDone(): void {
  ready?.end()
  ready = null
}

const optionsFor = (to: OfficeFormat) => ({
  ...{ from: 'json', to, standalone: true },
  'output-file': `out.${to}`,
})

const carriedOut = (job: PandocJob, signal: AbortSignal) =>
  (ready
    ? ready.run('', job, signal)
    : runInProcess(import.meta.url, WORKER, job, signal)) as Promise<Uint8Array | null>

interface OfficeMeans {
  /** Somebody's own file of the same format, whose letterhead and styles are taken. */
  template?: Uint8Array | null
  writtenAt?: number
  /** What becomes of each file in it, after Pandoc. */
  finished?: (part: Packed) => Packed
}

/** A document for word processors and slides. Takes 350 MB for some seconds, in a process that ends. */
export async function officeFileOf(
  document: PandocDocument,
  to: OfficeFormat,
  pictures: Pictures,
  { template = null, writtenAt = 0, finished = (part) => part }: OfficeMeans = {},
): Promise<Uint8Array> {
  const standIns = standInsFor(pictures)
  const files = Object.fromEntries([...standIns].map(([name, { bytes }]) => [name, bytes]))
  const job: PandocJob = {
    input: JSON.stringify(document),
    files: template === null ? files : { ...files, [`template.${to}`]: template },
    options: { ...optionsFor(to), ...(template === null ? {} : { 'reference-doc': `template.${to}` }) },
  }
  const signal = AbortSignal.timeout(LIMIT_MS)
  const written = await carriedOut(job, signal)
  if (written === null) throw new Error('pandoc wrote nothing')
  return zipOf(withPictures(written, pictures, standIns).map(finished), writtenAt)
}

/** Markdown as people write it: their quotation marks and asterisks, no code of other languages. */
const readers: Record<ProtocolFormat, string> = {
  docx: 'docx',
  odt: 'odt',
  rtf: 'rtf',
  html: 'html',
  markdown: 'markdown-smart-raw_html-raw_tex-tex_math_dollars-citations',
}

/** The tree of a document that somebody else's program wrote. A busy machine may take longer than it is given; that is not the file's fault. */
export async function treeOf(
  bytes: Uint8Array,
  format: ProtocolFormat,
  limitMs = READING_LIMIT_MS,
): Promise<Result<unknown, 'protocol_file_unreadable' | 'protocol_file_slow'>> {
  const name = `in.${format}`
  const job: PandocJob = {
    input: '',
    files: { [name]: bytes },
    options: { from: readers[format], to: 'json', 'input-files': [name], 'output-file': 'out.json' },
  }
  const signal = AbortSignal.timeout(limitMs)
  try {
    const tree = (await runInProcess(import.meta.url, WORKER, job, signal)) as Uint8Array | null
    if (tree === null) return refused('protocol_file_unreadable')
    return accepted(JSON.parse(new TextDecoder().decode(tree)) as unknown)
  } catch (error) {
    if (error instanceof StorageError) throw error
    // What takes Pandoc down is a file that it cannot read
    return refused(signal.aborted ? 'protocol_file_slow' : 'protocol_file_unreadable')
  }
}
