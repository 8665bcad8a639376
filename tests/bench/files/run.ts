import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { GroupId, WorkshopId } from '#shared/base/ids.ts'
import { dossierChapters } from '#shared/kinds/chapters.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import { contentNames, formatsOf, type ExportContent } from '#shared/protocol/export-formats.ts'
import { compose } from '#server/compose.ts'
import { readConfig } from '#server/config.ts'
import { buildWorkshop } from '#server/demo/build-workshop.ts'
import { Visitor } from '#server/demo/visitor.ts'
import { runInProcess } from '#server/base/process.ts'
import type { WriteSettings } from '#server/export/write-settings.ts'
import { projectRoot } from '#tests/support/module-graph.ts'
import { openedPdf } from '#tests/support/words-in-file.ts'
import { readFile } from 'node:fs/promises'
import { table } from '../live/table.ts'
import { writeSection } from '../document.ts'
import { watchMemory } from './memory.ts'

/**
 * What each file costs of the large sample workshop, from the process that is started for it to the file on the disk:
 * size, time, memory of its processes. Documents once of one group, as they are handed over, and once of everything.
 *
 * `npm run bench files [folder] [content …]` keeps the files to look at; with names of contents it measures only these and writes
 * nothing down.
 */
const TIMES = 3
const NEVER = new AbortController().signal
/** Processes start from what `npm start` runs: from source most of a small file's time would be translation. */
const built = pathToFileURL(join(projectRoot, 'dist', 'server', 'main.js')).href

async function builtSample(dataFolder: string): Promise<WorkshopView> {
  const config = readConfig({
    PORT: '0',
    HOST: '127.0.0.1',
    WERKRAUM_DATA: dataFolder,
    WERKRAUM_LOG_LEVEL: 'error',
  })
  if (!config.ok) throw new Error('the options of the bench are wrong')
  const server = await compose(config.value)
  const { url, setUpUrl } = await server.start()
  try {
    const visitor = new Visitor(url)
    const account = {
      name: 'Bench',
      email: 'bench@werkraum.example',
      password: 'as long as a password has to be',
    }
    await visitor.call('setUp', { body: { token: new URL(setUpUrl!).hash.slice(1), ...account } })
    const { workshopId } = await buildWorkshop(url, { visitor, name: account.name }, 'large', Date.now())
    return await visitor.call<WorkshopView>('workshop', { path: { workshopId } })
  } finally {
    await server.stop()
  }
}

interface Measured {
  bytes: number
  pages: number | null
  /** Milliseconds, sorted. */
  times: number[]
  memoryMb: number
}

async function measure(
  place: { dataFolder: string; workshopId: WorkshopId; groupId: GroupId | null },
  wanted: Pick<WriteSettings, 'content' | 'format'>,
  file: string,
): Promise<Measured> {
  const settings: WriteSettings = {
    ...{ language: 'de', timeZone: 'Europe/Berlin', exportedAt: Date.now(), quotes: 'released' },
    ...{
      withIds: false,
      chapters: dossierChapters,
      meetingId: null,
      retentionYears: 10,
      pdfStandard: 'ua-1',
      cardId: null,
      pageId: null,
      ...wanted,
    },
  }
  const times: number[] = []
  const memory = watchMemory()
  for (let n = 0; n < TIMES; n++) {
    rmSync(file, { force: true })
    const from = performance.now()
    await runInProcess(built, 'export-worker', { type: 'write', ...place, settings, target: file }, NEVER)
    times.push(performance.now() - from)
  }
  const memoryMb = memory.stop()
  const pages = wanted.format === 'pdf' ? await pagesOf(file) : null
  return { bytes: statSync(file).size, pages, times: times.sort((a, b) => a - b), memoryMb }
}

async function pagesOf(file: string): Promise<number> {
  const pdf = await openedPdf(await readFile(file))
  const { numPages } = pdf
  await pdf.loadingTask.destroy()
  return numPages
}

function row(name: string, { bytes, pages, times, memoryMb }: Measured): string[] {
  const size = bytes < 1_000_000 ? `${Math.round(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
  const [least, middle] = [times[0]!, times[(times.length - 1) / 2]!].map((ms) => (ms / 1_000).toFixed(1))
  return [
    name,
    pages === null ? '–' : String(pages),
    size,
    `${middle} (${least})`,
    String(Math.round(memoryMb)),
  ]
}

async function main(): Promise<void> {
  const [folder, ...names] = process.argv.slice(2)
  const contents = names.length > 0 ? (names as ExportContent[]) : contentNames
  const dataFolder = mkdtempSync(join(tmpdir(), 'werkraum-files-'))
  const out = folder ? resolve(folder) : dataFolder
  mkdirSync(out, { recursive: true })
  try {
    const workshop = await builtSample(dataFolder)
    const group = workshop.groups.find(({ kind }) => kind === 'project')!
    const rows: string[][] = []
    for (const content of contents)
      for (const format of formatsOf(content))
        for (const groupId of content === 'dossier' ? [group.id, null] : [null]) {
          const of = groupId ? 'one group' : 'everything'
          const place = { dataFolder, workshopId: workshop.id, groupId }
          const file = join(out, `${content}-${groupId ? 'group' : 'all'}-${format}.${format}`)
          const measured = await measure(place, { content, format }, file)
          rows.push(row(`${content} of ${of}, ${format}`, measured))
          process.stdout.write(`${rows.at(-1)!.join('  ')}\n`)
        }
    if (names.length > 0) return
    const head = ['', 'pages', 'size', 'time, median of three (least), s', 'memory at most, MB']
    writeSection('files', `The large sample workshop, some 1,500 cards on 85 pages:\n\n${table(head, rows)}`)
  } finally {
    rmSync(dataFolder, { recursive: true })
  }
}

await main()
process.exit(0)
