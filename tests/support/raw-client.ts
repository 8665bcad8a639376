import * as decoding from 'lib0/decoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { newId, type GroupId, type MemberId } from '#shared/base/ids.ts'
import { rootsOf, type Roots } from '#shared/document/roots.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import { readAck } from '#shared/protocol/ack-codec.ts'
import { facilitationFrame, readDownMessage } from '#shared/protocol/facilitation-frame.ts'
import type { Ballot } from '#shared/facilitation/vote/vote.ts'
import type { DownMessage, UpMessage } from '#shared/protocol/facilitation-messages.ts'
import { syncFrame } from '#shared/protocol/frames.ts'
import { messageTypes, protocolVersion, syncTypes } from '#shared/protocol/wire.ts'

/** A websocket and a document, with nothing in between that would keep to any rule. */
export class RawClient {
  readonly doc = new Y.Doc()
  readonly roots: Roots = rootsOf(this.doc)
  readonly told: DownMessage[] = []
  /** The close code, once the socket is closed. */
  closedWith: number | null = null
  readonly #socket: WebSocket
  readonly #waiting = new Set<() => void>()
  readonly #outcomes = new Map<number, string>()
  #frames = 0
  #isSynced = false

  readonly #recorded: Buffer[] = []

  private constructor(url: string, place: string, who: { member: MemberId } | { cookie: string }) {
    const member = 'member' in who ? `&member=${who.member}` : ''
    const headers = 'cookie' in who ? { cookie: who.cookie, origin: url.replace('ws', 'http') } : {}
    const query = `v=${protocolVersion}&client=${this.doc.clientID}${member}`
    this.#socket = new WebSocket(`${url}/${place}?${query}`, { headers })
    this.#socket.binaryType = 'nodebuffer'
    this.#socket.on('open', () => this.#socket.send(syncFrame('step1', Y.encodeStateVector(this.doc))))
    this.#socket.on('close', (code) => {
      this.closedWith = code
      for (const check of this.#waiting) check()
    })
    this.#socket.on('message', (data: Buffer) => {
      this.#recorded.push(data)
      this.#take(new Uint8Array(data))
    })
  }

  /** Connected and in sync. */
  static enter(url: string, groupId: GroupId, memberId: MemberId): Promise<RawClient> {
    return new RawClient(url, `sync/${groupId}`, { member: memberId }).#ready()
  }

  /** The same at a whole server, which knows people by their cookie. @param place `sync/…` or `drafts/…` */
  static enterWith(url: string, place: string, cookie: string): Promise<RawClient> {
    return new RawClient(url, place, { cookie }).#ready()
  }

  /** Whether these words were in anything that came over the line. */
  wasSent(words: string): boolean {
    return Buffer.concat(this.#recorded).includes(words)
  }

  /** Resolves when the server has ended the connection. */
  gone(): Promise<void> {
    return this.#until(() => this.closedWith !== null)
  }

  async #ready(): Promise<this> {
    await this.#until(() => this.#isSynced || this.closedWith !== null)
    if (this.closedWith !== null) throw new Error(`closed with ${this.closedWith}`)
    return this
  }

  /** Makes a change and sends it, allowed or not. Answers `durable` or the code of the refusal. */
  async change(make: (roots: Roots) => void): Promise<string> {
    const before = Y.encodeStateVector(this.doc)
    this.doc.transact(() => make(this.roots))
    return this.#send(Y.encodeStateAsUpdate(this.doc, before))
  }

  /** Sends all that there is once more. */
  offerAgain(): Promise<string> {
    return this.#send(Y.encodeStateAsUpdate(this.doc))
  }

  async #send(update: Uint8Array): Promise<string> {
    const frame = ++this.#frames
    this.#socket.send(syncFrame('update', update))
    await this.#until(() => this.#outcomes.has(frame))
    return this.#outcomes.get(frame)!
  }

  /** Sends a command; answers `accepted` or the code of the refusal. */
  command(command: Command): Promise<string> {
    return this.#ask({ type: 'command', id: newId(), command })
  }

  /** Puts a ballot into the box; answers `accepted`, once it lies there, or the code of the refusal. */
  vote(voteId: string, ballot: Ballot): Promise<string> {
    return this.#ask({ type: 'ballot', id: newId(), voteId, ballot })
  }

  async #ask(question: UpMessage & { id: string }): Promise<string> {
    const { id } = question
    this.#socket.send(facilitationFrame(question))
    const answer = () => this.told.find((m) => (m.type === 'accepted' || m.type === 'refused') && m.id === id)
    await this.#until(() => answer() !== undefined)
    const told = answer()!
    return told.type === 'refused' ? told.code : 'accepted'
  }

  /** Has everything that the room knew when it was asked. */
  async settled(): Promise<void> {
    this.#isSynced = false
    this.#socket.send(syncFrame('step1', Y.encodeStateVector(this.doc)))
    await this.#until(() => this.#isSynced)
  }

  leave(): void {
    this.#socket.terminate()
    this.doc.destroy()
  }

  #take(bytes: Uint8Array): void {
    const decoder = decoding.createDecoder(bytes)
    const type = decoding.readVarUint(decoder)
    if (type === messageTypes.sync) this.#takeSync(decoder)
    else if (type === messageTypes.facilitation) this.told.push(readDownMessage(decoder))
    else if (type === messageTypes.ack) {
      const ack = readAck(decoder)
      if (ack?.type === 'refused') this.#outcomes.set(ack.frame, ack.code)
      else if (ack) this.#durable(ack.upTo)
    }
    for (const check of this.#waiting) check()
  }

  #takeSync(decoder: decoding.Decoder): void {
    const kind = decoding.readVarUint(decoder)
    if (kind === syncTypes.step1) return
    Y.applyUpdate(this.doc, decoding.readVarUint8Array(decoder))
    if (kind === syncTypes.step2) this.#isSynced = true
  }

  #durable(upTo: number): void {
    for (let frame = 1; frame <= upTo; frame++)
      if (!this.#outcomes.has(frame)) this.#outcomes.set(frame, 'durable')
  }

  #until(condition: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const check = () => {
        if (!condition()) return
        this.#waiting.delete(check)
        resolve()
      }
      this.#waiting.add(check)
      check()
    })
  }
}
