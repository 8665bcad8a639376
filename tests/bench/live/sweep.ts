import type { ChildProcess } from 'node:child_process'
import type { Contestant } from './contestants.ts'
import type { LoadOrder, LoadResult } from './generator.ts'
import { GENERATOR_CORE, nextMessage, SERVER_CORE, startPinned, startScript, stop } from './processes.ts'

/** Target of the comparison: edits reach peers within this time, at the 95th percentile. */
export const TARGET_P95_MS = 100
export const PEOPLE_PER_ROOM = 40
/** Until the compiler of Node has settled. */
const WARM_UP_MS = 10_000
/** Of each step and pass. */
const WINDOWS = 3
const WINDOW_MS = 5_000

interface Window extends LoadResult {
  rooms: number
  cpuMsPerPersonSecond: number
  serverCpuPercent: number
  lagP99Ms: number
  rssBytes: number
  heapBytesPerPerson: number
}

export interface Measurement extends Window {
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

export interface Series {
  name: string
  measurements: Measurement[]
}

export interface SweepOptions {
  /** How often all of it happens. */
  passes: number
  /** Whether a server that missed the target twice in a row is out. */
  untilMissed: boolean
}

/**
 * Measures servers at rising loads, a fresh process each time, by default until each has missed the target twice in a
 * row. They take turns, step by step and all of it several times over: the machine has faster and slower minutes, and
 * nobody shall have all of them.
 */
export async function sweep(
  contestants: readonly Contestant[],
  report: (name: string, m: Measurement) => void,
  { passes, untilMissed }: SweepOptions = { passes: 2, untilMissed: true },
): Promise<Series[]> {
  const windows = new Map(contestants.map(({ name }) => [name, new Map<number, Window[]>()]))
  for (let pass = 0; pass < passes; pass++) {
    const most = Math.max(...contestants.map(({ rooms }) => rooms.length))
    for (let step = 0; step < most; step++) {
      for (const contestant of contestants) {
        const rooms = contestant.rooms[step]
        const known = windows.get(contestant.name)!
        if (rooms === undefined || (untilMissed && !known.has(rooms) && hasMissedTwice(known))) continue
        const measured = await measure(contestant, rooms)
        known.set(rooms, [...(known.get(rooms) ?? []), ...measured])
        report(contestant.name, medianOf(measured))
      }
    }
  }
  return contestants.map(({ name }) => ({
    name,
    measurements: [...windows.get(name)!.values()].map(medianOf),
  }))
}

function hasMissedTwice(known: ReadonlyMap<number, Window[]>): boolean {
  const last = [...known.values()].slice(-2)
  return last.length === 2 && last.every((windows) => medianOf(windows).editToPeer.p95 > TARGET_P95_MS)
}

async function measure(contestant: Contestant, rooms: number): Promise<Window[]> {
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
): Promise<Window[]> {
  const generator = startScript(GENERATOR_CORE, new URL('./generator.ts', import.meta.url))
  try {
    await nextMessage(generator, 'ready')
    const finished = nextMessage<{ type: 'result'; windows: LoadResult[] }>(generator, 'result')
    const sampled = sampleWindows(server, generator, order)
    generator.send(order)
    const [{ windows }, samples] = await Promise.all([finished, sampled])
    // The generator stays connected until it is stopped
    const full = await ask<Memory>(server, 'memory')
    return windows.map((window, n) => ({
      ...window,
      ...serverDuring(samples[n]!, samples[n + 1]!, window.people),
      rooms,
      rssBytes: full.rssBytes,
      heapBytesPerPerson: (full.heapBytes - empty.heapBytes) / window.people,
    }))
  } finally {
    await stop(generator)
  }
}

/** A sample at the beginning of each window and one at the end of the last; late, where the server is too busy. */
async function sampleWindows(server: ChildProcess, generator: ChildProcess, order: LoadOrder) {
  const samples: SampledAt[] = []
  for (const begun of marksOf(generator, order.windows + 1)) {
    await begun
    samples.push({ ...(await ask<Sample>(server, 'sample')), at: performance.now() })
  }
  return samples
}

/** The generator's next so many marks, kept for whoever comes late to them. */
function marksOf(generator: ChildProcess, count: number): Promise<void>[] {
  const reached: (() => void)[] = []
  generator.on('message', ({ type }: { type: string }) => {
    if (type === 'window' || type === 'windowsEnd') reached.shift()?.()
  })
  return Array.from({ length: count }, () => new Promise((resolve) => reached.push(resolve)))
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
function medianOf(windows: readonly Window[]): Measurement {
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
