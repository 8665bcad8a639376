import { once } from 'node:events'
import * as decoding from 'lib0/decoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { newId } from '#shared/base/ids.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import { readAck } from '#shared/protocol/ack-codec.ts'
import { facilitationFrame, readDownMessage } from '#shared/protocol/facilitation-frame.ts'
import type { DownMessage } from '#shared/protocol/facilitation-messages.ts'
import { syncFrame } from '#shared/protocol/frames.ts'
import { messageTypes, syncTypes } from '#shared/protocol/wire.ts'

/** A raw client on a real socket that keeps every byte it was ever sent. */
export class SocketPeer {
  readonly doc = new Y.Doc()
  readonly recorded: Buffer[] = []
  readonly told: DownMessage[] = []
  /** Document frames sent, and the last that is known to be durable. */
  sent = 0
  durable = 0
  isSynced = false
  readonly #socket: WebSocket

  private constructor(socket: WebSocket) {
    this.#socket = socket
    socket.on('message', (data: Buffer) => this.#take(data))
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === this) return
      this.sent++
      socket.send(syncFrame('update', update))
    })
  }

  /** @param url with everything that the handshake says */
  static async open(url: string): Promise<SocketPeer> {
    const socket = new WebSocket(url)
    const peer = new SocketPeer(socket)
    await once(socket, 'open')
    socket.send(syncFrame('step1', Y.encodeStateVector(peer.doc)))
    return peer
  }

  get isSaved(): boolean {
    return this.durable >= this.sent
  }

  /** Whether these words were in anything that came over the line. */
  wasSent(words: string): boolean {
    return Buffer.concat(this.recorded).includes(words)
  }

  command(command: Command): void {
    this.#socket.send(facilitationFrame({ type: 'command', id: newId(), command }))
  }

  close(): void {
    this.#socket.terminate()
  }

  #take(data: Buffer): void {
    this.recorded.push(data)
    const decoder = decoding.createDecoder(data)
    const type = decoding.readVarUint(decoder)
    if (type === messageTypes.facilitation) this.told.push(readDownMessage(decoder))
    if (type === messageTypes.sync) this.#takeSync(decoder)
    if (type !== messageTypes.ack) return
    const ack = readAck(decoder)
    if (ack?.type === 'durable') this.durable = ack.upTo
  }

  #takeSync(decoder: decoding.Decoder): void {
    const type = decoding.readVarUint(decoder)
    const payload = decoding.readVarUint8Array(decoder)
    if (type === syncTypes.step1) {
      this.sent++
      this.#socket.send(syncFrame('step2', Y.encodeStateAsUpdate(this.doc, payload)))
      return
    }
    Y.applyUpdate(this.doc, payload, this)
    if (type === syncTypes.step2) this.isSynced = true
  }
}
