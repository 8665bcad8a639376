import { writeSection } from '../document.ts'
import type { LoadOrder } from '../live/generator.ts'
import { GENERATOR_CORE, nextMessage, SERVER_CORE, startScript, stop } from '../live/processes.ts'
import { table } from '../live/table.ts'
import { hottest, sharesOf } from './parts.ts'
import type { ProfileAnswer } from './profiler.ts'

/**
 * Where the server's time goes at the load the product is meant for, by a sampling profile of the thread that holds
 * the rooms; the other threads (storage, and those in which Node collects garbage and compiles) in one sum.
 */
const ROOMS = Number(process.argv[2] ?? 30)
const PEOPLE = ROOMS * 40
const WARM_UP_MS = 5_000
const MEASURE_MS = 15_000
const HOTTEST = 40

interface Listening {
  type: 'listening'
  port: number
  rooms: LoadOrder['rooms']
}

async function main(): Promise<void> {
  const env = { BENCH_ROOMS: String(ROOMS), BENCH_PEOPLE: '40' }
  const server = startScript(SERVER_CORE, new URL('../live/werkraum-server.ts', import.meta.url), env)
  const generator = startScript(GENERATOR_CORE, new URL('../live/generator.ts', import.meta.url))
  try {
    const { port, rooms } = await nextMessage<Listening>(server, 'listening')
    const order: LoadOrder = {
      wire: 'werkraum',
      port,
      rooms,
      warmUpMs: WARM_UP_MS,
      windows: 1,
      windowMs: MEASURE_MS,
    }
    const begun = nextMessage(generator, 'window')
    generator.send(order)
    await begun
    server.send('profile')
    await nextMessage(generator, 'windowsEnd')
    const answer = nextMessage<ProfileAnswer>(server, 'profile')
    server.send('profile')
    report(await answer)
  } finally {
    await Promise.all([stop(server), stop(generator)])
  }
}

function report({ profile, mainMs, otherMs }: ProfileAnswer): void {
  process.stdout.write(`${hottest(profile, HOTTEST).join('\n')}\n\n`)
  const perPersonSecond = (ms: number) => ms / PEOPLE / (MEASURE_MS / 1000)
  const main = sharesOf(profile).map(([part, share]) => ({ part, ms: perPersonSecond(mainMs * share) }))
  const all = [...main, { part: 'other threads: storage, garbage collection', ms: perPersonSecond(otherMs) }]
  const total = perPersonSecond(mainMs + otherMs)
  const rows = all.map(({ part, ms }) => [
    part,
    (ms * 1000).toFixed(0),
    `${((ms / total) * 100).toFixed(0)} %`,
  ])
  rows.push(['together', (total * 1000).toFixed(0), '100 %'])
  const text = table(['part', 'µs per person-second', 'share'], rows)
  process.stdout.write(`${text}\n`)
  writeSection('profile', `${PEOPLE} people in ${ROOMS} rooms; the profiler itself is part of it.\n\n${text}`)
}

await main()
process.exit(0)
