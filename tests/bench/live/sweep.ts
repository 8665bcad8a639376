import type { ChildProcess } from 'node:child_process'
import type { Contestant } from './contestants.ts'
import type { LoadOrder, LoadResult } from './generator.ts'
import { GENERATOR_CORE, nextMessage, SERVER_CORE, startPinned, startScript, stop } from './processes.ts'

/** Target of the comparison: edits reach peers within this time, at the 95th percentile. */
export const TARGET_P95_MS = 100
export const PEOPLE_PER_ROOM = 40
const WARM_UP_MS = 3_000
const MEASURE_MS = 10_000

export interface Measurement extends LoadResult {
  rooms: number
  cpuMsPerPersonSecond: number
  serverCpuPercent: number
  lagP99Ms: number
  rssBytes: number
  heapBytesPerPerson: number
}

interface Sample {
  type: 'sample'
  lagP99Ms: number
  cpuMs: number
}

interface Memory {
  type: 'memory'
  rssBytes: number
  heapBytes: number
}

/** What a server announces; ours also hands out logins, one set of headers a person. */
interface Listening {
  type: 'listening'
  port: number
  rooms?: LoadOrder['rooms']
}

/** Measures one server at rising loads, a fresh process each time, until it misses the target twice in a row. */
export async function sweep(
  contestant: Contestant,
  report: (m: Measurement) => void,
): Promise<Measurement[]> {
  const measurements: Measurement[] = []
  let misses = 0
  for (const rooms of contestant.rooms) {
    const measurement = await measure(contestant, rooms)
    measurements.push(measurement)
    report(measurement)
    misses = measurement.editToPeer.p95 > TARGET_P95_MS ? misses + 1 : 0
    if (misses === 2) break
  }
  return measurements
}

async function measure(contestant: Contestant, rooms: number): Promise<Measurement> {
  const env = { ...contestant.env, BENCH_ROOMS: String(rooms), BENCH_PEOPLE: String(PEOPLE_PER_ROOM) }
  const server = startPinned(SERVER_CORE, contestant.command, env)
  try {
    const listening = await nextMessage<Listening>(server, 'listening')
    const empty = await ask<Memory>(server, 'memory')
    const order: LoadOrder = {
      wire: contestant.wire,
      port: listening.port,
      rooms: listening.rooms ?? anonymousRooms(rooms),
      warmUpMs: WARM_UP_MS,
      measureMs: MEASURE_MS,
    }
    return await underLoad(server, order, rooms, empty)
  } finally {
    await stop(server)
  }
}

async function underLoad(
  server: ChildProcess,
  order: LoadOrder,
  rooms: number,
  empty: Memory,
): Promise<Measurement> {
  const generator = startScript(GENERATOR_CORE, new URL('./generator.ts', import.meta.url))
  try {
    await nextMessage(generator, 'ready')
    const finished = nextMessage<{ type: 'result'; result: LoadResult }>(generator, 'result')
    const samples = takeWindow(server, generator, order)
    generator.send(order)
    const [{ result }, { before, after, seconds }] = await Promise.all([finished, samples])
    // The generator stays connected until it is stopped
    const full = await ask<Memory>(server, 'memory')
    const cpuMs = after.cpuMs - before.cpuMs
    return {
      ...result,
      rooms,
      cpuMsPerPersonSecond: cpuMs / result.people / seconds,
      serverCpuPercent: cpuMs / seconds / 10,
      lagP99Ms: after.lagP99Ms,
      rssBytes: full.rssBytes,
      heapBytesPerPerson: (full.heapBytes - empty.heapBytes) / result.people,
    }
  } finally {
    await stop(generator)
  }
}

/** Samples the server at the beginning of the generator's window and shortly before its end. */
async function takeWindow(server: ChildProcess, generator: ChildProcess, order: LoadOrder) {
  await nextMessage(generator, 'window')
  const before = await ask<Sample>(server, 'sample')
  const startedAt = performance.now()
  await delay(order.measureMs - 1_000)
  const seconds = (performance.now() - startedAt) / 1000
  return { before, after: await ask<Sample>(server, 'sample'), seconds }
}

function ask<Answer extends Sample | Memory>(
  server: ChildProcess,
  question: Answer['type'],
): Promise<Answer> {
  const answer = nextMessage<Answer>(server, question)
  server.send(question)
  return answer
}

function anonymousRooms(rooms: number): LoadOrder['rooms'] {
  return Array.from({ length: rooms }, (_, index) => ({
    room: `bench-${index}`,
    headers: Array.from({ length: PEOPLE_PER_ROOM }, () => ({})),
  }))
}

const delay = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
