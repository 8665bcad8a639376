import { limits } from '#shared/base/limits.ts'
import type { Roots } from '#shared/document/roots.ts'
import { TokenBucket } from './token-bucket.ts'

export const isShape = (id: string) => id.startsWith('shape:')

/**
 * Page that a shape is on, however deep inside; otherwise the parent that is missing. Null in a circle and deeper than
 * shapes may be inside of each other: a walk of a bounded length, because thousands of shapes each inside the one before
 * cost 42 s when each was followed to its page.
 */
export function pageOf(id: string, parentOf: (id: string) => unknown): string | null {
  let at = id
  for (let depth = 0; isShape(at); depth++) {
    if (depth > limits.maxShapeNesting) return null
    const parent = parentOf(at)
    if (typeof parent !== 'string') return at
    at = parent
  }
  return at
}

/** Where all shapes are that no page shows: inside of something that is missing, in a circle, too deep. */
const NOWHERE = 'nowhere'

/** The place under which a shape counts that `pageOf` finds there. */
const placeOf = (page: string | null) => (page?.startsWith('page:') ? page : NOWHERE)

/** Counts of a whole board that one room may cost in a second, and at once. Each takes milliseconds. */
const COUNTS_PER_SECOND = 5
const COUNTS_BURST = 50

/** What one update did to the shapes of a board, which holds it already. */
interface ShapeChanges {
  /** Of each shape that is new, what `pageOf` finds. */
  came: readonly (string | null)[]
  added: readonly string[]
  removed: readonly string[]
  /** Whether shapes have moved to another page, and who knows how many inside of them. */
  hasMoved: boolean
}

/**
 * How many shapes each page of a board has. Invariants (cited by the tests):
 * 1. It never says fewer than there are, in whatever order shapes and what they are inside of come; shapes that no page
 *    shows yet count together, as on a page of their own.
 * 2. While the whole board has no more than a page may have, nothing is counted by page. Beyond that, additions and
 *    deletions cost nothing per shape of the board, and what does is rationed.
 */
export class PageCensus {
  readonly #board: Roots['board']
  readonly #max: number
  readonly #counts = new TokenBucket(COUNTS_PER_SECOND, COUNTS_BURST, performance.now())
  /** Shapes of the whole board; null until they are counted. */
  #total: number | null = null
  /** Shapes by page, or more; null where that is not known. */
  #pages: Map<string, number> | null = null
  /** Ids that shapes may be inside of without being there: when one of them comes, others come with it. */
  #absent = new Set<string>()
  #mayBeFewer = false
  /** Whether the last change brought shapes that had been waiting for their parent. */
  #othersCame = false

  constructor(board: Roots['board'], max: number = limits.maxShapesPerPage) {
    this.#board = board
    this.#max = max
  }

  /** The board changed without a word. */
  forget(): void {
    this.#total = null
    this.#pages = null
  }

  changed({ came, added, removed, hasMoved }: ShapeChanges): void {
    if (this.#total === null) this.#total = [...this.#board.keys()].filter(isShape).length
    else this.#total += added.length - removed.length
    this.#othersCame = added.some((id) => this.#absent.has(id))
    if (hasMoved || this.#othersCame) this.#pages = null
    if (!this.#pages) return
    for (const page of came) {
      this.#pages.set(placeOf(page), (this.#pages.get(placeOf(page)) ?? 0) + 1)
      if (page !== null && placeOf(page) === NOWHERE) this.#absent.add(page)
    }
    for (const id of removed) this.#absent.add(id)
    this.#mayBeFewer ||= removed.length > 0
  }

  /** A new shape was taken back. */
  tookBack(page: string | null): void {
    if (this.#total !== null) this.#total--
    if (this.#othersCame) this.#pages = null
    this.#pages?.set(placeOf(page), (this.#pages.get(placeOf(page)) ?? 0) - 1)
  }

  /** How many shapes a page has too many; at most, where it must not be counted again yet. */
  excessOf(page: string | null): number {
    if ((this.#total ?? 0) <= this.#max) return 0
    if (!this.#pages && !this.#countPages()) return Infinity
    if (this.#excess(page) > 0 && this.#mayBeFewer) this.#countPages()
    return Math.max(0, this.#excess(page))
  }

  #excess(page: string | null): number {
    return (this.#pages?.get(placeOf(page)) ?? 0) - this.#max
  }

  #countPages(): boolean {
    if (!this.#counts.take(1, performance.now())) return false
    const pages = new Map<string, number>()
    const parentOf = (id: string) => this.#board.get(id)?.get('parentId')
    this.#absent = new Set()
    for (const id of this.#board.keys()) {
      if (!isShape(id)) continue
      const page = pageOf(id, parentOf)
      pages.set(placeOf(page), (pages.get(placeOf(page)) ?? 0) + 1)
      if (page !== null && placeOf(page) === NOWHERE) this.#absent.add(page)
    }
    this.#pages = pages
    this.#mayBeFewer = false
    return true
  }
}
