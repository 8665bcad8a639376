import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { GroupId } from '#shared/base/ids.ts'
import { dossierChapters, type DossierChapter } from '#shared/kinds/chapters.ts'
import {
  contentNames,
  formatsOf,
  type ExportContent,
  type ExportFormat,
} from '#shared/protocol/export-formats.ts'
import { openedPdf } from '#tests/support/words-in-file.ts'
import { writeSection } from '../document.ts'
import { percentile } from '../live/statistics.ts'
import { table } from '../live/table.ts'
import { LargeSample } from './large-sample.ts'
import { watchBelow } from './watch.ts'

/**
 * What people wait for who take a file of the large sample workshop: from asking the server to the last byte, of the first file,
 * for which a process is started, and of the same again at once, for which it still waits. Three times each, by turns.
 *
 * `npm run bench files [folder] [content or format …]` keeps the files to look at; with names of contents or formats it
 * measures only these and writes nothing down.
 */
const TIMES = 3

interface Wanted {
  name: string
  content: ExportContent
  format: ExportFormat
  /** Beside content and format. */
  query: Record<string, string>
}

/** A dossier as it is handed over: of one group, or of everything without what only proves it. */
const annex: readonly DossierChapter[] = ['unproven', 'evidence']
const withoutAnnex = dossierChapters.filter((chapter) => !annex.includes(chapter)).join(',')

function wantedOf(content: ExportContent, group: GroupId): Wanted[] {
  const scopes: Record<string, Record<string, string>> = content === 'dossier'
    ? {
        'of one group': { group },
        'of everything, without annex': { chapters: withoutAnnex },
        'of everything': {},
      }
    : { 'of everything': {} }
  return formatsOf(content).flatMap((format) =>
    Object.entries(scopes).map(([of, query]) => ({
      name: `${content} ${of}, ${format}`,
      content,
      format,
      query,
    })),
  )
}

interface Measured {
  file: Uint8Array
  /** In milliseconds, and of processors in seconds. */
  first: { ms: number[]; cpuSeconds: number[] }
  again: { ms: number[]; cpuSeconds: number[] }
  memoryMb: number
}

async function measure(sample: LargeSample, { content, format, query }: Wanted): Promise<Measured> {
  const measured: Measured = {
    file: new Uint8Array(),
    first: { ms: [], cpuSeconds: [] },
    again: { ms: [], cpuSeconds: [] },
    memoryMb: 0,
  }
  for (let n = 0; n < TIMES; n++) {
    await sample.forget()
    for (const turn of [measured.first, measured.again]) {
      const watch = watchBelow(sample.pid)
      const from = performance.now()
      measured.file = await sample.file({ content, format, ...query })
      turn.ms.push(performance.now() - from)
      const { memoryMb, cpuSeconds } = watch.stop()
      turn.cpuSeconds.push(cpuSeconds)
      measured.memoryMb = Math.max(measured.memoryMb, memoryMb)
    }
  }
  return measured
}

async function pagesOf(file: Uint8Array): Promise<number> {
  const pdf = await openedPdf(file)
  const { numPages } = pdf
  await pdf.loadingTask.destroy()
  return numPages
}

const HEAD = [
  '',
  'pages',
  'size',
  'first file, median of three (least), s',
  'again at once, s',
  'of processors, first / again, s',
  'memory at most, MB',
]

async function rowOf({ name, format }: Wanted, measured: Measured): Promise<string[]> {
  const { file, first, again, memoryMb } = measured
  const bytes = file.byteLength
  const seconds = ({ ms }: Measured['first']) =>
    `${(percentile(ms, 50) / 1_000).toFixed(1)} (${(Math.min(...ms) / 1_000).toFixed(1)})`
  return [
    name,
    format === 'pdf' ? String(await pagesOf(file)) : '–',
    bytes < 1_000_000 ? `${Math.round(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`,
    seconds(first),
    seconds(again),
    [first, again].map(({ cpuSeconds }) => percentile(cpuSeconds, 50).toFixed(1)).join(' / '),
    String(Math.round(memoryMb)),
  ]
}

function keep(folder: string, { name, format }: Wanted, { file }: Measured): void {
  mkdirSync(folder, { recursive: true })
  const extension = ['svg', 'png'].includes(format) ? 'zip' : format === 'markdown' ? 'md' : format
  writeFileSync(join(folder, `${name.replaceAll(/[ ,]+/gu, '-')}.${extension}`), file)
}

async function main(): Promise<void> {
  const [folder, ...names] = process.argv.slice(2)
  const contents = contentNames.filter((content) => names.includes(content))
  const sample = await LargeSample.start()
  try {
    const rows: string[][] = []
    const wanted = (contents.length > 0 ? contents : contentNames)
      .flatMap((content) => wantedOf(content, sample.group))
      .filter(({ format }) => names.length === contents.length || names.includes(format))
    for (const one of wanted) {
      const measured = await measure(sample, one)
      if (folder) keep(resolve(folder), one, measured)
      rows.push(await rowOf(one, measured))
      process.stdout.write(`${rows.at(-1)!.join('  ')}\n`)
    }
    const text = table(HEAD, rows)
    process.stdout.write(`\n${text}\n`)
    if (names.length > 0) return
    writeSection('files', `The large sample workshop, some 1,500 cards on 85 pages:\n\n${text}`)
  } finally {
    await sample.stop()
  }
}

await main()
process.exit(0)
