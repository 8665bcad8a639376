import * as Y from 'yjs'
import type { MemberId } from '#shared/base/ids.ts'
import { accepted, refused, type Result } from '#shared/base/result.ts'
import { rootsOf, type Roots } from '#shared/document/roots.ts'
import type { ErrorCode } from '#shared/errors/catalogue.ts'
import type { StoredDocument } from '#server/ports/update-log.ts'
import { admitUpdate } from './admission.ts'
import { AnswerCache, EMPTY_STATE_VECTOR } from './answer-cache.ts'
import { correct, type Correction, type Author } from './corrections.ts'
import { SERVER_MEMBER, ClientBindings } from './client-bindings.ts'
import { PageCensus } from './page-census.ts'
import { NarrowTransactions } from './narrow-transaction.ts'
import { readInTurns } from './reading-in-turns.ts'

/** Everything that changed since the last batch, as one update. */
export interface Batch {
  update: Uint8Array
  newClients: [clientId: number, memberId: MemberId][]
  /** `DocumentSync.changes` at the moment of taking. */
  upTo: number
}

/** What became of an update that was taken. */
export type Submitted = Pick<Correction, 'tooMany'>

/** Board records removed by one change that are worth a version before. Groups of cards are moved, not removed. */
const MANY_RECORDS = 20

/**
 * The live document of a room and the way into it. Invariants (cited by the tests):
 * 1. Every change of the document goes into exactly one batch, in order, whoever made it.
 * 2. An update is applied as a whole or not at all, and its correction happens in the same transaction: peers and log see
 *    the change together with its correction.
 * 3. Who may not write can only send what the document knows already.
 */
export class DocumentSync {
  readonly doc: Y.Doc
  readonly roots: Roots
  readonly bindings: ClientBindings
  /** Counts changes; what was counted when a frame was handled tells which batch makes it durable. */
  changes = 0
  #pending: Uint8Array[] = []
  #newClients: [number, MemberId][] = []
  readonly #answers = new AnswerCache()
  readonly #census: PageCensus
  readonly #transactions: NarrowTransactions

  readonly #onRemoval: (before: () => Uint8Array, author: Author) => void

  private constructor(
    { clients }: StoredDocument,
    onRemoval: (before: () => Uint8Array, author: Author) => void,
  ) {
    this.#onRemoval = onRemoval
    this.doc = new Y.Doc()
    this.#transactions = new NarrowTransactions(this.doc)
    this.roots = rootsOf(this.doc)
    this.#census = new PageCensus(this.roots.board)
    this.bindings = new ClientBindings(clients)
  }

  /**
   * The document as it is stored. Other rooms get their turn while a big one is read.
   * @param onRemoval called before somebody removes many records at once; may take the whole document, then and not later
   * @throws Error when what is stored cannot be read completely
   */
  static async open(
    stored: StoredDocument,
    onRemoval: (before: () => Uint8Array, author: Author) => void = () => undefined,
  ): Promise<DocumentSync> {
    const sync = new DocumentSync(stored, onRemoval)
    await readInTurns(stored.updates, sync.doc)
    if (stored.updates.length === 1) sync.#answers.seed(stored.updates[0]!)
    sync.#recordChanges()
    return sync
  }

  #recordChanges(): void {
    this.doc.on('update', (update: Uint8Array) => {
      this.#pending.push(update)
      this.#answers.record(update)
      this.changes++
    })
  }

  /** Takes a member's update, or says why not; then nothing has happened. */
  submit(update: Uint8Array, author: Author, writing: ErrorCode | null): Result<Submitted, ErrorCode> {
    const admission = admitUpdate(update, this.doc, author.id, this.bindings)
    if (!admission.ok) return admission
    if (admission.value.changesNothing) return accepted({ tooMany: 0 })
    if (writing) return refused(writing)
    if (admission.value.removedRecords >= MANY_RECORDS)
      this.#onRemoval(() => Y.encodeStateAsUpdate(this.doc), author)
    for (const client of admission.value.newClients) this.#bind(client, author.id)
    let outcome: Correction = { corrected: false, tooMany: 0 }
    this.#transactions.run(admission.value.writers, (transaction) => {
      Y.applyUpdate(this.doc, update)
      // Else Yjs takes the server's own corrections for another client's and changes the server's client id
      transaction.local = true
      outcome = correct(transaction, this.roots, author, this.#census)
      if (outcome.corrected) this.#bind(this.doc.clientID, SERVER_MEMBER)
    })
    return accepted(outcome)
  }

  /** A change of the server's own. */
  change(by: (roots: Roots) => void): void {
    this.#bind(this.doc.clientID, SERVER_MEMBER)
    this.#census.forget()
    this.doc.transact(() => by(this.roots))
  }

  #bind(client: number, memberId: MemberId): void {
    if (this.bindings.holderOf(client) !== null) return
    this.bindings.bind(client, memberId)
    this.#newClients.push([client, memberId])
  }

  /** Updates that build the present document. */
  whole(): Uint8Array[] {
    return this.#answers.answer(EMPTY_STATE_VECTOR, this.doc)
  }

  /** Updates that bring a replica up to date; null for a state vector that cannot be read. */
  answer(stateVector: Uint8Array): Uint8Array[] | null {
    try {
      return this.#answers.answer(stateVector, this.doc)
    } catch {
      // Yjs throws on a state vector that ends early
      return null
    }
  }

  /**
   * State vector of a replica that has every change before this batch and none after; the batch must be the last one
   * taken. Deletions need no counting: an answer names them all.
   */
  stateVectorBefore(update: Uint8Array): Uint8Array {
    const clocks = Y.decodeStateVector(Y.encodeStateVector(this.doc))
    for (const unsent of [update, ...this.#pending])
      for (const [client, from] of Y.parseUpdateMeta(unsent).from)
        clocks.set(client, Math.min(from, clocks.get(client) ?? 0))
    return Y.encodeStateVector(clocks)
  }

  get isDirty(): boolean {
    return this.#pending.length > 0
  }

  takeBatch(): Batch | null {
    if (this.#pending.length === 0) return null
    const update = this.#pending.length === 1 ? this.#pending[0]! : Y.mergeUpdates(this.#pending)
    const batch = { update, newClients: this.#newClients, upTo: this.changes }
    this.#pending = []
    this.#newClients = []
    return batch
  }

  destroy(): void {
    this.doc.destroy()
  }
}
