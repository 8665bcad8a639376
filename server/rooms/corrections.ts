import * as Y from 'yjs'
import { isId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import type { Authorship } from '#shared/document/authorship.ts'
import { recordFault, sameJson, unflattenRecord } from '#shared/document/board-record.ts'
import { CLEARANCE, mayClearUnreleased } from '#shared/document/clearance.ts'
import {
  isArtefactEntry,
  fitsKind,
  isBoundedValue,
  isClosing,
  isHeavy,
  isItemEntry,
  isMarkEntry,
  isRecordEntry,
  isSettled,
  isSettledInItem,
  maxItemsOf,
  mayTurn,
  plainAuthorship,
} from '#shared/document/correction-rules.ts'
import { isPartOfPage } from '#shared/document/fields.ts'
import { HOME } from '#shared/document/home.ts'
import { LOCK } from '#shared/document/locks.ts'
import { closedByRewriting, unreleased } from '#shared/document/release-rules.ts'
import type { Roots } from '#shared/document/roots.ts'
import { ownAuthorship, type Author } from './author.ts'
import type { LockCheck } from './board-locks.ts'
import { CommentCorrections } from './comment-corrections.ts'
import { Loads } from './loads.ts'
import type { PageCensus } from './page-census.ts'
import { PageLimit } from './page-limit.ts'
import { newItemsOf, Past } from './past-values.ts'
import { fieldOf, isArtefact, kindAround, roomIn } from './text-room.ts'
import { TakenBack, type TakenWords } from './taken-words.ts'

type Entries = Y.Map<unknown>

/** What a board record is, as long as it is. */
const recordIdentity: ReadonlySet<string> = new Set(['id', 'typeName', 'type'])
/** The moderation's: a lock, and the canvas's own, which would stop the moderation as well. */
const lockEntries: ReadonlySet<string> = new Set([LOCK, 'isLocked'])

/**
 * Looks at what an update changed and puts back what nobody may change, inside the same transaction, so that what was
 * touched equals its normal form afterwards: nothing stands where no reader would find it, and every entry is what
 * `correction-rules.ts` allows. Invariants (cited by the tests):
 * 1. `meta` is the server's.
 * 2. An artefact never disappears, and what is settled at its creation (authorship, time, transcript, source) stays,
 *    whatever kind it has been turned into meanwhile.
 * 3. Who writes under a name or an organisation writes under their own.
 * 4. A board record has a sound structure and its own id; pages are the moderators', with the fields they have.
 * 5. A page gets no more shapes than canvases can show (`PageLimit`).
 * 6. What lets a card out of the group is opened by those who may release, and by nobody else; others who rewrite what
 *    was released close it.
 * 7. What is locked, with what lies in it and the words on it, is the moderation's; so are the locks.
 * 8. Every other entry of the same update is left as it is.
 * Costs a few microseconds per changed entry and nothing per entry of the document.
 */
export function correct(
  transaction: Y.Transaction,
  roots: Roots,
  author: Author,
  census: PageCensus,
  locks: LockCheck,
): Correction {
  const corrector = new Corrector(transaction, roots, author, census, locks)
  for (const item of newItemsOf(transaction)) corrector.checkPlace(item)
  // Corrections are changes of the same transaction: look at what the member changed, not at those
  for (const [type, keys] of [...transaction.changed])
    corrector.check(type as Y.AbstractType<unknown>, [...keys])
  const hasGrounded = corrector.pages.ground()
  const tooMany = corrector.pages.enforce()
  const corrected = corrector.hasCorrected || hasGrounded || tooMany > 0
  const { wasReleased } = corrector
  return { corrected, tooMany, wasLocked: locks.wasTouched, wasReleased, taken: corrector.taken.words }
}

export interface Correction {
  corrected: boolean
  /** Shapes taken back because their page is full. */
  tooMany: number
  /** Whether something was put back because it is locked. */
  wasLocked: boolean
  /** Whether a release was withdrawn because somebody rewrote what was released. */
  wasReleased: boolean
  /** What was written on what is locked, and is not there any more. */
  taken: readonly TakenWords[]
}

class Corrector {
  corrected = false
  wasReleased = false
  readonly pages: PageLimit
  readonly taken: TakenBack
  readonly #transaction: Y.Transaction
  readonly #past: Past
  readonly #loads = new Loads()
  readonly #comments: CommentCorrections
  readonly #roots: Roots
  readonly #author: Author
  readonly #locks: LockCheck

  constructor(
    transaction: Y.Transaction,
    roots: Roots,
    author: Author,
    census: PageCensus,
    locks: LockCheck,
  ) {
    this.#transaction = transaction
    this.#past = new Past(transaction)
    this.taken = new TakenBack(roots, this.#past)
    this.pages = new PageLimit(roots, this.#past, census)
    this.#comments = new CommentCorrections(roots.comments as unknown as Entries, this.#past, author)
    this.#roots = roots
    this.#author = author
    this.#locks = locks
  }

  get hasCorrected(): boolean {
    return this.corrected || this.#comments.corrected
  }

  /** Letters stand in texts and values under keys; what stands elsewhere would stay for ever, seen by nobody. */
  checkPlace(item: Y.Item): void {
    const { parent, parentSub, content } = item
    if (item.deleted || parent instanceof Y.AbstractType === false) return
    const isLetters = content instanceof Y.ContentString
    if (parent instanceof Y.Text && parentSub === null && isLetters) {
      if (this.#past.dropControls(item, content)) this.corrected = true
      return
    }
    if (parent instanceof Y.Map && parentSub !== null) {
      if (isLetters || item.length > 1) this.#putBack(parent as Entries, parentSub)
      return
    }
    item.delete(this.#transaction)
    this.corrected = true
  }

  check(type: Y.AbstractType<unknown>, keys: (string | null)[]): void {
    // Inside something that the same update deleted: nobody will see it
    if (type._item?.deleted) return
    if (this.#locks.holdsWords(type)) return this.#putAllBack(type, keys)
    if (type instanceof Y.Text) return this.#checkText(type)
    if (!(type instanceof Y.Map)) return
    const map = type as Entries
    const entries = keys.filter((key) => key !== null)
    // Which kind an artefact is decides about its other entries
    if (entries.includes('kind')) entries.unshift(...entries.splice(entries.indexOf('kind'), 1))
    if (map._item?.parent === this.#roots.board) return this.#checkRecordEntries(map, entries)
    for (const key of entries) this.#checkEntry(map, key)
  }

  #putAllBack(type: Y.AbstractType<unknown>, keys: (string | null)[]): void {
    this.taken.fromCard(type, keys)
    for (const key of keys) if (key !== null) this.#putBack(type as Entries, key)
    if (type instanceof Y.Text) this.#past.restoreText(type)
    this.corrected = true
  }

  #checkEntry(map: Entries, key: string): void {
    const { artefacts, board, comments, meta } = this.#roots
    if (map === (meta as unknown)) return this.#putBack(map, key)
    if (map === (artefacts as unknown)) return this.#checkArtefact(map, key)
    if (map === (board as unknown)) return this.#checkRecord(key)
    if (map === (comments as unknown)) return this.#comments.checkComment(key)
    const parent = map._item?.parent
    if (parent === artefacts) return this.#checkArtefactEntry(map, key)
    if (parent === comments) return this.#comments.checkEntry(map, key)
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
    if (!items.has(id)) return this.#keepIf(this.#mayGo(items), items, id)
    const [item, before] = [items.get(id), this.#past.valueOf(items, id)]
    const tooMany =
      before === undefined && this.#loads.entriesIn(items) > maxItemsOf(kindAround(items), fieldOf(items))
    const isOther = before !== undefined && before !== item
    if (tooMany || isOther || !isId(id) || !(item instanceof Y.Map)) return this.#putBack(items, id)
    for (const key of [...(item as Entries).keys()]) this.#checkItemEntry(items, item as Entries, key)
  }

  /** What withholds something is taken away by those who may release. */
  #mayGo(items: Entries): boolean {
    return this.#author.rights.release || !isClosing(kindAround(items), fieldOf(items))
  }

  #checkItemEntry(items: Entries, item: Entries, key: string): void {
    const [value, before] = [item.get(key), this.#past.valueOf(item, key)]
    if (!item.has(key)) return this.#keepIf(key === 'place' || key === 'cell', item, key)
    const isOther = before instanceof Y.Text && before !== value
    if (
      isOther ||
      (isSettledInItem(kindAround(items), fieldOf(items), key, before) && before !== value) ||
      this.#weighsTooMuch(item, key) ||
      !isItemEntry(kindAround(items), fieldOf(items), key, value)
    )
      return this.#putBack(item, key)
    if (value instanceof Y.Text) this.#checkText(value)
  }

  #checkArtefact(artefacts: Entries, id: string): void {
    const artefact = artefacts.get(id)
    const before = this.#past.valueOf(artefacts, id)
    if (before !== undefined && before !== artefact) return this.#putBack(artefacts, id)
    if (!isId(id) || !(artefact instanceof Y.Map)) return this.#putBack(artefacts, id)
    if (this.#loads.isOverweight(artefact as Entries)) return this.#putBack(artefacts, id)
    for (const key of [...(artefact as Entries).keys()]) this.#checkArtefactEntry(artefact as Entries, key)
  }

  #checkArtefactEntry(artefact: Entries, key: string): void {
    const before = this.#past.valueOf(artefact, key)
    const value = artefact.get(key)
    const kind = artefact.get('kind')
    if (key === HOME) return this.#putBack(artefact, key)
    if (key === CLEARANCE && !this.#mayClear(value, before)) return this.#putBack(artefact, key)
    if (before !== undefined && !artefact.has(key)) {
      // Undoing a decision leaves it to be decided
      return this.#keepIf(key === CLEARANCE, artefact, key)
    }
    if (isSettled(key, before) && before !== value) return this.#putBack(artefact, key)
    if (key === 'kind' && before !== undefined && !this.#mayTurn(artefact, before, value))
      return this.#putBack(artefact, key)
    if (this.#weighsTooMuch(artefact, key)) return this.#putBack(artefact, key)
    if (!isArtefactEntry(kind, key, value)) return this.#putBack(artefact, key)
    if (key === 'authorship') this.#checkName(artefact)
    if (isFieldKey(key) && !this.#author.rights.release) this.#keepUnreleased(artefact, key, before)
    if (value instanceof Y.Text) this.#checkText(value)
    if (!(value instanceof Y.Map)) return
    const inner = value as Entries
    for (const one of [...inner.keys()])
      if (isFieldKey(key)) this.#checkItem(inner, one)
      else this.#checkMark(inner, one)
  }

  #mayTurn(artefact: Entries, before: unknown, kind: unknown): boolean {
    return mayTurn(before, kind) && (before === kind || fitsKind(artefact, kind))
  }

  #mayClear(value: unknown, before: unknown): boolean {
    return this.#author.rights.release || mayClearUnreleased(value, before)
  }

  #keepUnreleased(artefact: Entries, key: string, before: unknown): void {
    const former = unreleased(key, artefact.get(key), before)
    if (former === null) return
    this.#loads.write(artefact, key, () => artefact.set(key, former))
    this.corrected = true
  }

  /** A new entry may be one too many, a heavy one too heavy for the whole. */
  #weighsTooMuch(map: Entries, key: string): boolean {
    const mayWeigh = isHeavy(map.get(key)) || this.#past.valueOf(map, key) === undefined
    return mayWeigh && this.#loads.isOverweight(map)
  }

  #checkName(artefact: Entries): void {
    const claimed = artefact.get('authorship') as Authorship
    const authorship = ownAuthorship(this.#author, plainAuthorship(claimed))
    if (sameJson(claimed, authorship)) return
    artefact.set('authorship', authorship)
    this.corrected = true
  }

  #checkMark(map: Entries, key: string): void {
    const holder = map._item?.parentSub
    const isMarks = holder === 'tags' || holder === 'links'
    const mayStay =
      isMarks &&
      isMarkEntry(holder, key, map.get(key)) &&
      this.#loads.entriesIn(map) <= limits.maxEntriesPerMap
    this.#keepIf(!map.has(key) || mayStay, map, key)
  }

  #checkText(text: Y.Text): void {
    const around = text._item?.parent
    if (around instanceof Y.Map && around._item?.parent === this.#roots.comments)
      return this.#comments.checkText(text)
    const room = roomIn(text, this.#roots)
    if (this.#past.fit(text, room, () => this.taken.fromText(text))) this.corrected = true
    this.#keepReleased(text)
  }

  /** What was released are these words: whoever may not release others takes them back by saying others. */
  #keepReleased(text: Y.Text): void {
    const artefact = text._item?.parent
    if (this.#author.rights.release || !isArtefact(artefact, this.#roots.artefacts)) return
    const closed = closedByRewriting(text._item?.parentSub ?? '', (key) => (artefact as Entries).get(key))
    if (closed === null || !this.#past.saysOther(text)) return
    this.#loads.write(artefact as Entries, closed.key, () =>
      (artefact as Entries).set(closed.key, closed.value),
    )
    this.corrected = true
    this.wasReleased = true
  }

  #checkRecord(id: string): void {
    const board = this.#roots.board as unknown as Entries
    const record = board.get(id)
    if (id.startsWith('page:') && !this.#author.rights.arrangePages) return this.#putBack(board, id)
    const before = this.#past.valueOf(board, id)
    const isForeign = record !== before && this.#isForeignField(before, id)
    if (isForeign) this.#putBack(board, id)
    if (isForeign) return this.pages.recordChanged(id)
    const isSound =
      record instanceof Y.Map && this.#faultOf(record as Entries, id) === null && !this.pages.isLost(id)
    const isIntoLocked = isSound && this.#locks.holdsPlaceOf(record as Entries)
    const isHeld = this.#locks.holdsRecord(id) || isIntoLocked || this.#isNewField(record, id)
    if (isHeld) this.taken.fromRecord(id, record)
    if (record !== undefined || isHeld) this.#keepIf(isSound && !isHeld, board, id)
    if (isSound && !isHeld) this.#openLock(record as Entries)
    this.pages.recordChanged(id)
  }

  /** What comes from somebody who locks nothing comes open: a copy of what is locked is none. */
  #openLock(record: Entries): void {
    if (this.#author.rights.arrangePages) return
    if (record.has(LOCK)) this.#putBack(record, LOCK)
    if (record.get('isLocked') !== true) return
    this.#loads.write(record, 'isLocked', () => record.set('isLocked', false))
    this.corrected = true
  }

  #checkRecordEntries(record: Entries, keys: string[]): void {
    const id = record._item?.parentSub ?? ''
    const isForeignPage = id.startsWith('page:') && !this.#author.rights.arrangePages
    const isIntoLocked = keys.includes('parentId') && this.#locks.holdsPlaceOf(record)
    const isForeign = isForeignPage || isIntoLocked || this.#isForeignField(record, id)
    for (const key of keys) {
      const isIdentity = recordIdentity.has(key) && this.#past.valueOf(record, key) !== undefined
      const isSound = isRecordEntry(key, record.get(key)) && !this.#weighsTooMuch(record, key)
      const isForeignLock = lockEntries.has(key) && !this.#author.rights.arrangePages
      const isHeld = this.#locks.holdsRecord(id, key) || isForeignLock
      if (isHeld) this.taken.fromDrawing(id, key, record.get(key))
      const isSeating = (key === 'm.seat' || key === 'parentId') && this.#isNewField(record, id)
      if (isForeign || isHeld || isIdentity || !isSound || isSeating) this.#putBack(record, key)
      else if (key === 'parentId') this.#checkParent(record, id)
    }
  }

  /** Whether it was part of its page, before somebody changed it who may not arrange pages. */
  #isForeignField(record: unknown, id: string): boolean {
    return this.#isPart(record, id, (entries, key) => this.#past.valueOf(entries, key))
  }

  /** Whether it would become part of it, by the hand of somebody who could not take it away again. */
  #isNewField = (record: unknown, id: string) => this.#isPart(record, id, (entries, key) => entries.get(key))

  #isPart(record: unknown, id: string, valueOf: (entries: Entries, key: string) => unknown): boolean {
    if (this.#author.rights.arrangePages || !(record instanceof Y.Map)) return false
    return isPartOfPage(this.#roots.board, id, (key) => valueOf(record as Entries, key))
  }

  #checkParent(record: Entries, id: string): void {
    // Two people who put two groups into each other at once would hang every canvas
    if (this.pages.isLost(id)) this.#putBack(record, 'parentId')
    else this.pages.parentChanged(id)
  }

  #faultOf(record: Entries, id: string): string | null {
    if (this.#loads.isOverweight(record)) return 'too heavy'
    for (const value of record.values()) if (!isBoundedValue(value)) return 'value too large or not plain'
    return recordFault(id, unflattenRecord(record))
  }

  #keepIf(allowed: boolean, map: Entries, key: string): void {
    if (!allowed) this.#putBack(map, key)
  }

  #putBack(map: Entries, key: string): void {
    this.#loads.write(map, key, () => this.#past.restore(map, key))
    this.corrected = true
  }
}

const isFieldKey = (key: string | null | undefined) => key?.startsWith('f.') === true
