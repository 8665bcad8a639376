import * as Y from 'yjs'
import { rootNames, type Roots } from '#shared/document/roots.ts'
import { pageOf } from './page-census.ts'

/** An entry of a root: one card, one record of the board. */
interface Entry {
  root: string
  key: string
}

/** What an update would change. */
interface Touched {
  /** Pages on which something is written. */
  written: ReadonlySet<string>
  /** Pages whose cards are commented on. */
  commented: ReadonlySet<string>
  /** Whether nothing but comments changes. */
  onlyComments: boolean
}

/**
 * Which pages an admitted update would change, found before it is applied: what is put back afterwards would be lost to
 * its writer. A card belongs to every page it lies on, and so do its comments; a shape belongs to the page it is on and
 * to the one it moves to; what lies nowhere belongs to none. Costs as much as reading the update, and is asked only
 * while a page is closed to somebody, or of somebody who may do no more than comment.
 */
export function touchedBy(update: Uint8Array, doc: Y.Doc, roots: Roots): Touched {
  return new TouchedPages(update, doc, roots).find()
}

class TouchedPages {
  readonly #doc: Y.Doc
  readonly #roots: Roots
  readonly #fresh: (Y.Item | Y.GC | Y.Skip)[]
  readonly #freshOf = new Map<number, (Y.Item | Y.GC)[]>()
  readonly #deletes: ReadonlyMap<number, { clock: number; len: number }[]>
  readonly #entries = new Map<Y.Item, Entry | null>()
  readonly #keys = new Map<Y.Item, string | null>()
  /** Parents that the update gives to shapes. */
  readonly #parents = new Map<string, string[]>()
  /** Shapes of each card, once somebody asks: five thousand comments would look through the whole board each. */
  #shapesOf: Map<string, string[]> | null = null
  /** Cards that the update gives to comments. */
  readonly #commented = new Map<string, string[]>()

  constructor(update: Uint8Array, doc: Y.Doc, roots: Roots) {
    this.#doc = doc
    this.#roots = roots
    const { structs, ds } = Y.decodeUpdate(update)
    const isFresh = ({ id, length }: Y.Item | Y.GC | Y.Skip) =>
      id.clock + length > Y.getState(doc.store, id.client)
    this.#fresh = structs.filter(isFresh)
    this.#deletes = ds.clients
    for (const struct of this.#fresh) {
      if (struct instanceof Y.Skip) continue
      const known = this.#freshOf.get(struct.id.client)
      if (known) known.push(struct)
      else this.#freshOf.set(struct.id.client, [struct])
    }
  }

  find(): Touched {
    const entries = new Map<string, Entry>()
    let onlyComments = true
    for (const item of this.#changedItems()) {
      const entry = this.#entryOf(item)
      onlyComments &&= entry?.root === 'comments'
      if (!entry) continue
      entries.set(`${entry.root} ${entry.key}`, entry)
      this.#note(item, entry)
    }
    const written = new Set<string>()
    const commented = new Set<string>()
    for (const entry of entries.values()) {
      const pages = entry.root === 'comments' ? commented : written
      for (const page of this.#pagesOf(entry)) pages.add(page)
    }
    return { written, commented, onlyComments }
  }

  *#changedItems(): Iterable<Y.Item> {
    for (const struct of this.#fresh) if (struct instanceof Y.Item) yield struct
    for (const [client, ranges] of this.#deletes) {
      const structs = this.#doc.store.clients.get(client)
      if (!structs) continue
      for (const { clock, len } of ranges) yield* livingIn(structs, clock, clock + len)
    }
  }

  /** Walks from sibling to sibling and upwards, without recursion: a long text is a chain of thousands of items. */
  #entryOf(start: Y.Item): Entry | null {
    const passed: Y.Item[] = []
    let at: Y.Item | null = start
    let found: Entry | null = null
    while (at && !found) {
      if (this.#entries.has(at)) {
        found = this.#entries.get(at) ?? null
        break
      }
      passed.push(at)
      const root = this.#rootOf(at)
      if (root !== null) found = { root, key: at.parentSub ?? '' }
      else at = this.#above(at)
    }
    for (const item of passed) this.#entries.set(item, found)
    return found
  }

