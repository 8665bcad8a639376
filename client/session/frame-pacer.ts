import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { awarenessFrame, syncFrame } from '#shared/protocol/frames.ts'
import { messageTypes, syncTypes } from '#shared/protocol/wire.ts'

/** What a pacer needs of the world; injected so that tests decide about time. */
interface PacerSurroundings {
  /** Puts bytes on the wire; false when the socket is not open. */
  transmit(frame: Uint8Array): boolean
  after(delayMs: number, run: () => void): () => void
  /** Called for each document frame, in the order in which the server counts them. */
  onDocumentFrame(kind: 'sync' | 'update', missing: boolean): void
  /** Yjs client id whose presence this connection shows. */
  clientId: number
}

export const pace = {
  /** Typing and dragging make many tiny updates; within this time they travel as one. */
  updateEveryMs: 25,
  /** Eight a second: enough for a cursor to look alive. */
  presenceEveryMs: 125,
} as const

/**
 * Sits between the stock y-websocket provider and the socket and sends fewer, bigger frames.
 *
 * 1. Updates wait until the connection's first sync step has gone out: it carries them, and an update sent ahead of it
 *    could depend on something the server does not have yet.
 * 2. Updates of one tick are merged into one frame, in their order.
 * 3. Only the own presence is sent; the provider would echo everybody's.
 * 4. Closing sends what is waiting.
 */
export class FramePacer {
  private readonly world: PacerSurroundings
  private updates: Uint8Array[] = []
  private presence: Uint8Array | null = null
  private cancelUpdates: (() => void) | null = null
  private cancelPresence: (() => void) | null = null
  private synced = false

  constructor(world: PacerSurroundings) {
    this.world = world
  }

  accept(frame: Uint8Array): void {
    const decoder = decoding.createDecoder(frame)
    const type = decoding.readVarUint(decoder)
    if (type === messageTypes.sync) this.acceptSync(frame, decoder)
    else if (type === messageTypes.awareness) this.acceptPresence(decoding.readVarUint8Array(decoder))
    else this.world.transmit(frame)
  }

  /** Sends what is waiting. */
  flush(): void {
    this.flushUpdates()
    this.flushPresence()
  }

  /** Forgets what is waiting; the document still holds it, and the next connection's sync step carries it. */
  drop(): void {
    this.cancelUpdates?.()
    this.cancelPresence?.()
    this.cancelUpdates = this.cancelPresence = null
    this.updates = []
    this.presence = null
  }

  private acceptSync(frame: Uint8Array, decoder: decoding.Decoder): void {
    const kind = decoding.readVarUint(decoder)
    if (kind === syncTypes.step1) {
      this.world.transmit(frame)
      return
    }
    const update = decoding.readVarUint8Array(decoder)
    if (kind === syncTypes.step2) this.sendSyncStep(frame, update)
    else {
      this.updates.push(update)
      if (this.synced) this.cancelUpdates ??= this.world.after(pace.updateEveryMs, () => this.flushUpdates())
    }
  }

  private sendSyncStep(frame: Uint8Array, update: Uint8Array): void {
    this.cancelUpdates?.()
    this.cancelUpdates = null
    this.updates = []
    this.synced = true
    if (this.world.transmit(frame)) this.world.onDocumentFrame('sync', carriesStructs(update))
  }

  private flushUpdates(): void {
    this.cancelUpdates?.()
    this.cancelUpdates = null
    if (this.updates.length === 0 || !this.synced) return
    const merged = this.updates.length === 1 ? this.updates[0]! : Y.mergeUpdates(this.updates)
    this.updates = []
    if (this.world.transmit(syncFrame('update', merged))) this.world.onDocumentFrame('update', true)
  }

  private acceptPresence(states: Uint8Array): void {
    const own = ownPresence(states, this.world.clientId)
    if (!own) return
    this.presence = own
    this.cancelPresence ??= this.world.after(pace.presenceEveryMs, () => this.flushPresence())
  }

  private flushPresence(): void {
    this.cancelPresence?.()
    this.cancelPresence = null
    if (this.presence) this.world.transmit(this.presence)
    this.presence = null
  }
}

/** A sync step repeats all deletions ever made, so only structs tell whether it brings something new. */
function carriesStructs(update: Uint8Array): boolean {
  return Y.decodeUpdate(update).structs.length > 0
}

/** The frame that tells of one client only; null where the states tell nothing of it. */
function ownPresence(states: Uint8Array, clientId: number): Uint8Array | null {
  const decoder = decoding.createDecoder(states)
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    const client = decoding.readVarUint(decoder)
    const clock = decoding.readVarUint(decoder)
    const state = decoding.readVarString(decoder)
    if (client === clientId) return presenceFrame(client, clock, state)
  }
  return null
}

function presenceFrame(client: number, clock: number, state: string): Uint8Array {
  const entry = encoding.createEncoder()
  encoding.writeVarUint(entry, 1)
  encoding.writeVarUint(entry, client)
  encoding.writeVarUint(entry, clock)
  encoding.writeVarString(entry, state)
  return awarenessFrame(encoding.toUint8Array(entry))
}
