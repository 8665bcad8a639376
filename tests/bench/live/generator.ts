import * as decoding from 'lib0/decoding'
import { ackTypes, messageTypes } from '#shared/protocol/wire.ts'
import { marksIn, Person } from './person.ts'
import { percentile } from './statistics.ts'
import { wires, type WireName } from './wire.ts'

/**
 * The load: a process of its own, pinned to its own core. Every person moves the cursor eight times and edits two
 * properties once a second, spread evenly over the second. In each room two people read every edit's mark and one
 * reads the acknowledgements; the others only count bytes, because reading for 40 would measure the generator.
 * Says `ready` when started, `window` when a window of measuring begins, `windowsEnd` after the last, and `result` when
 * what was on its way then has arrived; stays connected.
 */
export interface LoadOrder {
  wire: WireName
  port: number
  rooms: { room: string; headers: Record<string, string>[] }[]
  warmUpMs: number
  /** Measured one after the other, without a pause. */
  windows: number
  windowMs: number
}

/** One window. An edit belongs to the window that it was made in, whenever it arrives. */
export interface LoadResult {
  people: number
  editToPeer: Percentiles
  editToDurable: Percentiles | null
  bytesPerPersonSecond: number
  framesPerPersonSecond: number
  readsPerPersonSecond: number
  editsSeen: number
  editsExpected: number
  closed: number
  generatorCpuPercent: number
}

export interface Percentiles {
  p50: number
  p95: number
  p99: number
}

const SLOT_MS = 5
const SLOTS = 1000 / SLOT_MS
const CURSORS_PER_SECOND = 8
const READERS_PER_ROOM = 2
const JOINS_AT_ONCE = 20
/** How long the edits of the last window may still be on their way. */
const DRAIN_MS = 1_000

class Load {
  readonly #order: LoadOrder
  readonly #people: Person[] = []
  readonly #windows: Window[] = []
  #closed = 0

  constructor(order: LoadOrder) {
    this.#order = order
  }

  async run(): Promise<LoadResult[]> {
    await this.#join()
    const stop = this.#startMoving()
    await delay(this.#order.warmUpMs)
    for (let n = 0; n < this.#order.windows; n++) {
      this.#windows.push(new Window(this.#people, this.#closed))
      process.send!({ type: 'window' })
      await delay(this.#order.windowMs)
      this.#windows.at(-1)!.end(this.#closed)
    }
    process.send!({ type: 'windowsEnd' })
    await delay(DRAIN_MS)
    stop()
    return this.#windows.map((window) => window.result())
  }

  async #join(): Promise<void> {
    const wire = wires[this.#order.wire]
    const joins: (() => Promise<void>)[] = []
    for (const { room, headers } of this.#order.rooms) {
      headers.forEach((header, index) => {
        const person = new Person(wire, room)
        this.#people.push(person)
        const onFrame = this.#listenerFor(person, index)
        const onClose = () => void this.#closed++
        joins.push(() => person.join(this.#order.port, header, { ...(onFrame && { onFrame }), onClose }))
      })
    }
    for (let at = 0; at < joins.length; at += JOINS_AT_ONCE) {
      // A server may drop a call now and then; a person would call again
      await Promise.all(joins.slice(at, at + JOINS_AT_ONCE).map((join) => join().catch(join)))
    }
  }

  #listenerFor(person: Person, index: number): ((frame: Buffer) => void) | undefined {
    if (index < READERS_PER_ROOM) return (frame) => this.#readMarks(frame)
    if (index === READERS_PER_ROOM && this.#order.wire === 'werkraum')
      return (frame) => this.#readAck(person, frame)
    return undefined
  }

  #readMarks(frame: Buffer): void {
    if (this.#windows.length === 0) return
    const now = performance.now()
    for (const madeAt of marksIn(frame)) this.#windowOf(madeAt)?.peerLatencies.push(now - madeAt)
  }

  #readAck(person: Person, frame: Buffer): void {
    if (this.#windows.length === 0 || frame[0] !== messageTypes.ack) return
    const decoder = decoding.createDecoder(frame)
    decoding.readVarUint(decoder)
    if (decoding.readVarUint(decoder) !== ackTypes.durable) return
    const sentAt = person.sentAt[decoding.readVarUint(decoder) - 1]
    if (sentAt !== undefined) this.#windowOf(sentAt)?.durableLatencies.push(performance.now() - sentAt)
  }

  #windowOf(madeAt: number): Window | undefined {
    return this.#windows.findLast((window) => window.holds(madeAt))
  }

  /** A wheel of 5 ms slots, one second around; slots missed under load are made up for, never skipped. */
  #startMoving(): () => void {
    const slots: (() => void)[][] = Array.from({ length: SLOTS }, () => [])
    this.#people.forEach((person, index) => {
      const phase = Math.floor((index * SLOTS * 0.618) % SLOTS)
      for (let n = 0; n < CURSORS_PER_SECOND; n++) {
        const slot = (phase + Math.round((n * SLOTS) / CURSORS_PER_SECOND)) % SLOTS
        slots[slot]!.push(() =>
          person.moveCursor(Math.round(Math.random() * 4000), Math.round(Math.random() * 3000)),
        )
      }
      slots[(phase + 11) % SLOTS]!.push(() => person.edit(Math.round(Math.random() * 4000), index))
    })
    const startedAt = performance.now()
    let done = 0
    const timer = setInterval(() => {
      const due = Math.floor((performance.now() - startedAt) / SLOT_MS)
      for (; done < due; done++) for (const act of slots[done % SLOTS]!) act()
    }, SLOT_MS)
    return () => clearInterval(timer)
  }
}

