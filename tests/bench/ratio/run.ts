import { writeSection } from '../document.ts'
import { contestants } from '../live/contestants.ts'
import { PEOPLE_PER_ROOM, sweep, TARGET_P95_MS, type Series } from '../live/sweep.ts'
import { table } from '../live/table.ts'

/**
 * The best of the peers beside Werkraum with five times as many people, right after each other: a faster or slower hour
 * of the machine is then the same for both, which it is not for two largest loads out of one long sweep.
 */
const TIMES = 5
const PASSES = 3
const ROOMS_OF_PEERS = [10, 12, 14]
const peers = ['Hocuspocus 4.7', 'Hocuspocus 4.7, flushDelay 50']

const say = (text: string) => process.stdout.write(`${text}\n`)

async function main(): Promise<void> {
  const taking = contestants
    .filter(({ name }) => peers.includes(name) || name === 'Werkraum')
    .map((contestant) => ({ ...contestant, rooms: roomsFor(contestant.name) }))
  const series = await sweep(
    taking,
    (name, { people, p95OfWindows }) =>
      say(`${name}, ${people} people: p95 ${p95OfWindows.map((p95) => p95.toFixed(0)).join(', ')} ms`),
    { passes: PASSES, untilMissed: false },
  )
  const text = table(
    ['people', ...peers, 'five times as many', 'Werkraum'],
    ROOMS_OF_PEERS.map((rooms) => [
      String(rooms * PEOPLE_PER_ROOM),
      ...peers.map((name) => windowsText(series, name, rooms)),
      String(rooms * PEOPLE_PER_ROOM * TIMES),
      windowsText(series, 'Werkraum', rooms * TIMES),
    ]),
  )
  say(`\n${text}`)
  writeSection('ratio', text)
}

const roomsFor = (name: string) =>
  ROOMS_OF_PEERS.map((rooms) => (peers.includes(name) ? rooms : rooms * TIMES))

/** The median of the windows' p95, and how many windows kept to the target. */
function windowsText(series: readonly Series[], name: string, rooms: number): string {
  const { measurements } = series.find((one) => one.name === name)!
  const measured = measurements.find((one) => one.rooms === rooms)!
  const { p95OfWindows, editToPeer } = measured
  const kept = p95OfWindows.filter((p95) => p95 <= TARGET_P95_MS).length
  const cpu = measured.cpuMsPerPersonSecond.toFixed(2)
  return `${editToPeer.p95.toFixed(0)} ms (${kept} of ${p95OfWindows.length}), ${cpu} ms CPU`
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${String(error instanceof Error ? error.stack : error)}\n`)
    process.exit(1)
  },
)
