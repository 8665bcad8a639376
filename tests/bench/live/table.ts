import type { FrameCost } from './frame-cost.ts'
import { TARGET_P95_MS, type Measurement, type Series } from './sweep.ts'

/** The largest load before the first that missed the target; null when the smallest one did already. */
export function capacity(measurements: readonly Measurement[]): Measurement | null {
  const missed = measurements.findIndex(
    ({ editToPeer, editsSeen }) => editsSeen === 0 || editToPeer.p95 > TARGET_P95_MS,
  )
  const met = missed < 0 ? measurements : measurements.slice(0, missed)
  return met.at(-1) ?? null
}

const ms = (value: number | undefined) => (value === undefined ? '–' : value.toFixed(value < 10 ? 1 : 0))
const kB = (bytes: number) => (bytes / 1000).toFixed(1)
const MB = (bytes: number) => (bytes / 1e6).toFixed(0)

export function summaryTable(series: Series[]): string {
  const rows = series.map(({ name, measurements }) => {
    const best = capacity(measurements)
    if (!best) return [name, 'none', '–', '–', '–', '–', '–', '–']
    return [
      name,
      String(best.people),
      ms(best.editToPeer.p95),
      best.cpuMsPerPersonSecond.toFixed(2),
      kB(best.bytesPerPersonSecond),
      `${kB(best.heapBytesPerPerson * 40)} / ${kB(best.heapBytesPerPerson)}`,
      ms(best.lagP99Ms),
      `${best.generatorCpuPercent.toFixed(0)} %`,
    ]
  })
  return table(
    [
      'server',
      'people on one core',
      'p95 edit→peer (ms)',
      'CPU per person-second (ms)',
      'kB per person-second',
      'heap per room / person (kB)',
      'loop lag p99 (ms)',
      'generator CPU',
    ],
    rows,
  )
}

export function detailTable(series: Series[]): string {
  const rows = series.flatMap(({ name, measurements }) =>
    measurements.map((m) => [
      name,
      String(m.people),
      `${ms(m.editToPeer.p50)} / ${ms(m.editToPeer.p95)} / ${ms(m.editToPeer.p99)}`,
      m.p95OfWindows.map(ms).join(', '),
      m.editToDurable
        ? `${ms(m.editToDurable.p50)} / ${ms(m.editToDurable.p95)} / ${ms(m.editToDurable.p99)}`
        : '–',
      m.cpuMsPerPersonSecond.toFixed(2),
      `${m.serverCpuPercent.toFixed(0)} % / ${m.generatorCpuPercent.toFixed(0)} %`,
      kB(m.bytesPerPersonSecond),
      `${m.framesPerPersonSecond.toFixed(0)} / ${m.readsPerPersonSecond.toFixed(0)}`,
      MB(m.rssBytes),
      ms(m.lagP99Ms),
      `${((m.editsSeen / m.editsExpected) * 100).toFixed(0)} %`,
    ]),
  )
  return table(
    [
      'server',
      'people',
      'edit→peer p50 / p95 / p99 (ms)',
      'p95 of each window (ms)',
      'edit→durable p50 / p95 / p99 (ms)',
      'CPU ms per person-s',
      'CPU server / generator',
      'kB per person-s',
      'frames / writes per person-s',
      'RSS (MB)',
      'lag p99 (ms)',
      'edits seen in the window',
    ],
    rows,
  )
}

/** How far the measured cost is from what the frames alone cost. */
export function limitText(cost: FrameCost, best: Measurement): string {
  const out = (best.readsPerPersonSecond * cost.outMicros) / 1000
  const incoming = (9 * cost.inMicros) / 1000
  const floor = out + incoming
  const factor = (best.cpuMsPerPersonSecond / floor).toFixed(1)
  return (
    `One websocket frame costs ${cost.outMicros.toFixed(1)} µs out and ${cost.inMicros.toFixed(1)} µs in on this ` +
    'machine and Node (read and written as Werkraum does it, nothing else done). ' +
    `At ${best.readsPerPersonSecond.toFixed(0)} writes out, which carry ` +
    `${best.framesPerPersonSecond.toFixed(0)} frames, and 9 frames in per ` +
    `person and second that alone is ${floor.toFixed(2)} ms; Werkraum spends ${best.cpuMsPerPersonSecond.toFixed(2)} ms, ` +
    `${factor} times that, with login, checks, corrections and durable log.`
  )
}

export function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
