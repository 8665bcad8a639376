import type { ChildProcess } from 'node:child_process'
import type { Contestant } from './contestants.ts'
import type { LoadOrder, LoadResult } from './generator.ts'
import { GENERATOR_CORE, nextMessage, SERVER_CORE, startPinned, startScript, stop } from './processes.ts'

/** Target of the comparison: edits reach peers within this time, at the 95th percentile. */
export const TARGET_P95_MS = 100
export const PEOPLE_PER_ROOM = 40
/** Until the compiler of Node has settled. */
const WARM_UP_MS = 10_000
const WINDOWS = 5
const WINDOW_MS = 5_000

export interface Measurement extends LoadResult {
  rooms: number
  cpuMsPerPersonSecond: number
  serverCpuPercent: number
  lagP99Ms: number
  rssBytes: number
  heapBytesPerPerson: number
  /** Each window's p95, in the order measured. */
  p95OfWindows: number[]
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
      windows: WINDOWS,
      windowMs: WINDOW_MS,
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
    const finished = nextMessage<{ type: 'result'; windows: LoadResult[] }>(generator, 'result')
    const sampled = sampleWindows(server, generator, order)
    generator.send(order)
    const [{ windows }, samples] = await Promise.all([finished, sampled])
    // The generator stays connected until it is stopped
    const full = await ask<Memory>(server, 'memory')
    const measured = windows.map((window, n) => ({
      ...window,
      ...serverDuring(samples[n]!, samples[n + 1]!, window.people),
      rooms,
      rssBytes: full.rssBytes,
      heapBytesPerPerson: (full.heapBytes - empty.heapBytes) / window.people,
    }))
    return medianOf(measured)
  } finally {
    await stop(generator)
  }
}

/** One sample at the beginning of each window and one at the end of the last. */
async function sampleWindows(server: ChildProcess, generator: ChildProcess, order: LoadOrder) {
  const samples: SampledAt[] = []
  for (let n = 0; n <= order.windows; n++) {
    await nextMessage(generator, n < order.windows ? 'window' : 'windowsEnd')
    samples.push({ ...(await ask<Sample>(server, 'sample')), at: performance.now() })
  }
  return samples
}

type SampledAt = Sample & { at: number }

function serverDuring(before: SampledAt, after: SampledAt, people: number) {
  const seconds = (after.at - before.at) / 1000
  const cpuMs = after.cpuMs - before.cpuMs
  return {
    cpuMsPerPersonSecond: cpuMs / people / seconds,
    serverCpuPercent: cpuMs / seconds / 10,
    lagP99Ms: after.lagP99Ms,
  }
}

/** The window with the median p95, as a whole: one hiccup of the machine does not decide, nor does one lucky window. */
function medianOf(windows: Omit<Measurement, 'p95OfWindows'>[]): Measurement {
  const sorted = [...windows].sort((a, b) => a.editToPeer.p95 - b.editToPeer.p95)
  return { ...sorted[Math.floor(sorted.length / 2)]!, p95OfWindows: windows.map((w) => w.editToPeer.p95) }
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
