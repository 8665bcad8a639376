import * as Y from 'yjs'

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
   * Takes back what the transaction wrote into a text; what it deleted stays deleted. Item by item, because looking each
   * one up by its place in the text took 22 s for a frame of 100 kB.
   */
  dropInsertions(text: Y.Text): void {
    for (let item = text._start; item !== null; item = item.right)
      if (!item.deleted && this.isNew(item)) item.delete(this.#transaction)
    forgetPlaces(text)
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
