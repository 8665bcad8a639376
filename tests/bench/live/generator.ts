import * as decoding from 'lib0/decoding'
import { ackTypes, messageTypes } from '#shared/protocol/wire.ts'
import { marksIn, Person } from './person.ts'
import { percentile } from './statistics.ts'
import { wires, type WireName } from './wire.ts'

/**
 * The load: a process of its own, pinned to its own core. Every person moves the cursor eight times and edits two
 * properties once a second, spread evenly over the second. In each room two people read every edit's mark and one
 * reads the acknowledgements; the others only count bytes, because reading for 40 would measure the generator.
 * Says `ready` when started, `window` when the measuring begins and `result` at the end; then stays connected.
 */
export interface LoadOrder {
  wire: WireName
  port: number
  rooms: { room: string; headers: Record<string, string>[] }[]
  warmUpMs: number
  measureMs: number
}

export interface LoadResult {
  people: number
  editToPeer: Percentiles
  editToDurable: Percentiles | null
  bytesPerPersonSecond: number
  framesPerPersonSecond: number
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

class Load {
  readonly #order: LoadOrder
  readonly #people: Person[] = []
  readonly #peerLatencies: number[] = []
  readonly #durableLatencies: number[] = []
  #measuring = false
  #windowStart = 0
  #closed = 0

  constructor(order: LoadOrder) {
    this.#order = order
  }

  async run(): Promise<LoadResult> {
    await this.#join()
    const stop = this.#startMoving()
    await delay(this.#order.warmUpMs)
    const cpuBefore = process.cpuUsage()
    this.#beginWindow()
    await delay(this.#order.measureMs)
    const result = this.#result(cpuBefore)
    stop()
    return result
  }

  async #join(): Promise<void> {
    const wire = wires[this.#order.wire]
    const joins: (() => Promise<void>)[] = []
    for (const { room, headers } of this.#order.rooms) {
      headers.forEach((header, index) => {
        const person = new Person(wire, room)
        this.#people.push(person)
        const onFrame = this.#listenerFor(person, index)
        const onClose = () => void (this.#closed += this.#measuring ? 1 : 0)
        joins.push(() => person.join(this.#order.port, header, { ...(onFrame && { onFrame }), onClose }))
      })
    }
    for (let at = 0; at < joins.length; at += JOINS_AT_ONCE) {
      await Promise.all(joins.slice(at, at + JOINS_AT_ONCE).map((join) => join()))
    }
  }

  #listenerFor(person: Person, index: number): ((frame: Buffer) => void) | undefined {
    if (index < READERS_PER_ROOM) return (frame) => this.#readMarks(frame)
    if (index === READERS_PER_ROOM && this.#order.wire === 'werkraum')
      return (frame) => this.#readAck(person, frame)
    return undefined
  }

  #readMarks(frame: Buffer): void {
    if (!this.#measuring) return
    const now = performance.now()
    for (const madeAt of marksIn(frame))
      if (madeAt >= this.#windowStart) this.#peerLatencies.push(now - madeAt)
  }

  #readAck(person: Person, frame: Buffer): void {
    if (!this.#measuring || frame[0] !== messageTypes.ack) return
    const decoder = decoding.createDecoder(frame)
    decoding.readVarUint(decoder)
    if (decoding.readVarUint(decoder) !== ackTypes.durable) return
    const sentAt = person.sentAt[decoding.readVarUint(decoder) - 1]
    if (sentAt !== undefined && sentAt >= this.#windowStart)
      this.#durableLatencies.push(performance.now() - sentAt)
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

  #beginWindow(): void {
    this.#measuring = true
    this.#windowStart = performance.now()
    for (const person of this.#people) person.receivedBefore = person.receivedBytes
    this.#framesBefore = this.#frames()
    process.send!({ type: 'window' })
  }

  #framesBefore = 0
  #frames = () => this.#people.reduce((sum, person) => sum + person.receivedFrames, 0)

  #result(cpuBefore: NodeJS.CpuUsage): LoadResult {
    this.#measuring = false
    const seconds = (performance.now() - this.#windowStart) / 1000
    const people = this.#people.length
    const { user, system } = process.cpuUsage(cpuBefore)
    const bytes = this.#people.reduce((sum, person) => sum + person.receivedBytes - person.receivedBefore, 0)
    return {
      people,
      editToPeer: percentiles(this.#peerLatencies),
      editToDurable: this.#durableLatencies.length > 0 ? percentiles(this.#durableLatencies) : null,
      bytesPerPersonSecond: bytes / people / seconds,
      framesPerPersonSecond: (this.#frames() - this.#framesBefore) / people / seconds,
      editsSeen: this.#peerLatencies.length,
      editsExpected: Math.round(people * seconds * READERS_PER_ROOM),
      closed: this.#closed,
      generatorCpuPercent: (user + system) / 1000 / seconds / 10,
    }
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
    (result) => process.send!({ type: 'result', result }),
    (error: unknown) => process.send!({ type: 'failed', reason: String(error) }, () => process.exit(1)),
  )
})
process.send!({ type: 'ready' })
