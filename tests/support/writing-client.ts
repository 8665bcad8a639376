import * as decoding from 'lib0/decoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { newId, type GroupId, type MemberId } from '#shared/base/ids.ts'
import { readAck } from '#shared/protocol/ack-codec.ts'
import { syncFrame } from '#shared/protocol/frames.ts'
import { messageTypes, protocolVersion, syncTypes } from '#shared/protocol/wire.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { writeRecord } from '#shared/document/board-record.ts'

const RECONNECT_MS = 40

/** One write, or everything after a new connection. */
type ContentKind = 'update' | 'step2'

/**
 * A client that writes one record after the other and remembers which of them it was told are durable. What is written
 * before a line is synced travels with its sync step, as in our client.
 */
export class WritingClient {
  readonly doc = new Y.Doc()
  readonly memberId = newId<MemberId>()
  /** Record ids the server has called durable. */
  readonly durable = new Set<string>()
  /** Milliseconds from each write on a synced line to its acknowledgement. */
  readonly ackMs: number[] = []
  /** Milliseconds from each opened line until all that was written without one had been acknowledged. */
  readonly backMs: number[] = []
  readonly #groupId: GroupId
  readonly #port: number
  #socket: WebSocket | null = null
  #frames = 0
  #openedAt = 0
  /** All that was written before has been sent on this line. */
  #hasOffered = false
  /** What each frame of this connection brought. */
  #sent: { kind: ContentKind; frame: number; records: string[]; at: number }[] = []
  #records: string[] = []
  #stopped = false

  constructor(port: number, groupId: GroupId) {
    this.#port = port
    this.#groupId = groupId
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this && this.isSynced) this.#sendContent('update', update, [this.#records.at(-1)!])
    })
    this.#connect()
  }

  get isOpen(): boolean {
    return this.#socket?.readyState === WebSocket.OPEN
  }

  /** Whether what is written now is sent at once. */
  get isSynced(): boolean {
    return this.isOpen && this.#hasOffered
  }

  write(): void {
    const { board } = rootsOf(this.doc)
    const id = `shape:${newId()}`
    this.#records.push(id)
    this.doc.transact(() =>
      writeRecord(board, {
        id,
        typeName: 'shape',
        type: 'geo',
        // A page of their own, because a single one is full after limits.maxShapesPerPage
        parentId: `page:${this.memberId}`,
        x: 1,
        y: 2,
        props: {},
        meta: {},
      }),
    )
  }

  stop(): void {
    this.#stopped = true
    this.#socket?.terminate()
  }

  #connect(): void {
    if (this.#stopped) return
    const query = `member=${this.memberId}&client=${this.doc.clientID}&v=${protocolVersion}&gen=1`
    const socket = new WebSocket(`ws://127.0.0.1:${this.#port}/sync/${this.#groupId}?${query}`)
    socket.binaryType = 'nodebuffer'
    this.#socket = socket
    this.#frames = 0
    this.#hasOffered = false
    this.#sent = []
    socket.on('open', () => {
      this.#openedAt = performance.now()
      socket.send(syncFrame('step1', Y.encodeStateVector(this.doc)))
    })
    socket.on('message', (data) => this.#take(data as Buffer))
    // Refused connections are part of the test; `close` follows and tries again
    socket.on('error', () => socket.terminate())
    socket.on('close', () => setTimeout(() => this.#connect(), RECONNECT_MS))
  }

  #sendContent(kind: ContentKind, update: Uint8Array, records: string[]): void {
    if (!this.isOpen) return
    this.#sent.push({ kind, frame: ++this.#frames, records, at: performance.now() })
    this.#socket!.send(syncFrame(kind, update))
  }

  #take(message: Buffer): void {
    const decoder = decoding.createDecoder(new Uint8Array(message))
    const type = decoding.readVarUint(decoder)
    if (type === messageTypes.ack) {
      const ack = readAck(decoder)
      if (ack?.type === 'durable') this.#markDurable(ack.upTo)
    } else if (type === messageTypes.sync) {
      const kind = decoding.readVarUint(decoder)
      const payload = decoding.readVarUint8Array(decoder)
      // Everything written so far is in the answer, or was on the server before
      if (kind === syncTypes.step1) {
        this.#sendContent('step2', Y.encodeStateAsUpdate(this.doc, payload), [...this.#records])
        this.#hasOffered = true
      } else Y.applyUpdate(this.doc, payload, this)
    }
  }

  #markDurable(upTo: number): void {
    const now = performance.now()
    for (const { kind, frame, records, at } of this.#sent) {
      if (frame > upTo) continue
      for (const record of records) this.durable.add(record)
      if (kind === 'update') this.ackMs.push(now - at)
      else this.backMs.push(now - this.#openedAt)
    }
    this.#sent = this.#sent.filter(({ frame }) => frame > upTo)
  }
}
