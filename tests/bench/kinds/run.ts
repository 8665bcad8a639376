import { mixes } from '../cards.ts'
import { writeSection } from '../document.ts'
import type { Contestant } from '../live/contestants.ts'
import { werkraumCommand } from '../live/processes.ts'
import { sweep } from '../live/sweep.ts'
import { table } from '../live/table.ts'

/**
 * What people cost in rooms that hold every kind of card, beside rooms that hold few: the same load by turns, so that a
 * faster or slower minute of the machine is the same for both. `npm run bench kinds [rooms] [passes]`.
 */
const ROOMS = Number(process.argv[2] ?? 30)
const PASSES = Number(process.argv[3] ?? 2)

const say = (text: string) => process.stdout.write(`${text}\n`)

async function main(): Promise<void> {
  const taking = mixes.map((mix): Contestant => ({
    name: mix,
    wire: 'werkraum',
    command: werkraumCommand,
    env: { BENCH_MIX: mix },
    rooms: [ROOMS],
  }))
  const series = await sweep(
    taking,
    (name, { cpuMsPerPersonSecond, editToPeer }) =>
      say(`${name}: p95 ${editToPeer.p95.toFixed(0)} ms, ${cpuMsPerPersonSecond.toFixed(2)} ms CPU`),
    { passes: PASSES, untilMissed: false },
  )
  const head = [
    'rooms hold',
    'people',
    'edit→peer p50 / p95 / p99 (ms)',
    'p95 of each window (ms)',
    'CPU ms per person-s',
    'kB per person-s',
    'RSS (MB)',
  ]
  const rows = series.map(({ name, measurements }) => {
    const { people, editToPeer, p95OfWindows, cpuMsPerPersonSecond, bytesPerPersonSecond, rssBytes } =
      measurements[0]!
    return [
      name,
      String(people),
      [editToPeer.p50, editToPeer.p95, editToPeer.p99].map((ms) => ms.toFixed(0)).join(' / '),
      p95OfWindows.map((ms) => ms.toFixed(0)).join(', '),
      cpuMsPerPersonSecond.toFixed(2),
      (bytesPerPersonSecond / 1000).toFixed(1),
      (rssBytes / 1e6).toFixed(0),
    ]
  })
  const text = table(head, rows)
  say(`\n${text}`)
  writeSection('kinds', text)
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${String(error instanceof Error ? error.stack : error)}\n`)
    process.exit(1)
  },
)
