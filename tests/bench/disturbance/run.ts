import { writeSection } from '../document.ts'
import type { LoadOrder, LoadResult } from '../live/generator.ts'
import { GENERATOR_CORE, nextMessage, SERVER_CORE, startScript, stop } from '../live/processes.ts'
import { table } from '../live/table.ts'
import type { VisitOrder } from './visitors.ts'

/**
 * What people in ten busy rooms notice of something heavy in an eleventh: their p95 in one window without and one with
 * it. Server and load are pinned as in the live benchmark.
 */
const ROOMS = 10
const BIG_CARDS = 2_000
const WARM_UP_MS = 3_000
const MEASURE_MS = 8_000

interface Listening {
  type: 'listening'
  port: number
  rooms: LoadOrder['rooms']
  big: LoadOrder['rooms'][number] & { workshopId: string }
}

type Disturbance = (at: Listening) => Promise<number | null>

const disturbances: Record<string, Disturbance> = {
  nothing: () => Promise.resolve(null),
  '40 people join a 2,000-card room within 2 s': (at) => visit('join', at),
  'somebody pastes 600 cards there, which also sets off its compaction': (at) => visit('paste', at),
  'the whole workshop is exported as XLSX and as JSON': async (at) => {
    const startedAt = performance.now()
    for (const format of ['xlsx', 'json']) await exported(at, format)
    return performance.now() - startedAt
  },
}

async function visit(act: VisitOrder['act'], { port, big }: Listening): Promise<number> {
  const visitors = startScript(GENERATOR_CORE, new URL('./visitors.ts', import.meta.url))
  try {
    await nextMessage(visitors, 'ready')
    const done = nextMessage<{ type: 'done'; ms: number }>(visitors, 'done')
    visitors.send({ act, port, room: big.room, headers: big.headers } satisfies VisitOrder)
    return (await done).ms
  } finally {
    await stop(visitors)
  }
}

async function exported({ port, big }: Listening, format: string): Promise<void> {
  const url = `http://127.0.0.1:${port}/api/workshops/${big.workshopId}/export?format=${format}`
  const response = await fetch(url, { headers: { cookie: big.headers[0]!.Cookie! } })
  if (!response.ok) throw new Error(`export answered ${response.status}`)
  await response.arrayBuffer()
}

async function measure(listening: Listening, disturb: Disturbance) {
  const generator = startScript(GENERATOR_CORE, new URL('../live/generator.ts', import.meta.url))
  try {
    await nextMessage(generator, 'ready')
    const finished = nextMessage<{ type: 'result'; windows: LoadResult[] }>(generator, 'result')
    const begun = nextMessage(generator, 'window')
    const { port, rooms } = listening
    const order: LoadOrder = {
      wire: 'werkraum',
      port,
      rooms,
      warmUpMs: WARM_UP_MS,
      windows: 1,
      windowMs: MEASURE_MS,
    }
    generator.send(order)
    await begun
    const tookMs = await disturb(listening)
    const { windows } = await finished
    return { tookMs, result: windows[0]! }
  } finally {
    await stop(generator)
  }
}

async function main(): Promise<void> {
  const env = { BENCH_ROOMS: String(ROOMS), BENCH_PEOPLE: '40', BENCH_BIG_CARDS: String(BIG_CARDS) }
  const server = startScript(SERVER_CORE, new URL('../live/werkraum-server.ts', import.meta.url), env)
  try {
    const listening = await nextMessage<Listening>(server, 'listening')
    const rows: string[][] = []
    for (const [name, disturb] of Object.entries(disturbances)) {
      const { result, tookMs } = await measure(listening, disturb)
      const { p50, p95, p99 } = result.editToPeer
      const percentiles = [p50, p95, p99].map((ms) => ms.toFixed(0)).join(' / ')
      rows.push([name, percentiles, tookMs === null ? '–' : tookMs.toFixed(0)])
      process.stdout.write(`${rows.at(-1)!.join(' | ')}\n`)
    }
    const head = [
      'in an eleventh room',
      'edit→peer of the others, p50 / p95 / p99 (ms)',
      'itself took (ms; join: p95)',
    ]
    writeSection('disturbance', `${ROOMS * 40} people in ${ROOMS} rooms on one core:\n\n${table(head, rows)}`)
  } finally {
    await stop(server)
  }
}

await main()
process.exit(0)
