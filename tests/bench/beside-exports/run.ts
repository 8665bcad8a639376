import { spawnSync } from 'node:child_process'
import { setPriority } from 'node:os'
import { LOW_PRIORITY } from '#server/base/process.ts'
import type { Platform } from '#server/http/platform.ts'
import { writeSection } from '../document.ts'
import { LargeSample } from '../files/large-sample.ts'
import type { LoadOrder, LoadResult } from '../live/generator.ts'
import { GENERATOR_CORE, nextMessage, SERVER_CORE, startScript, stop } from '../live/processes.ts'
import { found, headersAt, seat, type Seats } from '../live/seats.ts'
import { percentile } from '../live/statistics.ts'
import { table } from '../live/table.ts'
import { Windows } from '../live/windows.ts'

/**
 * What people in ten busy rooms notice of somebody who takes home one file of the large sample workshop after the other.
 * Server, export processes and all their threads have one core, the load has another. By turns nothing is asked for and one
 * kind of file is, over and over; a window counts where one of the two went on all through it.
 *
 * `npm run bench beside-exports [format …]` asks only for some; then nothing is written.
 */
const ROOMS = 10
const PEOPLE_PER_ROOM = 40
const WARM_UP_MS = 3_000
const WINDOW_MS = 4_000
const WINDOWS = 38
/** Of each turn. */
const QUIET_WINDOWS = 2
const EXPORTING_WINDOWS = 2

const files = {
  pdf: { name: 'dossier of everything, PDF', query: { content: 'dossier', format: 'pdf' } },
  docx: { name: 'dossier of everything, DOCX', query: { content: 'dossier', format: 'docx' } },
  odt: { name: 'dossier of everything, ODT', query: { content: 'dossier', format: 'odt' } },
  zip: { name: 'ZIP for the e-Akte', query: { content: 'archive', format: 'zip' } },
} as const
type File = keyof typeof files

/** Numbers of the windows through which nothing else went on, or this file was made. */
interface Turns {
  quiet: number[]
  exporting: { file: File; n: number }[]
  /** How long each file took, in milliseconds. */
  took: { file: File; ms: number }[]
}

async function takeTurns(windows: Windows, sample: LargeSample, wanted: readonly File[]): Promise<Turns> {
  const turns: Turns = { quiet: [], exporting: [], took: [] }
  for (let turn = 0; ; turn++) {
    const file = wanted[turn % wanted.length]!
    const quietFrom = await windows.next()
    if (quietFrom + QUIET_WINDOWS + EXPORTING_WINDOWS >= WINDOWS) return turns
    const from = quietFrom + QUIET_WINDOWS
    await windows.at(from)
    turns.quiet.push(...numbers(quietFrom, from))
    while (windows.begun <= from + EXPORTING_WINDOWS) {
      const startedAt = performance.now()
      await sample.file(files[file].query)
      turns.took.push({ file, ms: performance.now() - startedAt })
    }
    // The last that has begun ends without a file
    turns.exporting.push(...numbers(from, windows.begun - 1).map((n) => ({ file, n })))
    if (windows.begun >= WINDOWS) return turns
  }
}

const numbers = (from: number, before: number) =>
  Array.from({ length: Math.max(0, before - from) }, (_, n) => from + n)

async function observe(sample: LargeSample, seats: readonly Seats[], wanted: readonly File[]) {
  const generator = startScript(GENERATOR_CORE, new URL('../live/generator.ts', import.meta.url))
  // What reads the files gives way to what measures
  setPriority(LOW_PRIORITY)
  try {
    await nextMessage(generator, 'ready')
    const windows = new Windows(generator)
    const finished = nextMessage<{ type: 'result'; windows: LoadResult[] }>(generator, 'result')
    generator.send({
      wire: 'werkraum',
      port: Number(new URL(sample.url).port),
      rooms: seats.map((each) => headersAt(sample.url, each)),
      warmUpMs: WARM_UP_MS,
      windows: WINDOWS,
      windowMs: WINDOW_MS,
    } satisfies LoadOrder)
    const turns = await takeTurns(windows, sample, wanted)
    return { turns, results: (await finished).windows }
  } finally {
    await stop(generator)
  }
}

const HEAD = [
  'meanwhile',
  'edit→peer, p50 / p95 / p99 (ms)',
  'p95 against nothing',
  'p95 of each window',
  'files, and how long one took (s)',
]

/** Medians over the windows of a kind. */
function rowsOf(
  { turns, results }: Awaited<ReturnType<typeof observe>>,
  wanted: readonly File[],
): string[][] {
  const p95Of = (ns: readonly number[]) => ns.map((n) => results[n]!.editToPeer.p95)
  const median = (values: readonly number[]) => percentile(values, 50)
  const quietP95 = median(p95Of(turns.quiet))
  const row = (name: string, ns: readonly number[], took: readonly number[] | null) => [
    name,
    (['p50', 'p95', 'p99'] as const)
      .map((rank) => median(ns.map((n) => results[n]!.editToPeer[rank])).toFixed(0))
      .join(' / '),
    took ? `${((median(p95Of(ns)) / quietP95 - 1) * 100).toFixed(0)} %` : '–',
    p95Of(ns)
      .map((ms) => ms.toFixed(0))
      .join(', '),
    took ? `${took.length}, ${(median(took) / 1_000).toFixed(1)}` : '–',
  ]
  const exporting = (file?: File) =>
    turns.exporting.filter((one) => file === undefined || one.file === file).map(({ n }) => n)
  const took = (file?: File) =>
    turns.took.filter((one) => file === undefined || one.file === file).map(({ ms }) => ms)
  return [
    row('nothing', turns.quiet, null),
    ...wanted.map((file) => row(files[file].name, exporting(file), took(file))),
    row('any of them', exporting(), took()),
  ]
}

async function main(): Promise<void> {
  const names = process.argv.slice(2)
  const wanted = (Object.keys(files) as File[]).filter((file) => names.length === 0 || names.includes(file))
  const seats: Seats[] = []
  const fill = async (platform: Platform) => {
    const groupNames = Array.from({ length: ROOMS }, (_, n) => `Gruppe ${n + 1}`)
    const { invite, groups } = await found(platform, groupNames)
    for (const { id } of groups) seats.push(await seat(platform, invite, id, PEOPLE_PER_ROOM))
  }
  const sample = await LargeSample.start({ fill, core: SERVER_CORE })
  // What starts and reports must not sit on the server's core either
  spawnSync('taskset', ['-acp', String(GENERATOR_CORE), String(process.pid)])
  try {
    const text = table(HEAD, rowsOf(await observe(sample, seats, wanted), wanted))
    process.stdout.write(`${text}\n`)
    if (names.length > 0) return
    writeSection(
      'beside-exports',
      `${ROOMS * PEOPLE_PER_ROOM} people in ${ROOMS} rooms on one core:\n\n${text}`,
    )
  } finally {
    await sample.stop()
  }
}

await main()
process.exit(0)
