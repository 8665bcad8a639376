import { spawnSync } from 'node:child_process'
import { writeSection } from '../document.ts'
import { marksIn, Person } from '../live/person.ts'
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
import { wires } from '../live/wire.ts'
import type { Attack, AttackDone, AttackOrder } from './attacker.ts'

/**
 * What the dearest admissible seconds of one person cost the others. Forty people move cards in two rooms; in a third,
 * of 2,000 cards, one person sends whatever costs most of what the limits let pass, every second anew. Each kind of
 * frame and request has a window; what counts is how long a moved card takes to the others.
 *
 * `npm run bench dearest [name …]` takes only some; then nothing is written.
 */
const ROOMS = 2
const PEOPLE = 20
const CARDS = 2_000
const WINDOW_MS = 10_000
const EDITS_PER_SECOND = 2
const SETTLE_MS = 3_000

const names: Record<Attack, string> = {
  questions: 'asks for the document, each time knowing something else',
  order: 'an update of 490 clients, each entry following on another’s',
  crowd: '140,000 values that all claim the first place of a key',
  entries: 'as many of the smallest entries as an update may have',
  shapes: '3,000 shapes at once, more each second',
  known: 'offers the whole document again, five times',
  garbage: '4 MB that are no update',
  presence: '180 presence frames of 3 kB',
  commands: '180 commands',
  versions: 'saves 20 versions (HTTP)',
  exports: 'asks for 10 exports (HTTP)',
  strangers: 'a stranger asks 1,000 times who they are (HTTP)',
  sessions: 'asks 1,000 times for themselves and the workshop (HTTP)',
  doors: 'comes into the room and leaves 100 times',
}

interface Listening {
  type: 'listening'
  port: number
  rooms: { room: string; headers: Record<string, string>[] }[]
  big: { room: string; headers: Record<string, string>[]; workshopId: string }[]
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** How long the edits of a while took to reach each of the others, in milliseconds. */
class Others {
  readonly #people: Person[] = []
  #latencies: number[] = []
  #timers: NodeJS.Timeout[] = []

  async comeIn({ port, rooms }: Listening): Promise<void> {
    for (const { room, headers } of rooms)
      for (const header of headers) {
        const person = new Person(wires.werkraum, room)
        await person.join(port, header, {
          onFrame: (frame) => {
            const now = performance.now()
            for (const at of marksIn(frame)) this.#latencies.push(now - at)
          },
          onClose: () => undefined,
        })
        this.#people.push(person)
      }
    for (const [n, person] of this.#people.entries()) {
      await pause(1_000 / EDITS_PER_SECOND / this.#people.length)
      this.#timers.push(setInterval(() => person.edit(n, Math.random() * 1_000), 1_000 / EDITS_PER_SECOND))
    }
  }

  async watch(whileDoing: () => Promise<unknown>): Promise<number[]> {
    this.#latencies = []
    await whileDoing()
    return this.#latencies
  }

  leave(): void {
    for (const timer of this.#timers) clearInterval(timer)
  }
}

const figures = (latencies: readonly number[]) =>
  [50, 95, 99, 100].map((rank) => percentile(latencies, rank).toFixed(0)).join(' / ')

async function attack(listening: Listening, kind: Attack, n: number, others: Others): Promise<string[]> {
  const script = new URL('./attacker.ts', import.meta.url).pathname
  const child = startPinned(GENERATOR_CORE, ['nice', '-n', '10', process.execPath, '--import', 'tsx', script])
  try {
    await nextMessage(child, 'started')
    const { room, headers, workshopId } = listening.big[n]!
    const ready = nextMessage(child, 'ready')
    const order: AttackOrder = {
      kind,
      port: listening.port,
      room,
      workshopId,
      headers: headers[0]!,
      forMs: WINDOW_MS,
    }
    child.send(order)
    await ready
    await pause(SETTLE_MS)
    const done = nextMessage<AttackDone>(child, 'done')
    const latencies = await others.watch(async () => {
      child.send('begin')
      await pause(WINDOW_MS)
    })
    const { sent, sentAway } = await done
    return [names[kind], figures(latencies), String(sent), String(sentAway)]
  } finally {
    await stop(child)
  }
}

async function main(): Promise<void> {
  // What reports must not sit on the server's core
  spawnSync('taskset', ['-acp', String(GENERATOR_CORE), String(process.pid)])
  const asked = process.argv.slice(2)
  const kinds = (Object.keys(names) as Attack[]).filter((kind) => asked.length === 0 || asked.includes(kind))
  const env = {
    BENCH_ROOMS: String(ROOMS),
    BENCH_PEOPLE: String(PEOPLE),
    BENCH_BIG_ROOMS: kinds.map(() => 'left').join(','),
    BENCH_BIG_CARDS: String(CARDS),
  }
  const server = startScript(SERVER_CORE, new URL('../live/werkraum-server.ts', import.meta.url), env)
  const others = new Others()
  try {
    const listening = await nextMessage<Listening>(server, 'listening')
    await others.comeIn(listening)
    await pause(SETTLE_MS)
    const rows = [['nothing', figures(await others.watch(() => pause(WINDOW_MS))), '–', '–']]
    for (const [n, kind] of kinds.entries()) {
      rows.push(await attack(listening, kind, n, others))
      process.stdout.write(`${rows.at(-1)!.join(' | ')}\n`)
      await pause(SETTLE_MS)
    }
    const head = [
      'one person, each second',
      'edit→peer of the others, p50 / p95 / p99 / most (ms)',
      'sent',
      'refused or sent away',
    ]
    const text = table(head, rows)
    process.stdout.write(`${text}\n`)
    if (asked.length === 0) writeSection('dearest', `${ROOMS * PEOPLE} others in ${ROOMS} rooms:\n\n${text}`)
  } finally {
    others.leave()
    await stop(server)
  }
}

await main()
process.exit(0)
