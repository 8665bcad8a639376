import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { rootsOf, type Roots } from '#shared/document/roots.ts'
import {
  CONTENT_BITS,
  CONTENT_STRING,
  GC,
  HAS_ORIGIN,
  HAS_PARENT_SUB,
  HAS_RIGHT_ORIGIN,
  type StructRun,
} from './update-scan.ts'

/** What an update takes away of what people see. */
export interface Removed {
  /** Entries of the board, items of a card's field and comments that go. */
  records: number
  /** Letters that go, in texts and with what holds them. */
  letters: number
  /** Ids of what stays and is not what it was: moved, put elsewhere, turned into something else, without a link or tag. */
  entries: ReadonlySet<string>
}

const none: ReadonlySet<string> = new Set()
const nothing: Removed = { records: 0, letters: 0, entries: none }

/**
 * Counts what an update would take away, before it is applied. Only what is named in an update is counted by Yjs itself:
 * what is inside of a deleted type goes with it without a word, and a value goes by another one being written over it.
 * Costs as much as reading the new structs, and walking through what is deleted.
 */
export class TakenAway {
  /** What is not deleted yet of what the update deletes, and in how many ranges. */
  items = 0
  ranges = 0
  readonly #doc: Y.Doc
  readonly #roots: Roots
  /** Types that go as a whole. */
  readonly #whole = new Set<Y.Item>()
  readonly #letters: [text: Y.Item, count: number][] = []
  #entries: Set<string> | null = null

  constructor(doc: Y.Doc) {
    this.#doc = doc
    this.#roots = rootsOf(doc)
  }

  /**
   * Deletions as `scanUpdate` lists them. An offline replica's sync step names every deletion there ever was, which may
   * be hundreds of thousands, and none of them costs anything.
   */
  delete(deletes: readonly number[]): void {
    for (let i = 0; i < deletes.length; i += 3) {
      const before = this.items
      this.#deleteRange(deletes[i]!, deletes[i + 1]!, deletes[i + 1]! + deletes[i + 2]!)
      if (this.items > before) this.ranges++
    }
  }

  #deleteRange(client: number, clock: number, end: number): void {
    const known = Y.getState(this.#doc.store, client)
    // Deletions of structs that arrive in the same update
    this.items += Math.max(0, end - Math.max(known, clock))
    const structs = this.#doc.store.clients.get(client)
    if (!structs || clock >= known) return
    for (let at = Y.findIndexSS(structs, clock); at < structs.length; at++) {
      const struct = structs[at]!
      if (struct.id.clock >= end) break
      if (struct.deleted || struct instanceof Y.Item === false) continue
      const length = Math.min(end, struct.id.clock + struct.length) - Math.max(clock, struct.id.clock)
      this.items += length
      this.#goes(struct, length)
    }
  }

  /** Values that new structs are written over. */
  write(update: Uint8Array, runs: readonly StructRun[]): void {
    const decoder = decoding.createDecoder(update)
    for (const { client, clocks, bytesAt, end } of runs) {
      const known = Y.getState(this.#doc.store, client)
      for (let at = 0; at < clocks.length; at++) {
        const content = update[bytesAt[at]!]! & CONTENT_BITS
        // What is typed is written over nothing
        if (content === CONTENT_STRING || content === GC || (clocks[at + 1] ?? end) <= known) continue
        decoder.pos = bytesAt[at]!
        const former = this.#under(decoder)
        if (former && !former.deleted && former.parentSub !== null) this.#goes(former, former.length)
      }
    }
  }

  /** The value in whose place a struct is written. */
  #under(decoder: decoding.Decoder): Y.Item | null {
    const info = decoding.readUint8(decoder)
    if (info & HAS_ORIGIN) return this.#itemAt(decoding.readVarUint(decoder), decoding.readVarUint(decoder))
    if (info & HAS_RIGHT_ORIGIN || !(info & HAS_PARENT_SUB)) return null
    const parent =
      decoding.readVarUint(decoder) === 1
        ? this.#doc.share.get(decoding.readVarString(decoder))
        : typeOf(this.#itemAt(decoding.readVarUint(decoder), decoding.readVarUint(decoder)))
    return parent?._map.get(decoding.readVarString(decoder)) ?? null
  }

  #itemAt(client: number, clock: number): Y.Item | null {
    if (clock >= Y.getState(this.#doc.store, client)) return null
    const struct: Y.Item | Y.GC = Y.getItem(this.#doc.store, Y.createID(client, clock))
    return struct instanceof Y.Item ? struct : null
  }

  #goes(item: Y.Item, length: number): void {
    if (item.content instanceof Y.ContentString) this.#letters.push([item, length])
    if (item.content instanceof Y.ContentType) this.#whole.add(item)
    if (item.parentSub === null) return
    const entry = entryOf(item)
    if (entry !== null) (this.#entries ??= new Set()).add(entry)
  }

  get removed(): Removed {
    if (this.#letters.length + this.#whole.size === 0 && this.#entries === null) return nothing
    const total = { records: 0, letters: 0, entries: this.#entries ?? none }
    for (const [item, count] of this.#letters) if (!this.#goesWithOthers(item)) total.letters += count
    for (const item of this.#whole) if (!this.#goesWithOthers(item)) this.#addWhole(total, item)
    return total
  }

  /** Whether something that it stands in goes as a whole. */
  #goesWithOthers(item: Y.Item): boolean {
    if (this.#whole.size === 0) return false
    for (let at = holderOf(item); at; at = holderOf(at)) if (this.#whole.has(at)) return true
    return false
  }

  #addWhole(total: { records: number; letters: number }, whole: Y.Item): void {
    const open = [whole]
    for (let item = open.pop(); item; item = open.pop()) {
      if (item.deleted) continue
      if (item.content instanceof Y.ContentString) total.letters += item.length
      const type = typeOf(item)
      if (!type) continue
      if (this.#isRecord(item)) total.records++
      for (let at = type._start; at; at = at.right) open.push(at)
      for (const value of type._map.values()) open.push(value)
    }
  }

  /** On the board, a comment, or an item of a card's field, which stands in a map in a card. */
  #isRecord({ parent }: Y.Item): boolean {
    const { artefacts, board, comments } = this.#roots
    if (parent === (board as unknown) || parent === (comments as unknown)) return true
    if (parent instanceof Y.Map === false) return false
    const card = parent._item?.parentSub?.startsWith('f.') ? parent._item.parent : null
    return card instanceof Y.Map && card._item?.parent === (artefacts as unknown)
  }
}

/** Key in a root of what an item is part of. */
function entryOf(item: Y.Item): string | null {
  let at = item
  for (let holder = holderOf(at); holder; holder = holderOf(at)) at = holder
  return at.parentSub
}

const holderOf = ({ parent }: Y.Item): Y.Item | null =>
  parent instanceof Y.AbstractType ? parent._item : null

function typeOf(item: Y.Item | null): Y.AbstractType<unknown> | null {
  return item?.content instanceof Y.ContentType ? (item.content.type as Y.AbstractType<unknown>) : null
}
