import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { facilitationFrame } from '#shared/protocol/facilitation-frame.ts'
import { awarenessFrame, syncFrame } from '#shared/protocol/frames.ts'
import { writeRecord } from '#shared/document/board-record.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { limits } from '#shared/base/limits.ts'
import { chainedUpdate, crowdedUpdate } from '#tests/support/heavy-updates.ts'
import { openRawSocket, type RawSocket } from '../live/websocket-client.ts'
import { wires } from '../live/wire.ts'

/**
 * One person who asks for as much as they are allowed, in a process that gives way to those who are measured. Says
 * `ready` once everything is prepared, begins at `begin`, goes on for as long as told and says `done`.
 */
export interface AttackOrder {
  kind: Attack
  port: number
  room: string
  workshopId: string
  headers: Record<string, string>
  forMs: number
}

/** Frames or requests worked on, and how often the person was sent away. */
export interface AttackDone {
  type: 'done'
  sent: number
  sentAway: number
}

export type Attack = keyof typeof attacks

type Frames = (order: AttackOrder, clientId: number, round: number) => Uint8Array[]

/** What goes out each second, all of it at once. */
const attacks = {
  questions: () => Array.from({ length: 180 }, (_, at) => syncFrame('step1', stateVector(at))),
  order: (_order, _clientId, round) => [
    syncFrame('update', chainedUpdate(490, 440_000, 1_000 + round * 1_000)),
  ],
  crowd: (_order, clientId) => [syncFrame('update', crowdedUpdate(clientId, 140_000))],
  entries: (_order, clientId, round) => [syncFrame('update', manyEntries(clientId, round))],
  shapes: (_order, clientId) => [syncFrame('update', manyShapes(clientId, 3_000))],
  known: () => Array.from({ length: 5 }, () => syncFrame('step2', Y.encodeStateAsUpdate(known))),
  garbage: () => [syncFrame('update', new Uint8Array(limits.maxFrameBytes - 100).fill(1))],
  presence: (_order, clientId, round) =>
    Array.from({ length: 180 }, (_, at) => presence(clientId, round * 200 + at)),
  commands: () =>
    Array.from({ length: 180 }, (_, at) =>
      facilitationFrame({ type: 'command', id: `x${at}`, command: { type: 'lock' } } as never),
    ),
  versions: () => [],
  exports: () => [],
  strangers: () => [],
  sessions: () => [],
  doors: () => [],
} satisfies Record<string, Frames>

const requests: Partial<Record<Attack, (order: AttackOrder) => [string, RequestInit][]>> = {
  versions: ({ room, workshopId }) =>
    Array.from({ length: 20 }, () => [
      `/api/workshops/${workshopId}/groups/${room}/versions`,
      { method: 'POST', body: JSON.stringify({ name: 'x' }) },
    ]),
  exports: ({ workshopId }) =>
    Array.from({ length: 10 }, () => [`/api/workshops/${workshopId}/export?format=json`, {}]),
  strangers: () => Array.from({ length: 1_000 }, () => ['/api/session', { credentials: 'omit' }]),
  sessions: ({ workshopId }) =>
    Array.from({ length: 1_000 }, (_, at) => [at % 2 ? '/api/session' : `/api/workshops/${workshopId}`, {}]),
}

let known = new Y.Doc()

function stateVector(seed: number): Uint8Array {
  return Y.encodeStateVector(
    new Map(Array.from({ length: 50 }, (_, at) => [seed * 100 + at + Math.floor(Math.random() * 1e6), 1])),
  )
}

/** As many entries as one update may have, each under a key of its own. */
function manyEntries(clientId: number, round: number): Uint8Array {
  const count = Math.floor(limits.maxStructsPerUpdate * 0.95)
  return crowdedUpdate(clientId, count, round * count, count)
}

function manyShapes(clientId: number, count: number): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = clientId
  doc.transact(() => {
    for (let at = 0; at < count; at++)
      writeRecord(rootsOf(doc).board, {
        ...{ id: `shape:${at}`, typeName: 'shape', type: 'frame', parentId: 'page:preparation', index: 'a1' },
        ...{ x: 0, y: 0, rotation: 0, opacity: 1, props: { w: 1, h: 1, name: '' }, meta: {} },
      })
  })
  return Y.encodeStateAsUpdate(doc)
}

