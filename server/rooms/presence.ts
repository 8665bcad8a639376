import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { limits } from '#shared/base/limits.ts'
import { awarenessFrame } from '#shared/protocol/frames.ts'
import { cleanPresence, isWhole } from './presence-state.ts'

interface Entry {
  clock: number
  /** JSON of the state; null once it is gone and nobody was told yet. */
  json: Uint8Array | null
  /** Whether peers may see it as it is: most states are replaced by the next before anybody looks. */
  isClean: boolean
}

const MAX_CLOCK = 2 ** 31
const utf8 = new TextEncoder()
const decoder = new TextDecoder()
const GONE = utf8.encode('null')
/** The only state of so few bytes that says anything. */
const isGone = (json: Uint8Array) => json.length === GONE.length

/**
 * Who shows what in a room: awareness without y-protocols' timers and without its bookkeeping that never shrinks.
 * Invariants (cited by the tests):
 * 1. A connection speaks for its own client id only; entries for others are dropped without a word.
 * 2. Between two ticks only the last state of each client survives: one frame per room and tick.
 * 3. Nothing is kept of a client that left, once its leaving was told.
 * 4. Peers see known fields and nothing else; whose state cannot be read is not there.
 */
export class Presence {
  readonly #entries = new Map<number, Entry>()
  readonly #changed = new Set<number>()

  /** Takes the sender's own entry out of an awareness update; false when the update cannot be read. */
  accept(clientId: number, update: Uint8Array): boolean {
    try {
      const reader = decoding.createDecoder(update)
      for (let left = decoding.readVarUint(reader); left > 0; left--) {
        const client = decoding.readVarUint(reader)
        const clock = decoding.readVarUint(reader)
        const json = decoding.readVarUint8Array(reader)
        if (client === clientId) this.#acceptEntry(client, clock, json)
      }
      return true
    } catch {
      // ends early
      return false
    }
  }

  #acceptEntry(client: number, clock: number, json: Uint8Array): void {
    if (json.length > limits.maxPresenceBytes || clock > MAX_CLOCK) return
    const known = this.#entries.get(client)
    if (known && known.json !== null && clock <= known.clock) return
    const state = isGone(json) ? null : json
    if (known) {
      known.clock = clock
      known.json = state
      known.isClean = false
    } else this.#entries.set(client, { clock, json: state, isClean: false })
    this.#changed.add(client)
  }

  leave(clientId: number): void {
    const entry = this.#entries.get(clientId)
    if (!entry) return
    entry.json = null
    this.#changed.add(clientId)
  }

  get hasChanges(): boolean {
    return this.#changed.size > 0
  }

  /** One frame with everything that changed since the last call; null when nothing did. */
  takeChanges(): Uint8Array | null {
    if (this.#changed.size === 0) return null
    const frame = this.#encode(this.#changed)
    for (const client of this.#changed)
      if (this.#entries.get(client)?.json === null) this.#entries.delete(client)
    this.#changed.clear()
    return frame
  }

  /** One frame with everybody, for somebody who comes in; null for an empty room. */
  snapshot(): Uint8Array | null {
    return this.#entries.size === 0 ? null : this.#encode(this.#entries.keys())
  }

  #encode(clients: Iterable<number> & { size?: number }): Uint8Array {
    const encoder = encoding.createEncoder()
    const listed = [...clients]
    encoding.writeVarUint(encoder, listed.length)
    for (const client of listed) {
      const entry = this.#entries.get(client)!
      clean(entry)
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, entry.clock)
      encoding.writeVarUint8Array(encoder, entry.json ?? GONE)
    }
    return awarenessFrame(encoding.toUint8Array(encoder))
  }
}

/** The first client id that an awareness update speaks for; how a stock client makes its id known. */
export function firstClientOf(update: Uint8Array): number | null {
  try {
    const reader = decoding.createDecoder(update)
    return decoding.readVarUint(reader) > 0 ? decoding.readVarUint(reader) : null
  } catch {
    // ends early
    return null
  }
}

/** Leaves of a state what peers may see, and nothing of one that cannot be read. */
function clean(entry: Entry): void {
  if (entry.json !== null && !entry.isClean) entry.json = cleanJson(entry.json)
  entry.isClean = true
}

function cleanJson(json: Uint8Array): Uint8Array | null {
  const sent = parsed(json)
  const state = cleanPresence(sent)
  if (state === null) return null
  // A copy, because the bytes are a view into what the socket read
  return isWhole(sent, state) ? json.slice() : utf8.encode(JSON.stringify(state))
}

function parsed(json: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(json))
  } catch {
    // no JSON
    return null
  }
}