  /** Name of the root that an item stands in directly; null for what stands inside of something. */
  #rootOf({ parent }: Y.Item): string | null {
    if (typeof parent === 'string') return parent
    return rootNames.find((name) => (this.#roots[name] as unknown) === parent) ?? null
  }

  /** What an item stands in, or beside where it says no more than that. */
  #above({ parent, origin, rightOrigin }: Y.Item): Y.Item | null {
    if (parent instanceof Y.ID) return this.#itemAt(parent)
    if (parent instanceof Y.AbstractType) return parent._item
    const beside = origin ?? rightOrigin
    return beside && this.#itemAt(beside)
  }

  #itemAt({ client, clock }: Y.ID): Y.Item | null {
    const isKnown = clock < Y.getState(this.#doc.store, client)
    const structs = isKnown ? this.#doc.store.clients.get(client) : this.#freshOf.get(client)
    if (!structs) return null
    const struct = isKnown ? structs[Y.findIndexSS(structs, clock)] : structAt(structs, clock)
    return struct instanceof Y.Item ? struct : null
  }

  /** The key that an item is the value of; what takes the place of another value leaves saying so to that one. */
  #keyOf(start: Y.Item): string | null {
    const passed: Y.Item[] = []
    let at: Y.Item | null = start
    while (at && at.parentSub === null && at.parent === null && !this.#keys.has(at)) {
      passed.push(at)
      at = this.#above(at)
    }
    const key = at && (this.#keys.get(at) ?? at.parentSub)
    for (const item of passed) this.#keys.set(item, key)
    return key
  }

  /** What the update says of where a shape or a comment belongs. */
  #note(item: Y.Item, { root, key }: Entry): void {
    if (item.deleted) return
    if (root === 'board') noteValue(this.#parents, key, item, () => this.#keyOf(item) === 'parentId')
    if (root === 'comments') noteValue(this.#commented, key, item, () => this.#keyOf(item) === 'artefactId')
  }

  #pagesOf({ root, key }: Entry): string[] {
    if (root === 'artefacts') return this.#pagesOfCard(key)
    if (root === 'comments') return this.#cardsOfComment(key).flatMap((card) => this.#pagesOfCard(card))
    if (root !== 'board') return []
    const then = (this.#parents.get(key) ?? []).map((parent) => pageOf(parent, this.#parentThen))
    return [pageOf(key, this.#parentThen), pageOf(key, this.#parentNow), ...then].filter(isPage)
  }

  readonly #parentNow = (id: string): unknown => this.#roots.board.get(id)?.get('parentId')
  readonly #parentThen = (id: string): unknown => this.#parents.get(id)?.at(-1) ?? this.#parentNow(id)

  #cardsOfComment(id: string): string[] {
    const known = this.#roots.comments.get(id)?.get('artefactId')
    return [...(typeof known === 'string' ? [known] : []), ...(this.#commented.get(id) ?? [])]
  }

  #pagesOfCard(artefactId: string): string[] {
    this.#shapesOf ??= shapesByCard(this.#roots.board)
    const shapes = this.#shapesOf.get(artefactId) ?? []
    return shapes.map((id) => pageOf(id, this.#parentNow)).filter(isPage)
  }
}

function shapesByCard(board: Roots['board']): Map<string, string[]> {
  const shapes = new Map<string, string[]>()
  board.forEach((record, id) => {
    const card = record.get('p.artefactId')
    if (typeof card === 'string') append(shapes, card, id)
  })
  return shapes
}

function noteValue(values: Map<string, string[]>, key: string, item: Y.Item, isMeant: () => boolean): void {
  const [value] = item.content.getContent() as unknown[]
  if (typeof value === 'string' && isMeant()) append(values, key, value)
}

function append(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

const isPage = (id: string | null): id is string => id !== null && id.startsWith('page:')

/** The struct that holds a clock, in a list ordered by clock whose first one need not be 0. */
function structAt(structs: readonly (Y.Item | Y.GC)[], clock: number): Y.Item | Y.GC | undefined {
  let low = 0
  let high = structs.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (structs[middle]!.id.clock <= clock) low = middle
    else high = middle - 1
  }
  return structs[low]
}

function* livingIn(structs: readonly (Y.Item | Y.GC)[], from: number, to: number): Iterable<Y.Item> {
  const last = structs.at(-1)
  if (!last || from >= last.id.clock + last.length) return
  for (let at = Y.findIndexSS(structs as (Y.Item | Y.GC)[], from); at < structs.length; at++) {
    const struct = structs[at]!
    if (struct.id.clock >= to) return
    if (struct instanceof Y.Item && !struct.deleted) yield struct
  }
}