function presence(clientId: number, clock: number): Uint8Array {
  return awarenessFrame(
    encoding.encode((encoder) => {
      for (const number of [1, clientId, clock + 1]) encoding.writeVarUint(encoder, number)
      encoding.writeVarString(encoder, JSON.stringify({ c: [clock, 1], s: ['x'.repeat(3_000)] }))
    }),
  )
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

class Attacker {
  readonly #order: AttackOrder
  readonly #clientId = Math.floor(Math.random() * 2 ** 32)
  #socket: RawSocket | null = null
  #round = 0
  #sent = 0
  #sentAway = 0
  #next: Uint8Array[] = []

  constructor(order: AttackOrder) {
    this.#order = order
  }

  async prepare(): Promise<void> {
    await this.#comeIn()
    await pause(1_000)
    this.#next = attacks[this.#order.kind](this.#order, this.#clientId, this.#round)
  }

  async go(): Promise<AttackDone> {
    const until = performance.now() + this.#order.forMs
    const make = requests[this.#order.kind]
    while (performance.now() < until) {
      const second = pause(1_000)
      if (make) await this.#ask(make(this.#order))
      else if (this.#order.kind === 'doors') await this.#comeAndGo()
      else await this.#send()
      await second
    }
    this.#socket?.close()
    return { type: 'done', sent: this.#sent, sentAway: this.#sentAway }
  }

  async #send(): Promise<void> {
    if (!this.#socket) await this.#comeIn().catch(() => undefined)
    for (const frame of this.#next) this.#socket?.send(frame)
    this.#sent += this.#next.length
    this.#next = attacks[this.#order.kind](this.#order, this.#clientId, ++this.#round)
  }

  async #ask(paths: [string, RequestInit][]): Promise<void> {
    const { port, headers } = this.#order
    const answers = paths.map(async ([path, init]) => {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, {
        ...init,
        headers: {
          ...(init.credentials === 'omit' ? {} : { cookie: headers.Cookie! }),
          ...{ origin: headers.Origin!, 'content-type': 'application/json' },
        },
      })
      if (!response.ok) this.#sentAway++
      await response.arrayBuffer()
    })
    await Promise.all(answers)
    this.#sent += paths.length
  }

  /** A hundred times a second through the door of a big room, and out again. */
  async #comeAndGo(): Promise<void> {
    for (let times = 0; times < 100; times++) {
      await this.#comeIn().catch(() => this.#sentAway++)
      this.#socket?.close()
      this.#socket = null
      this.#sent++
    }
  }

  async #comeIn(): Promise<void> {
    const { port, room, headers } = this.#order
    const path = wires.werkraum.path(room, this.#clientId).replace('&deflate=1', '')
    this.#socket = await openRawSocket({
      ...{ port, path, headers },
      onFrame: (frame) => this.#learn(frame),
      onClose: () => {
        this.#sentAway++
        this.#socket = null
      },
    })
    for (const frame of wires.werkraum.greeting(room)) this.#socket.send(frame)
  }

  /** Keeps the document that was answered, to offer it again. */
  #learn(frame: Buffer): void {
    if (this.#order.kind !== 'known' || frame[0] !== 0 || frame[1] !== 1 || known.store.clients.size > 0)
      return
    let at = 2
    while (frame[at]! >= 0x80) at++
    known = new Y.Doc()
    Y.applyUpdate(known, frame.subarray(at + 1))
  }
}

let attacker: Attacker | null = null
process.on('message', (message: AttackOrder | 'begin') => {
  const answer = async () => {
    if (message === 'begin') return process.send!(await attacker!.go())
    attacker = new Attacker(message)
    await attacker.prepare()
    return process.send!({ type: 'ready' })
  }
  answer().catch((error: unknown) => process.send!({ type: 'failed', reason: String(error) }))
})
process.send!({ type: 'started' })
