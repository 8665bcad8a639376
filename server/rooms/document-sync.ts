import { randomInt } from 'node:crypto'
import * as Y from 'yjs'
import type { MemberId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import { accepted, refused, type Result } from '#shared/base/result.ts'
import { rootsOf, type Roots } from '#shared/document/roots.ts'
import type { ErrorCode } from '#shared/errors/catalogue.ts'
import type { StoredDocument } from '#server/ports/update-log.ts'
import { admitUpdate, type AdmittedUpdate } from './admission.ts'
import type { Removed } from './taken-away.ts'
import { AnswerCache, EMPTY_STATE_VECTOR } from './answer-cache.ts'
import type { Author } from './author.ts'
import { BoardLocks, LockCheck } from './board-locks.ts'
import { correct, type Correction } from './corrections.ts'
import { SERVER_MEMBER, ClientBindings } from './client-bindings.ts'
import { PageCensus } from './page-census.ts'
import { NarrowTransactions } from './narrow-transaction.ts'
import { readInTurns } from './reading-in-turns.ts'
import type { AsideChange } from './set-aside.ts'
import { touchedBy } from './touched-pages.ts'
import { Uncommitted, type Batch } from './uncommitted.ts'

/** What became of an update that was taken. */
interface Submitted extends Omit<Correction, 'corrected'> {
  /** Number of the change whose commit makes the update durable. */
  awaits: number
}

/** Client ids of Yjs have 32 bits. */
const MAX_CLIENT = 2 ** 32 - 1

/** A document as it is at this moment. */
export interface StateBefore {
  state: Uint8Array
  roots: Roots
}

interface DocumentWatch {
  /** Called before somebody takes something away; may take the whole document, then and not later. */
  onRemoval: (removed: Removed, before: () => StateBefore, author: Author) => void
  /** Called once, when the document can no longer be trusted; with the author of the change that did it, if any. */
  onBroken: (cause: Error, author: Author | null) => void
}

/** What of writing and commenting is closed to somebody who may write or comment as such. */
export interface Closed {
  /** Pages on which they may not write. */
  writing: ReadonlySet<string>
  /** Pages whose cards they may not comment on. */
  comments: ReadonlySet<string>
  /** They may comment, though they may not write. */
  mayComment: boolean
}

const untouched: Correction = {
  corrected: false,
  tooMany: 0,
  wasLocked: false,
  wasReleased: false,
  taken: [],
}
const nothingClosed: Closed = { writing: new Set(), comments: new Set(), mayComment: false }

const unwatched: DocumentWatch = { onRemoval: () => undefined, onBroken: () => undefined }

/**
 * The live document of a room and the way into it. Invariants (cited by the tests):
 * 1. Every change of the document goes into exactly one batch, in order, whoever made it.
 * 2. An update is applied as a whole or not at all, and its correction happens in the same transaction: peers and log
 *    see the change together with its correction.
 * 3. Who may not write can only send what the document knows already; who may comment can send comments, too.
 * 4. After an exception inside of it the document takes, answers and tells nothing any more: Yjs may have stopped in the
 *    middle of a change, or never end its transaction. What was changed before stays to be committed.
 */
export class DocumentSync {
  readonly doc: Y.Doc
  readonly roots: Roots
  readonly bindings: ClientBindings
  readonly #uncommitted = new Uncommitted()
  /** What Yjs told of the change that is being made. */
  #told: Uint8Array[] = []
  readonly #answers = new AnswerCache()
  readonly #census: PageCensus
  readonly #locks: BoardLocks
  readonly #transactions: NarrowTransactions
  readonly #watch: DocumentWatch
  readonly #maxBytes: number
  /** What the document weighs as an update, or more. */
  #bytes: number
  #mayWeighLess = true
  #isBroken = false
  #isOwnClientKept = false

  private constructor({ clients, updates }: StoredDocument, watch: DocumentWatch, maxBytes: number) {
    this.#watch = watch
    this.#maxBytes = maxBytes
    this.#bytes = updates.reduce((sum, { length }) => sum + length, 0)
    this.doc = new Y.Doc()
    this.#transactions = new NarrowTransactions(this.doc)
    this.roots = rootsOf(this.doc)
    this.#census = new PageCensus(this.roots.board)
    this.#locks = new BoardLocks(this.roots.board)
    this.bindings = new ClientBindings(clients)
  }

  /**
   * The document as it is stored. Other rooms get their turn while a big one is read.
   * @throws Error when what is stored cannot be read completely
   */
  static async open(
    stored: StoredDocument,
    watch: DocumentWatch = unwatched,
    maxBytes: number = limits.maxDocumentBytes,
  ): Promise<DocumentSync> {
    const sync = new DocumentSync(stored, watch, maxBytes)
    await readInTurns(stored.updates, sync.doc)
    if (stored.updates.length === 1) sync.#answers.seed(stored.updates[0]!)
    sync.#reserveOwnClient()
    sync.doc.on('update', (update: Uint8Array) => sync.#told.push(update))
    return sync
  }

  /**
   * The id under which the server itself writes is its own before anybody else can claim it. It is stored with the first
   * change that is made under it.
   */
  #reserveOwnClient(): void {
    while (this.knows(this.doc.clientID)) this.doc.clientID = randomInt(MAX_CLIENT + 1)
    this.bindings.bind(this.doc.clientID, SERVER_MEMBER)
  }

  #writeAsServer(): void {
    if (this.#isOwnClientKept) return
    this.#isOwnClientKept = true
    this.#uncommitted.bind(this.doc.clientID, SERVER_MEMBER)
  }

  get isBroken(): boolean {
    return this.#isBroken
  }

  /** Number of the last change; what is known now is durable once that one is. */
  get changes(): number {
    return this.#uncommitted.last
  }

  /**
   * Takes a member's update, or says why not; then nothing has happened. `writing` is why this member may not write at
   * all, `closed` what else they may not.
   * @throws Error when the document broke
   */
  submit(
    update: Uint8Array,
    author: Author,
    writing: ErrorCode | null,
    closed: Closed = nothingClosed,
  ): Result<Submitted, ErrorCode> {
    this.#requireWhole()
    const admission = admitUpdate(update, this.doc, author.id, this.bindings, writing, closed.mayComment)
    if (!admission.ok) return admission
    const admitted = admission.value
    if (admitted.changesNothing) return accepted({ ...untouched, awaits: this.changes })
    const obstacle = this.#obstacle(admitted.update, writing, closed)
    if (obstacle) return refused(obstacle)
    if (admitted.writers.length > 0 && this.#isFull()) return refused('room_full')
    const { removed } = admitted
    const takesAway = removed.records + removed.letters + removed.entries.size > 0
    if (takesAway) this.#watch.onRemoval(removed, () => this.#stateNow(), author)
    for (const client of admitted.newClients) this.#bind(client, author.id)
    let outcome = untouched
    this.#mayWeighLess ||= takesAway
    const awaits = this.#change(author, () => {
      outcome = this.#apply(admitted, author)
      if (this.#told.length === 0) throw new Error('a change was made and nobody told')
    })
    return accepted({ ...outcome, awaits })
  }

  /** Is stored together with the change that was taken last. */
  setAside(change: AsideChange): void {
    this.#uncommitted.setAside(change)
  }

  /**
   * A change that a member asked for elsewhere than at their board, in their name: made on a copy, then taken like any
   * update of theirs. Costs what copying the document costs. @throws Error when the document broke
   */
  submitFor(
    author: Author,
    writing: ErrorCode | null,
    by: (roots: Roots) => void,
    closed?: Closed,
  ): Result<Submitted, ErrorCode> {
    this.#requireWhole()
    const copy = new Y.Doc()
    for (const update of this.whole()) Y.applyUpdate(copy, update)
    while (this.knows(copy.clientID)) copy.clientID = randomInt(MAX_CLIENT + 1)
    const told: Uint8Array[] = []
    copy.on('update', (update: Uint8Array) => told.push(update))
    copy.transact(() => by(rootsOf(copy)))
    copy.destroy()
    return told.length === 0
      ? accepted({ ...untouched, awaits: this.changes })
      : this.submit(Y.mergeUpdates(told), author, writing, closed)
  }

  #stateNow(): StateBefore {
    return { state: Y.encodeStateAsUpdate(this.doc), roots: this.roots }
  }

  /**
   * Whether the document is as large as one may be. What it weighs is counted anew only when it may be too much, and then
   * not again before something was taken away.
   */
  #isFull(): boolean {
    if (this.#bytes < this.#maxBytes) return false
    if (this.#mayWeighLess) {
      this.#bytes = Y.encodeStateAsUpdate(this.doc).length
      this.#mayWeighLess = false
    }
    return this.#bytes >= this.#maxBytes
  }

  #obstacle(update: Uint8Array, writing: ErrorCode | null, { writing: pages, comments }: Closed) {
    if (writing === null && pages.size === 0 && comments.size === 0) return null
    const touched = touchedBy(update, this.doc, this.roots)
    if (writing !== null && !touched.onlyComments) return writing
    const isClosed =
      [...touched.written].some((page) => pages.has(page)) ||
      [...touched.commented].some((page) => comments.has(page))
    return isClosed ? ('page_closed' as const) : null
  }

  #apply({ update, writers, ends }: AdmittedUpdate, author: Author): Correction {
    let outcome = untouched
    const locks = author.rights.arrangePages
      ? LockCheck.none(this.roots)
      : new LockCheck(this.roots, this.#locks.now())
    const done = this.#transactions.run(writers, (transaction) => {
      Y.applyUpdate(this.doc, update)
      // Else Yjs takes the server's own corrections for another client's and changes the server's client id
      transaction.local = true
      outcome = correct(transaction, this.roots, author, this.#census, locks)
      this.#locks.changed(transaction)
      if (outcome.corrected) this.#writeAsServer()
    })
    // What Yjs told is made of these states
    const isWhole = writers.every((client, at) => (done.afterState.get(client) ?? 0) >= ends[at]!)
    const { pendingStructs, pendingDs } = this.doc.store
    if (!isWhole || pendingStructs !== null || pendingDs !== null)
      throw new Error('an admitted update was applied in part')
    return outcome
  }

  /**
   * A change of the server's own that is stored already, under a client id that nobody wrote under before; stored once
   * more it changes nothing. @throws Error when the document broke
   */
  adopt(update: Uint8Array, client: number): void {
    this.#requireWhole()
    this.#bind(client, SERVER_MEMBER)
    this.#census.forget()
    this.#locks.forget()
    this.#change(null, () => Y.applyUpdate(this.doc, update))
  }

  /** Whether somebody may have written under a client id. */
  knows(client: number): boolean {
    return this.bindings.holderOf(client) !== null || Y.getState(this.doc.store, client) > 0
  }

  /** A change of the server's own. @throws Error when the document broke */
  change(by: (roots: Roots) => void): void {
    this.#requireWhole()
    this.#writeAsServer()
    this.#census.forget()
    this.#locks.forget()
    this.#change(null, () => this.doc.transact(() => by(this.roots)))
  }

  /** Makes a change and answers its number, which it has only once Yjs has told of it. */
  #change(author: Author | null, make: () => void): number {
    const before = this.#uncommitted.last
    this.#told = []
    try {
      make()
      for (const update of this.#told) {
        this.#bytes += update.length
        this.#answers.record(update)
        this.#uncommitted.add(update)
      }
      if (this.#uncommitted.last !== before + this.#told.length) throw new Error('a change was not kept')
    } catch (error) {
      throw this.#break(error, author)
    }
    return this.#uncommitted.last
  }

  #break(error: unknown, author: Author | null): Error {
    const cause = error instanceof Error ? error : new Error(String(error))
    this.#isBroken = true
    this.#watch.onBroken(cause, author)
    return cause
  }

  #requireWhole(): void {
    if (this.#isBroken) throw new Error('the document broke and is not used any more')
  }

  #bind(client: number, memberId: MemberId): void {
    if (this.bindings.holderOf(client) !== null) return
    this.bindings.bind(client, memberId)
    this.#uncommitted.bind(client, memberId)
  }

  /** Updates that build the present document. @throws Error when the document broke */
  whole(): Uint8Array[] {
    return this.#encoded(EMPTY_STATE_VECTOR)
  }

  /**
   * Updates that bring a replica up to date; null for a state vector that cannot be read.
   * @throws Error when the document broke
   */
  answer(stateVector: Uint8Array): Uint8Array[] | null {
    try {
      Y.decodeStateVector(stateVector)
    } catch {
      // It ends early
      return null
    }
    return this.#encoded(stateVector)
  }

  #encoded(stateVector: Uint8Array): Uint8Array[] {
    this.#requireWhole()
    try {
      return this.#answers.answer(stateVector, this.doc)
    } catch (error) {
      throw this.#break(error, null)
    }
  }

  /**
   * State vector of a replica that has every change before this batch and none after; the batch must be the last one
   * taken. Deletions need no counting: an answer names them all.
   */
  stateVectorBefore(update: Uint8Array): Uint8Array {
    const clocks = Y.decodeStateVector(Y.encodeStateVector(this.doc))
    for (const unsent of [update, ...this.#uncommitted.updates])
      for (const [client, from] of Y.parseUpdateMeta(unsent).from)
        clocks.set(client, Math.min(from, clocks.get(client) ?? 0))
    return Y.encodeStateVector(clocks)
  }

  get isDirty(): boolean {
    return this.#uncommitted.updates.length > 0
  }

  /** @throws Error when the changes cannot be merged; the room is to be given up then */
  takeBatch(): Batch | null {
    return this.#uncommitted.take()
  }

  destroy(): void {
    this.doc.destroy()
  }
}
