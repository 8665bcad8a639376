import * as Y from 'yjs'
import { cutBetweenCharacters, withoutControls } from '#shared/base/visible-text.ts'

/**
 * What a document held before the running transaction. Yjs still has it until the transaction is cleaned up: replaced
 * and deleted items are only collected afterwards.
 */
export class Past {
  readonly #transaction: Y.Transaction
  #deletions: ReturnType<typeof Y.mergeDeleteSets> | null = null

  constructor(transaction: Y.Transaction) {
    this.#transaction = transaction
  }

  /** Value of a map entry before the transaction; undefined where there was none. A type is the dead or living one. */
  valueOf(map: Y.Map<unknown>, key: string): unknown {
    const item = this.#itemOf(map, key)
    return item ? contentOf(item) : undefined
  }

  /** Puts a map entry back to what it held before; deleted types come back as copies of what they were. */
  restore(map: Y.Map<unknown>, key: string): void {
    const item = this.#itemOf(map, key)
    if (!item) map.delete(key)
    else if (item !== map._map.get(key) || item.deleted) map.set(key, this.#copy(contentOf(item)))
  }

  /**
   * Makes a text that has outgrown its room fit again: what was inserted is cut at its end; where it was to stand in place
   * of other words, those are there again, because half of it is in place of nothing. Answers whether anything was taken
   * out: a text that was too long before may become shorter.
   * @param undoing called before everything that was written is taken out
   */
  fit(text: Y.Text, roomChars: number, undoing?: () => void): boolean {
    const excess = text.length - roomChars
    if (excess <= 0 || !this.#hasGained(text)) return false
    if (this.#hasLost(text)) {
      undoing?.()
      this.restoreText(text)
    } else this.#cutInsertions(text, excess)
    return true
  }

  /**
   * Takes control characters, which no file can hold, out of letters that the transaction wrote; what then stands there
   * is the server's. By its neighbours and not by its place: looking places up takes seconds where a frame holds many.
   */
  dropControls(item: Y.Item, letters: Y.ContentString): boolean {
    const plain = withoutControls(letters.str)
    if (plain === letters.str) return false
    const { store, clientID } = this.#transaction.doc
    const { parent, right, lastId } = item
    item.delete(this.#transaction)
    if (parent instanceof Y.Text) forgetPlaces(parent)
    if (plain === '') return true
    const id = Y.createID(clientID, Y.getState(store, clientID))
    const content = new Y.ContentString(plain)
    new Y.Item(id, item, lastId, right, right?.id ?? null, parent, null, content).integrate(
      this.#transaction,
      0,
    )
    return true
  }

  /** Whether a text says something else than before the transaction. */
  saysOther(text: Y.Text): boolean {
    return this.#wordsOf(text) !== text.toString()
  }

  #hasGained(text: Y.Text): boolean {
    for (let item = text._start; item !== null; item = item.right)
      if (!item.deleted && this.isNew(item)) return true
    return false
  }

  #hasLost(text: Y.Text): boolean {
    for (let item = text._start; item !== null; item = item.right)
      if (item.deleted && this.#wasAlive(item)) return true
    return false
  }

  /** Item by item, because looking each one up by its place in the text took 22 s for a frame of 100 kB. */
  #cutInsertions(text: Y.Text, excess: number): void {
    const inserted: Y.Item[] = []
    for (let item = text._start; item !== null; item = item.right)
      if (!item.deleted && this.isNew(item)) inserted.push(item)
    let left = excess
    for (let item = inserted.pop(); item && left > 0; item = inserted.pop()) {
      if (item.length > left) return this.#cutInside(text, item, left)
      left -= item.length
      item.delete(this.#transaction)
    }
    forgetPlaces(text)
  }

  #cutInside(text: Y.Text, item: Y.Item, chars: number): void {
    forgetPlaces(text)
    const { str } = item.content as Y.ContentString
    const kept = cutBetweenCharacters(str, item.length - chars).length
    let start = 0
    for (let before = item.left; before !== null; before = before.left)
      if (!before.deleted && before.countable) start += before.length
    text.delete(start + kept, item.length - kept)
  }

  /** Makes a text say again what it said before the transaction, all of it. */
  restoreText(text: Y.Text): void {
    const before = this.#wordsOf(text)
    text.delete(0, text.length)
    text.insert(0, before)
  }

  /** Whether the transaction has put it in. */
  isNew({ id }: Y.Item): boolean {
    return id.clock >= (this.#transaction.beforeState.get(id.client) ?? 0)
  }

  #itemOf(map: Y.Map<unknown>, key: string): Y.Item | null {
    let item = map._map.get(key) ?? null
    while (item && this.isNew(item)) item = item.left
    return item && this.#wasAlive(item) ? item : null
  }

  #wasAlive(item: Y.Item): boolean {
    return !this.isNew(item) && (!item.deleted || this.#diedNow(item))
  }

  /** Yjs sorts a transaction's delete set at its end only, and finds nothing in an unsorted one. */
  #diedNow(item: Y.Item): boolean {
    this.#deletions ??= Y.mergeDeleteSets([this.#transaction.deleteSet])
    return Y.isDeleted(this.#deletions, item.id)
  }

  #copy(value: unknown): unknown {
    if (value instanceof Y.Map) return this.#copyMap(value as Y.Map<unknown>)
    if (value instanceof Y.Text) return this.#copyText(value)
    return value
  }

  #copyMap(map: Y.Map<unknown>): Y.Map<unknown> {
    const copy = new Y.Map<unknown>()
    for (const key of map._map.keys()) {
      const value = this.valueOf(map, key)
      if (value !== undefined) copy.set(key, this.#copy(value))
    }
    return copy
  }

  #copyText(text: Y.Text): Y.Text {
    return new Y.Text(this.#wordsOf(text))
  }

  #wordsOf(text: Y.Text): string {
    let content = ''
    for (let item = text._start; item !== null; item = item.right) {
      if (this.#wasAlive(item) && item.content instanceof Y.ContentString) content += item.content.str
    }
    return content
  }
}

/** Yjs remembers where places of a text are, which no longer holds. */
function forgetPlaces(text: Y.Text): void {
  if (text._searchMarker) text._searchMarker.length = 0
}

function contentOf(item: Y.Item): unknown {
  return item.content.getContent()[item.length - 1] as unknown
}

/** What a transaction has put into the document so far. */
export function newItemsOf({ doc, beforeState }: Y.Transaction): Y.Item[] {
  const items: Y.Item[] = []
  doc.store.clients.forEach((structs, client) => {
    const from = beforeState.get(client) ?? 0
    for (let at = structs.length - 1; at >= 0 && structs[at]!.id.clock >= from; at--) {
      const struct = structs[at]!
      if (struct instanceof Y.Item) items.push(struct)
    }
  })
  return items
}
