import * as Y from 'yjs'
import { rootsOf } from '#shared/document/roots.ts'
import { placeArtefact } from '#shared/document/placements.ts'
import { newId } from '#shared/base/ids.ts'
import { openRawSocket, type RawSocket } from './websocket-client.ts'
import type { Wire } from './wire.ts'

/** Marks the moment an edit was made inside the edit itself, so that any receiver can read it from the bytes. */
const MARK = '~t'
const MARK_DIGITS = 12

export const markOf = (nowMs: number) =>
  MARK +
  Math.round(nowMs * 1000)
    .toString()
    .padStart(MARK_DIGITS, '0')

/** Every mark in a frame, as the time it was made at (ms on the generator's monotonic clock). */
export function marksIn(frame: Buffer): number[] {
  const times: number[] = []
  for (let at = frame.indexOf(MARK); at >= 0; at = frame.indexOf(MARK, at + MARK.length)) {
    const micros = Number(frame.subarray(at + MARK.length, at + MARK.length + MARK_DIGITS).toString('latin1'))
    if (Number.isInteger(micros)) times.push(micros / 1000)
  }
  return times
}

/**
 * A simulated person: owns one card in a document of its own that never receives what others do. Its updates are
 * valid anywhere and cost the generator microseconds.
 */
export class Person {
  readonly clientId: number
  readonly #doc = new Y.Doc()
  readonly #wire: Wire
  readonly #room: string
  readonly #shapeId: string
  #socket: RawSocket | null = null
  #clock = 0
  /** When update frame number `index + 1` was sent. */
  readonly sentAt: number[] = []

  constructor(wire: Wire, room: string) {
    this.#wire = wire
    this.#room = room
    this.clientId = this.#doc.clientID
    const { board } = rootsOf(this.#doc)
    this.#shapeId = this.#doc.transact(() =>
      placeArtefact(board, { artefactId: newId(), parentId: 'page:preparation', x: 0, y: 0, w: 200, h: 160 }),
    )
    this.#doc.on('update', (update: Uint8Array) => this.#sendUpdate(update))
  }

  async join(port: number, headers: Record<string, string>, listeners: PersonListeners): Promise<void> {
    const path = this.#wire.path(this.#room, this.clientId)
    this.#socket = await openRawSocket({ port, path, headers, ...listeners })
    for (const frame of this.#wire.greeting(this.#room)) this.#socket.send(frame)
    this.#sendUpdate(Y.encodeStateAsUpdate(this.#doc))
  }

  moveCursor(x: number, y: number): void {
    this.#socket?.send(this.#wire.cursor(this.#room, this.clientId, ++this.#clock, x, y))
  }

  /** Two properties at once: where the card lies, and a mark that tells when. */
  edit(x: number, y: number): void {
    const shape = rootsOf(this.#doc).board.get(this.#shapeId)!
    this.#doc.transact(() => {
      shape.set('xy', [x, y])
      shape.set('m.mark', markOf(performance.now()))
    })
  }

  get receivedBytes(): number {
    return this.#socket?.receivedBytes ?? 0
  }

  get receivedFrames(): number {
    return this.#socket?.receivedFrames ?? 0
  }

  get reads(): number {
    return this.#socket?.reads ?? 0
  }

  #sendUpdate(update: Uint8Array): void {
    if (!this.#socket) return
    this.sentAt.push(performance.now())
    this.#socket.send(this.#wire.update(this.#room, update))
  }
}

export interface PersonListeners {
  onFrame?: (payload: Buffer) => void
  onClose: (code: number) => void
}