class Window {
  readonly peerLatencies: number[] = []
  readonly durableLatencies: number[] = []
  readonly #people: readonly Person[]
  readonly #from = performance.now()
  readonly #before: Totals
  #after: Totals | null = null
  #until = Infinity

  constructor(people: readonly Person[], closed: number) {
    this.#people = people
    this.#before = totalsOf(people, closed)
  }

  end(closed: number): void {
    this.#until = performance.now()
    this.#after = totalsOf(this.#people, closed)
  }

  holds(at: number): boolean {
    return at >= this.#from && at < this.#until
  }

  result(): LoadResult {
    const seconds = (this.#until - this.#from) / 1000
    const people = this.#people.length
    const during = (total: keyof Totals) => this.#after![total] - this.#before[total]
    return {
      people,
      editToPeer: percentiles(this.peerLatencies),
      editToDurable: this.durableLatencies.length > 0 ? percentiles(this.durableLatencies) : null,
      bytesPerPersonSecond: during('bytes') / people / seconds,
      framesPerPersonSecond: during('frames') / people / seconds,
      readsPerPersonSecond: during('reads') / people / seconds,
      editsSeen: this.peerLatencies.length,
      editsExpected: Math.round(people * seconds * READERS_PER_ROOM),
      closed: during('closed'),
      generatorCpuPercent: during('cpuMs') / seconds / 10,
    }
  }
}

/** What has run up since the process began. */
interface Totals {
  bytes: number
  frames: number
  reads: number
  closed: number
  cpuMs: number
}

function totalsOf(people: readonly Person[], closed: number): Totals {
  const { user, system } = process.cpuUsage()
  const sum = (value: (person: Person) => number) =>
    people.reduce((total, person) => total + value(person), 0)
  return {
    bytes: sum(({ receivedBytes }) => receivedBytes),
    frames: sum(({ receivedFrames }) => receivedFrames),
    reads: sum(({ reads }) => reads),
    closed,
    cpuMs: (user + system) / 1000,
  }
}

const percentiles = (values: number[]): Percentiles => ({
  p50: percentile(values, 50),
  p95: percentile(values, 95),
  p99: percentile(values, 99),
})

const delay = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

process.on('message', (order: LoadOrder) => {
  new Load(order).run().then(
    (windows) => process.send!({ type: 'result', windows }),
    (error: unknown) => process.send!({ type: 'failed', reason: String(error) }, () => process.exit(1)),
  )
})
process.send!({ type: 'ready' })
