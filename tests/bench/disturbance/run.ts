import type { ChildProcess } from 'node:child_process'
import { spawnSync } from 'node:child_process'
import { writeSection } from '../document.ts'
import type { LoadOrder, LoadResult } from '../live/generator.ts'
import {
  GENERATOR_CORE,
  nextMessage,
  SERVER_CORE,
  startPinned,
  startScript,
  stop,
} from '../live/processes.ts'
import { percentile } from '../live/statistics.ts'
import { table } from '../live/table.ts'
import type { BigRoomState } from '../live/werkraum-server.ts'
import { Windows } from '../live/windows.ts'
import type { VisitDone, VisitOrder } from './visitors.ts'

/**
 * What people in ten busy rooms notice of something heavy in an eleventh. One load runs through; every disturbance has
 * a window of its own, a quiet one right before it, and time to settle after it, in which its room is left, compacted
 * and unloaded. Each time another big room is used, cold from the disk. Only what the server does is measured: all
 * visitors' work happens in a process that gives way to the generator, and nothing is started inside a window.
 *
 * `npm run bench disturbance [times] [name …]` repeats less often, or only some; then nothing is written.
 */
const ROOMS = 10
const BIG_CARDS = 2_000
const WARM_UP_MS = 3_000
/** Short, so that two seconds of joining are not diluted: a block of 200 ms is all it takes to raise the p95. */
const WINDOW_MS = 4_000
/** Rooms unload ten seconds after the last one left. */
const SETTLING_WINDOWS = 3
const TIMES = 5
const GIVE_WAY = ['nice', '-n', '10']

type BigRoom = LoadOrder['rooms'][number] & { workshopId: string }

interface Listening {
  type: 'listening'
  port: number
  rooms: LoadOrder['rooms']
  big: BigRoom[]
}

const disturbances: Record<VisitOrder['act'], string> = {
  join: '40 people join a 2,000-card room within 2 s',
  compact: 'a 2,000-card room with 4 MB of log is compacted',
  export: 'a workshop with 2,000 cards is exported as XLSX and as JSON, over and over',
  paste: 'somebody pastes 600 cards into a 2,000-card room',
}

interface Observed {
  act: VisitOrder['act']
  quiet: LoadResult
  disturbed: LoadResult
  tookMs: number
}

async function observe(listening: Listening, acts: VisitOrder['act'][]): Promise<Observed[]> {
  const visitors = await startVisitors()
  const generator = startScript(GENERATOR_CORE, new URL('../live/generator.ts', import.meta.url))
  try {
    await nextMessage(generator, 'ready')
    const windows = new Windows(generator)
    const finished = nextMessage<{ type: 'result'; windows: LoadResult[] }>(generator, 'result')
    const perAct = 2 + SETTLING_WINDOWS
    generator.send({
      wire: 'werkraum',
      port: listening.port,
      rooms: listening.rooms,
      warmUpMs: WARM_UP_MS,
      windows: acts.length * perAct,
      windowMs: WINDOW_MS,
    } satisfies LoadOrder)
    const took: number[] = []
    for (const [n, act] of acts.entries()) {
      took.push(await disturb(visitors, orderFor(act, listening, n), () => windows.at(n * perAct + 1)))
      // The next one is prepared where nothing is measured
      if (n + 1 < acts.length) await windows.at((n + 1) * perAct - 1)
    }
    const { windows: results } = await finished
    return acts.map((act, n) => {
      const [quiet, disturbed] = results.slice(n * perAct)
      return { act, quiet: quiet!, disturbed: disturbed!, tookMs: took[n]! }
    })
  } finally {
    await Promise.all([stop(generator), stop(visitors)])
  }
}

async function startVisitors(): Promise<ChildProcess> {
  const script = new URL('./visitors.ts', import.meta.url).pathname
  const visitors = startPinned(GENERATOR_CORE, [...GIVE_WAY, process.execPath, '--import', 'tsx', script])
  await nextMessage(visitors, 'started')
  return visitors
}

async function disturb(
  visitors: ChildProcess,
  order: VisitOrder,
  window: () => Promise<void>,
): Promise<number> {
  const ready = nextMessage(visitors, 'ready')
  visitors.send(order)
  await ready
  await window()
  const done = nextMessage<VisitDone>(visitors, 'done')
  visitors.send('begin')
  return (await done).ms
}

function orderFor(act: VisitOrder['act'], { port, big }: Listening, n: number): VisitOrder {
  const { room, headers, workshopId } = big[n]!
  return { act, port, room, headers, workshopId, exportForMs: WINDOW_MS }
}

/** Medians over all windows of a kind; the median of all quiet ones is what others are compared with. */
function rowsOf(observed: Observed[]): string[][] {
  const quiet = observed.map((each) => each.quiet)
  const quietP95 = median(quiet.map(({ editToPeer }) => editToPeer.p95))
  const row = (name: string, results: LoadResult[], tookMs: number[]) => {
    const p95 = results.map(({ editToPeer }) => editToPeer.p95)
    const each = p95.map((ms) => ms.toFixed(0)).join(', ')
    const change = `${((median(p95) / quietP95 - 1) * 100).toFixed(0)} %`
    const took = tookMs.length > 0 ? median(tookMs).toFixed(0) : '–'
    return [name, percentilesOf(results), tookMs.length > 0 ? change : '–', each, took]
  }
  const acts = [...new Set(observed.map(({ act }) => act))]
  return [
    row('nothing', quiet, []),
    ...acts.map((act) => {
      const ofAct = observed.filter((each) => each.act === act)
      const results = ofAct.map(({ disturbed }) => disturbed)
      return row(
        disturbances[act],
        results,
        ofAct.map(({ tookMs }) => tookMs),
      )
    }),
  ]
}

const percentilesOf = (results: LoadResult[]) =>
  (['p50', 'p95', 'p99'] as const)
    .map((rank) => median(results.map(({ editToPeer }) => editToPeer[rank])).toFixed(0))
    .join(' / ')

const median = (values: readonly number[]) => percentile(values, 50)

const HEAD = [
  'in an eleventh room',
  'edit→peer of the others, p50 / p95 / p99 (ms)',
  'p95 against quiet',
  'p95 of each window',
  'itself took (ms; join: p95)',
]

async function main(): Promise<void> {
  // What starts and reports must not sit on the server's core either
  spawnSync('taskset', ['-acp', String(GENERATOR_CORE), String(process.pid)])
  const [times = String(TIMES), ...names] = process.argv.slice(2)
  const all = Object.keys(disturbances) as VisitOrder['act'][]
  const taken = all.filter((act) => names.length === 0 || names.includes(act))
  const acts = Array.from({ length: Number(times) }, () => taken).flat()
  const env = {
    BENCH_ROOMS: String(ROOMS),
    BENCH_PEOPLE: '40',
    BENCH_BIG_ROOMS: acts.map((act): BigRoomState => (act === 'compact' ? 'worn' : 'left')).join(','),
    BENCH_BIG_CARDS: String(BIG_CARDS),
  }
  const server = startScript(SERVER_CORE, new URL('../live/werkraum-server.ts', import.meta.url), env)
  try {
    const listening = await nextMessage<Listening>(server, 'listening')
    const text = table(HEAD, rowsOf(await observe(listening, acts)))
    process.stdout.write(`${text}\n`)
    if (process.argv.length > 2) return
    writeSection('disturbance', `${ROOMS * 40} people in ${ROOMS} rooms on one core:\n\n${text}`)
  } finally {
    await stop(server)
  }
}

await main()
process.exit(0)
