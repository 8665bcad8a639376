import * as Y from 'yjs'
import { isId } from '#shared/base/ids.ts'
import { recordFault, unflattenRecord } from '#shared/document/board-record.ts'
import {
  isArtefactEntry,
  isBoundedValue,
  isItemEntry,
  isMarkEntry,
  isRecordEntry,
  isSettled,
  maxCharsOf,
  maxItemCharsOf,
  maxItemsOf,
} from '#shared/document/correction-rules.ts'
import type { Roots } from '#shared/document/roots.ts'
import type { Member } from '#server/ports/people-store.ts'
import type { PageCensus } from './page-census.ts'
import { PageLimit } from './page-limit.ts'
import { Past } from './past-values.ts'

/** Who made the change. */
export interface Author extends Pick<Member, 'id' | 'name' | 'organisation'> {
  /** What `may` says of them in this room. */
  rights: { arrangePages: boolean; writeForOthers: boolean }
}

type Entries = Y.Map<unknown>

/** What a board record is, as long as it is. */
const recordIdentity: ReadonlySet<string> = new Set(['id', 'typeName', 'type'])

/**
 * Looks at what an update changed and puts back what nobody may change, inside the same transaction. Invariants
 * (cited by the tests):
 * 1. `meta` is the server's.
 * 2. An artefact never disappears, and what is settled at its creation (authorship, time, transcript, source) stays.
 * 3. Who writes under a name writes under their own.
 * 4. A board record has a sound structure and its own id; pages are the moderators'.
 * 5. A page gets no more shapes than canvases can show (`PageLimit`).
 * 6. Every other entry of the same update is left as it is.
 * Costs a few microseconds per changed entry and nothing per entry of the document.
 */
export function correct(
  transaction: Y.Transaction,
  roots: Roots,
  author: Author,
  census: PageCensus,
): Correction {
  const corrector = new Corrector(transaction, roots, author, census)
  // Corrections are changes of the same transaction: look at what the member changed, not at those
  for (const [type, keys] of [...transaction.changed])
    corrector.check(type as Y.AbstractType<unknown>, [...keys])
  const tooMany = corrector.pages.enforce()
  return { corrected: corrector.corrected || tooMany > 0, tooMany }
}

export interface Correction {
  corrected: boolean
  /** Shapes taken back because their page is full. */
  tooMany: number
}

class Corrector {
  corrected = false
  readonly pages: PageLimit
  readonly #past: Past
  readonly #roots: Roots
  readonly #author: Author

  constructor(transaction: Y.Transaction, roots: Roots, author: Author, census: PageCensus) {
    this.#past = new Past(transaction)
    this.pages = new PageLimit(roots, this.#past, census)
    this.#roots = roots
    this.#author = author
  }

  check(type: Y.AbstractType<unknown>, keys: (string | null)[]): void {
    // Inside something that the same update deleted: nobody will see it
    if (type._item?.deleted) return
    if (type instanceof Y.Text) return this.#checkText(type)
    if (!(type instanceof Y.Map)) return
    const map = type as Entries
    const entries = keys.filter((key) => key !== null)
    if (map._item?.parent === this.#roots.board) return this.#checkRecordEntries(map, entries)
    for (const key of entries) this.#checkEntry(map, key)
  }

  #checkEntry(map: Entries, key: string): void {
    const { artefacts, board, comments, meta } = this.#roots
    if (map === (meta as unknown)) return this.#putBack(map, key)
    if (map === (artefacts as unknown)) return this.#checkArtefact(map, key)
    if (map === (board as unknown)) return this.#checkRecord(key)
    if (map === (comments as unknown))
      return this.#keepIf(map.get(key) instanceof Y.Map || !map.has(key), map, key)
    const parent = map._item?.parent
    if (parent === artefacts) return this.#checkArtefactEntry(map, key)
    if (parent === comments)
      return this.#keepIf(isBoundedValue(map.get(key)) || map.get(key) instanceof Y.Text, map, key)
    const items = isArtefact(map._item?.parent, artefacts) && isFieldKey(map._item?.parentSub) ? map : null
    if (items) return this.#checkItem(items, key)
    const holder = map._item?.parent
    if (
      holder instanceof Y.Map &&
      isArtefact(holder._item?.parent, artefacts) &&
      isFieldKey(holder._item?.parentSub)
    )
      return this.#checkItemEntry(holder as Entries, map, key)
    return this.#checkMark(map, key)
  }

  /** Items come and go as a whole; while they are there they stay the same ones. */
  #checkItem(items: Entries, id: string): void {
    if (!items.has(id)) return
    const [item, before] = [items.get(id), this.#past.valueOf(items, id)]
    const tooMany = before === undefined && items.size > maxItemsOf(kindAround(items), fieldOf(items))
    const isOther = before !== undefined && before !== item
    if (tooMany || isOther || !isId(id) || !(item instanceof Y.Map)) return this.#putBack(items, id)
    for (const key of [...(item as Entries).keys()]) this.#checkItemEntry(items, item as Entries, key)
  }

  #checkItemEntry(items: Entries, item: Entries, key: string): void {
    const [value, before] = [item.get(key), this.#past.valueOf(item, key)]
    if (!item.has(key)) return this.#keepIf(key === 'place' || key === 'cell', item, key)
    const isOther = before instanceof Y.Text && before !== value
    if (isOther || !isItemEntry(kindAround(items), fieldOf(items), key, value))
      return this.#putBack(item, key)
    if (value instanceof Y.Text) this.#checkText(value)
  }

  #checkArtefact(artefacts: Entries, id: string): void {
    const artefact = artefacts.get(id)
    const before = this.#past.valueOf(artefacts, id)
    if (before !== undefined && before !== artefact) return this.#putBack(artefacts, id)
    if (!isId(id) || !(artefact instanceof Y.Map)) return this.#putBack(artefacts, id)
    for (const key of [...(artefact as Entries).keys()]) this.#checkArtefactEntry(artefact as Entries, key)
  }

