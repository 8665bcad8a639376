import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync'
import * as Y from 'yjs'
import { newId } from '#shared/base/ids.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import { readAck } from '#shared/protocol/ack-codec.ts'
import { readDownMessage } from '#shared/protocol/facilitation-frame.ts'
import type { DownMessage, UpMessage } from '#shared/protocol/facilitation-messages.ts'
import { awarenessFrame, syncFrame } from '#shared/protocol/frames.ts'
import { messageTypes, type Ack } from '#shared/protocol/wire.ts'
import { rootsOf, type Roots } from '#shared/document/roots.ts'
import type { Bundle } from '#server/rooms/bundle.ts'
import type { PeerSocket } from '#server/rooms/peer-socket.ts'
import type { Admitted } from '#server/rooms/admitted.ts'
import type { Rooms, Seat } from '#server/rooms/rooms.ts'

/**
 * A client without a network: its frames reach the room, and the room's frames reach it, by calls. Messages may be
 * held back to play a slow or broken line. `send` lets a test say anything at all.
 */
export class RoomPeer implements PeerSocket {
  readonly doc: Y.Doc
  readonly roots: Roots
  /** Everything received, in order. */
  readonly acks: Ack[] = []
  readonly told: DownMessage[] = []
  readonly presence = new Map<number, unknown>()
  /** Bytes of frames received, by message type. */
  readonly received: Uint8Array[] = []
  closed: { code: number; reason: string } | null = null
  bufferedBytes = 0
  /** Whether everything written piles up in `bufferedBytes`. */
  takesNothing = false
  framesSent = 0
  synced = false
  #seat: Seat | null = null
  #held: Uint8Array[] | null = null
  #joining: Uint8Array[] | null = null
  readonly #onUpdate = (update: Uint8Array, origin: unknown) => {
    if (origin === this) return
    this.sendUpdate(update)
  }

  constructor(doc = new Y.Doc()) {
    this.doc = doc
    this.roots = rootsOf(doc)
  }

  /** Joins and syncs; what the document holds already is offered to the server. */
  async join(
    rooms: Pick<Rooms, 'join'>,
    admitted: Admitted,
    handshake: { client?: number; gen?: number; v?: number } = {},
  ) {
    this.closed = null
    this.framesSent = 0
    this.acks.length = 0
    const early: Uint8Array[] = []
    this.#joining = early
    this.#seat = await rooms.join(this, admitted, { client: this.doc.clientID, ...handshake })
    this.#joining = null
    if (!this.#seat) return this
    this.doc.on('update', this.#onUpdate)
    this.send(syncFrame('step1', Y.encodeStateVector(this.doc)))
    for (const frame of early) this.send(frame)
    return this
  }

  leave(): void {
    this.doc.off('update', this.#onUpdate)
    this.synced = false
    this.#held = null
    this.#seat?.leave()
    this.#seat = null
  }

  /** What is sent before the seat is taken waits on the line, as behind a paused socket. */
  send(frame: Uint8Array): void {
    if (this.#joining) this.#joining.push(frame)
    else this.#seat?.receive(frame)
  }

  sendUpdate(update: Uint8Array): void {
    this.framesSent++
    this.send(syncFrame('update', update))
  }

  sendPresence(clientId: number, clock: number, state: unknown): void {
    const json = typeof state === 'string' ? state : JSON.stringify(state)
    const update = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarUint(encoder, clientId)
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarString(encoder, json)
    })
    this.send(awarenessFrame(update))
  }

  /** Sends a command, under a fresh id if the test names none. */
  command(command: Command, id: string = newId()): string {
    this.sendMessage({ type: 'command', id, command })
    return id
  }

  sendMessage(message: UpMessage): void {
    this.sendText(JSON.stringify(message))
  }

  /** A facilitation frame with any text at all. */
  sendText(text: string): void {
    this.send(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, messageTypes.facilitation)
        encoding.writeVarString(encoder, text)
      }),
    )
  }

  /** The number of the last own frame that is known to be durable. */
  get durableUpTo(): number {
    return Math.max(0, ...this.acks.map((ack) => (ack.type === 'durable' ? ack.upTo : 0)))
  }

  get refusals(): string[] {
    return this.acks.flatMap((ack) => (ack.type === 'refused' ? ack.code : []))
  }

  // PeerSocket

  write(bundle: Bundle): void {
    if (this.closed) return
    if (this.takesNothing) this.bufferedBytes += bundle.wire.length
    for (const message of bundle.messages) {
      if (this.#held) this.#held.push(message)
      else this.#take(message)
    }
  }

  close(code: number, reason: string): void {
    this.closed ??= { code, reason }
    this.doc.off('update', this.#onUpdate)
    this.#seat = null
  }

  /** From now on what the server sends waits on the line. */
  hold(): void {
    this.#held ??= []
  }

  /** Delivers what waited. */
  release(): void {
    const held = this.#held ?? []
    this.#held = null
    for (const message of held) this.#take(message)
  }

  #take(message: Uint8Array): void {
    this.received.push(message)
    const decoder = decoding.createDecoder(message)
    switch (decoding.readVarUint(decoder)) {
      case messageTypes.sync:
        return this.#takeSync(decoder)
      case messageTypes.awareness:
        return this.#takePresence(decoding.createDecoder(decoding.readVarUint8Array(decoder)))
      case messageTypes.facilitation:
        this.told.push(readDownMessage(decoder))
        return
      case messageTypes.ack: {
        const ack = readAck(decoder)
        if (ack) this.acks.push(ack)
      }
    }
  }

  #takeSync(decoder: decoding.Decoder): void {
    switch (decoding.readVarUint(decoder)) {
      case messageYjsSyncStep1: {
        this.framesSent++
        this.send(syncFrame('step2', Y.encodeStateAsUpdate(this.doc, decoding.readVarUint8Array(decoder))))
        return
      }
      case messageYjsSyncStep2:
        this.synced = true
        Y.applyUpdate(this.doc, decoding.readVarUint8Array(decoder), this)
        return
      case messageYjsUpdate:
        Y.applyUpdate(this.doc, decoding.readVarUint8Array(decoder), this)
    }
  }

  #takePresence(decoder: decoding.Decoder): void {
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const client = decoding.readVarUint(decoder)
      decoding.readVarUint(decoder)
      const state: unknown = JSON.parse(decoding.readVarString(decoder))
      if (state === null) this.presence.delete(client)
      else this.presence.set(client, state)
    }
  }
}
