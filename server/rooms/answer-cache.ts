import * as Y from 'yjs'

interface Answer {
  /** What was missing when the replica's like first asked. */
  difference: Uint8Array
  /** How many changes there had been then. */
  at: number
}

/** Changes kept to complete an answer, and their bytes; beyond either encoding anew is cheaper. */
const MAX_RECENT = 200
const MAX_RECENT_BYTES = 32 * 1024
/** Different states of replicas that answers are kept for. */
const MAX_ANSWERS = 16
/** A longer state vector is no ordinary client's and not worth remembering. */
const MAX_KEY_BYTES = 16 * 1024
/** Of a replica that has nothing yet. */
export const EMPTY_STATE_VECTOR = new Uint8Array([0])
/** So many single changes are merged into one before they are sent. */
const MERGE_ABOVE = 8

/**
 * Answers to state vectors, kept until the document has moved on. Encoding a big document takes milliseconds, because
 * Yjs walks every struct for the deletions; forty newcomers, or everybody after a restart, ask for the same thing
 * within seconds and cost one encoding.
 */
export class AnswerCache {
  readonly #answers = new Map<string, Answer>()
  #recent: Uint8Array[] = []
  #recentBytes = 0
  #changes = 0

  /** The document has just been built from this very update, which therefore answers whoever has nothing yet. */
  seed(whole: Uint8Array): void {
    this.#answers.set(keyOf(EMPTY_STATE_VECTOR), { difference: whole, at: this.#changes })
  }

  /** The document changed. */
  record(update: Uint8Array): void {
    this.#changes++
    if (this.#answers.size === 0) return
    this.#recent.push(update)
    this.#recentBytes += update.length
    if (this.#recent.length > MAX_RECENT || this.#recentBytes > MAX_RECENT_BYTES) this.#clear()
  }

  /** Updates that bring a replica with this state vector up to date. @throws Error when it cannot be read */
  answer(stateVector: Uint8Array, doc: Y.Doc): Uint8Array[] {
    const key = keyOf(stateVector)
    const known = this.#answers.get(key)
    if (known) return [known.difference, ...this.#since(known.at)]
    const difference = Y.encodeStateAsUpdate(doc, stateVector)
    if (stateVector.length > MAX_KEY_BYTES) return [difference]
    if (this.#answers.size >= MAX_ANSWERS) this.#clear()
    this.#answers.set(key, { difference, at: this.#changes })
    return [difference]
  }

  #since(at: number): Uint8Array[] {
    const since = this.#recent.slice(this.#recent.length - (this.#changes - at))
    return since.length > MERGE_ABOVE ? [Y.mergeUpdates(since)] : since
  }

  #clear(): void {
    this.#answers.clear()
    this.#recent = []
    this.#recentBytes = 0
  }
}

const keyOf = (stateVector: Uint8Array) =>
  Buffer.from(stateVector.buffer, stateVector.byteOffset, stateVector.length).toString('latin1')