  #checkArtefactEntry(artefact: Entries, key: string): void {
    const before = this.#past.valueOf(artefact, key)
    const value = artefact.get(key)
    const kind = artefact.get('kind')
    if (before !== undefined && !artefact.has(key)) return this.#putBack(artefact, key)
    if (isSettled(kind, key, before) && before !== value) return this.#putBack(artefact, key)
    if (!isArtefactEntry(kind, key, value)) return this.#putBack(artefact, key)
    if (key === 'authorship') this.#checkName(artefact)
    if (value instanceof Y.Text) this.#checkText(value)
    if (!(value instanceof Y.Map)) return
    const inner = value as Entries
    for (const one of [...inner.keys()])
      if (isFieldKey(key)) this.#checkItem(inner, one)
      else this.#checkMark(inner, one)
  }

  #checkName(artefact: Entries): void {
    const authorship = artefact.get('authorship') as { as: string; memberId?: string }
    const { id: memberId, name, organisation, rights } = this.#author
    if (authorship.as !== 'named' || authorship.memberId === memberId || rights.writeForOthers) return
    artefact.set('authorship', { as: 'named', memberId, name, organisation })
    this.corrected = true
  }

  #checkMark(map: Entries, key: string): void {
    const holder = map._item?.parentSub
    const isMarks = holder === 'tags' || holder === 'links'
    this.#keepIf(!map.has(key) || (isMarks && isMarkEntry(holder, key, map.get(key))), map, key)
  }

  #checkText(text: Y.Text): void {
    if (text.length <= this.#roomIn(text)) return
    this.#past.dropInsertions(text)
    this.corrected = true
  }

  #roomIn(text: Y.Text): number {
    const key = text._item?.parentSub ?? ''
    const around = text._item?.parent
    if (!(around instanceof Y.Map)) return maxCharsOf(null, key)
    if (isArtefact(around, this.#roots.artefacts)) return maxCharsOf((around as Entries).get('kind'), key)
    const items = around._item?.parent
    if (!(items instanceof Y.Map)) return maxCharsOf(null, key)
    return maxItemCharsOf(kindAround(items as Entries), fieldOf(items as Entries), key)
  }

  #checkRecord(id: string): void {
    const board = this.#roots.board as unknown as Entries
    const record = board.get(id)
    if (id.startsWith('page:') && !this.#author.rights.arrangePages) return this.#putBack(board, id)
    const isSound =
      record instanceof Y.Map && this.#faultOf(record as Entries, id) === null && !this.pages.isLost(id)
    if (record !== undefined) this.#keepIf(isSound, board, id)
    this.pages.recordChanged(id)
  }

  #checkRecordEntries(record: Entries, keys: string[]): void {
    const id = record._item?.parentSub ?? ''
    const isForeignPage = id.startsWith('page:') && !this.#author.rights.arrangePages
    for (const key of keys) {
      const isIdentity = recordIdentity.has(key) && this.#past.valueOf(record, key) !== undefined
      if (isForeignPage || isIdentity || !isRecordEntry(key, record.get(key))) this.#putBack(record, key)
      else if (key === 'parentId') this.#checkParent(record, id)
    }
  }

  #checkParent(record: Entries, id: string): void {
    // Two people who put two groups into each other at once would hang every canvas
    if (this.pages.isLost(id)) this.#putBack(record, 'parentId')
    else this.pages.parentChanged(id)
  }

  #faultOf(record: Entries, id: string): string | null {
    for (const value of record.values()) if (!isBoundedValue(value)) return 'value too large or not plain'
    return recordFault(id, unflattenRecord(record))
  }

  #keepIf(allowed: boolean, map: Entries, key: string): void {
    if (!allowed) this.#putBack(map, key)
  }

  #putBack(map: Entries, key: string): void {
    this.#past.restore(map, key)
    this.corrected = true
  }
}

const isFieldKey = (key: string | null | undefined) => key?.startsWith('f.') === true

const isArtefact = (type: unknown, artefacts: unknown) =>
  type instanceof Y.Map && type._item?.parent === artefacts

/** Kind of the card whose field holds these items. */
function kindAround(items: Entries): unknown {
  const artefact = items._item?.parent
  return artefact instanceof Y.Map ? (artefact as Entries).get('kind') : null
}

const fieldOf = (items: Entries) => items._item?.parentSub ?? ''
