import * as decoding from 'lib0/decoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { newId, type GroupId } from '#shared/base/ids.ts'
import { rootsOf, type Roots } from '#shared/document/roots.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import type { Ballot } from '#shared/facilitation/vote/vote.ts'
import { readAck } from '#shared/protocol/ack-codec.ts'
import { facilitationFrame, readDownMessage } from '#shared/protocol/facilitation-frame.ts'
import type { UpMessage } from '#shared/protocol/facilitation-messages.ts'
import { syncFrame } from '#shared/protocol/frames.ts'
import { messageTypes, protocolVersion, syncTypes } from '#shared/protocol/wire.ts'

/** One person's place in a room: a websocket and a replica of its document. What goes wrong rejects whoever waits. */
export class Seat {
  readonly doc = new Y.Doc()
  readonly roots: Roots = rootsOf(this.doc)
  readonly #socket: WebSocket
  readonly #answers = new Map<string, string>()
  readonly #waiting = new Set<() => void>()
  #sent = 0
  #durable = 0
  #isSynced = false
  #fault: Error | null = null

  private constructor(socket: WebSocket) {
    this.#socket = socket
    socket.binaryType = 'nodebuffer'
    socket.on('open', () => socket.send(syncFrame('step1', Y.encodeStateVector(this.doc))))
    socket.on('message', (data: Buffer) => this.#take(new Uint8Array(data)))
    socket.on('error', (error) => this.#fail(error))
    socket.on('close', (code, reason) => this.#fail(new Error(`the room closed: ${code} ${String(reason)}`)))
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === this) return
      this.#sent++
      socket.send(syncFrame('update', update))
    })
  }

  static async take(origin: string, groupId: GroupId, cookie: string): Promise<Seat> {
    const doc = new Y.Doc()
    const query = `v=${protocolVersion}&client=${doc.clientID}`
    const address = `${origin.replace(/^http/, 'ws')}/sync/${groupId}?${query}`
    const seat = new Seat(new WebSocket(address, { headers: { cookie, origin } }))
    seat.doc.clientID = doc.clientID
    doc.destroy()
    await seat.until(() => seat.#isSynced)
    return seat
  }

  /** Until everything that was changed here is on the server's disk. */
  saved(): Promise<void> {
    return this.until(() => this.#durable >= this.#sent)
  }

  /** Resolves when it holds, looked at after every message. */
  until(condition: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = () => {
        if (!this.#fault && !condition()) return
        this.#waiting.delete(look)
        if (this.#fault) reject(this.#fault)
        else resolve()
      }
      this.#waiting.add(look)
      look()
    })
  }

  /** @throws Error with the code of a refusal */
  command(command: Command): Promise<void> {
    return this.#ask({ type: 'command', id: newId(), command })
  }

  /** @throws Error with the code of a refusal */
  vote(voteId: string, ballot: Ballot): Promise<void> {
    return this.#ask({ type: 'ballot', id: newId(), voteId, ballot })
  }

  leave(): void {
    this.#socket.removeAllListeners('close')
    this.#socket.close()
    this.doc.destroy()
  }

  async #ask(question: UpMessage & { id: string }): Promise<void> {
    this.#socket.send(facilitationFrame(question))
    await this.until(() => this.#answers.has(question.id))
    const answer = this.#answers.get(question.id)
    if (answer !== 'accepted') throw new Error(`${question.type} refused: ${answer}`)
  }

  #fail(fault: Error): void {
    this.#fault ??= fault
    for (const look of [...this.#waiting]) look()
  }

  #take(bytes: Uint8Array): void {
    const decoder = decoding.createDecoder(bytes)
    const type = decoding.readVarUint(decoder)
    if (type === messageTypes.sync) this.#takeSync(decoder)
    else if (type === messageTypes.facilitation) this.#hear(decoder)
    else if (type === messageTypes.ack) {
      const ack = readAck(decoder)
      if (ack?.type === 'durable') this.#durable = ack.upTo
      else if (ack) this.#fail(new Error(`a change was refused: ${ack.code}`))
    }
    for (const look of [...this.#waiting]) look()
  }

  #hear(decoder: decoding.Decoder): void {
    const message = readDownMessage(decoder)
    if (message.type === 'accepted') this.#answers.set(message.id, 'accepted')
    else if (message.type === 'refused') this.#answers.set(message.id, message.code)
    else if (message.type === 'corrected') this.#fail(new Error(`a change was corrected: ${message.code}`))
  }

  #takeSync(decoder: decoding.Decoder): void {
    const kind = decoding.readVarUint(decoder)
    const payload = decoding.readVarUint8Array(decoder)
    if (kind === syncTypes.step1) {
      this.#sent++
      this.#socket.send(syncFrame('step2', Y.encodeStateAsUpdate(this.doc, payload)))
      return
    }
    Y.applyUpdate(this.doc, payload, this)
    if (kind === syncTypes.step2) this.#isSynced = true
  }
}
