import type * as Y from 'yjs'
import type { Roots } from '#shared/document/roots.ts'
import { groundLeftBehind } from './left-behind.ts'
import { isShape, pageOf, type PageCensus } from './page-census.ts'
import type { Past } from './past-values.ts'

type Entries = Y.Map<unknown>

/** What makes a shape's place; a shape that is put back is put back with all of it. */
const PLACE = ['parentId', 'xy', 'rotation', 'index'] as const

/**
 * Keeps pages from growing beyond what canvases can show: what one update brings too much is taken back. Invariants
 * (cited by the tests):
 * 1. Shapes that were there before the update stay, where they were.
 * 2. Nothing is left inside of something that was taken back.
 * 3. Only placements go; artefacts stay in the document.
 */
export class PageLimit {
  readonly #roots: Roots
  readonly #board: Entries
  readonly #past: Past
  readonly #census: PageCensus
  readonly #added: string[] = []
  readonly #removed: string[] = []
  /** Shapes that may have another parent. */
  readonly #reparented: string[] = []

  constructor(roots: Roots, past: Past, census: PageCensus) {
    this.#roots = roots
    this.#board = roots.board as unknown as Entries
    this.#past = past
    this.#census = census
  }

  /** A board record came, went, or was replaced as a whole. */
  recordChanged(id: string): void {
    if (!isShape(id)) return
    const [was, is] = [this.#past.valueOf(this.#board, id) !== undefined, this.#board.has(id)]
    if (is && !was) this.#added.push(id)
    if (was && !is) this.#removed.push(id)
    if (was && is) this.parentChanged(id)
  }

  /** A shape may have got another parent. */
  parentChanged(id: string): void {
    if (isShape(id)) this.#reparented.push(id)
  }

  /** Finds a place for what lies on something that is gone; answers whether anything did. */
  ground(): boolean {
    const placed = [...this.#added, ...this.#reparented]
    const moved = groundLeftBehind(this.#roots, this.#past, { removed: this.#removed, placed })
    for (const id of moved) if (!placed.includes(id)) this.#reparented.push(id)
    return moved.length > 0
  }

  /** Takes back what is too much. Answers how many shapes that were, without what is inside of those that had moved. */
  enforce(): number {
    const [added, removed] = [this.#added, this.#removed]
    const moved = this.#reparented.filter((id) => this.#pageBefore(id) !== this.#pageNow(id))
    if (added.length + removed.length + moved.length === 0) return 0
    const came = added.map((id) => this.#pageNow(id))
    this.#census.changed({ came, added, removed, hasMoved: moved.length > 0 })
    const back = this.#putBackMoved(moved) + this.#takeBackAdded()
    return back + this.#putBackMoved(moved)
  }

  /** Who moves many means all of them. What goes back may be too much in turn for where others have moved to meanwhile. */
  #putBackMoved(moved: string[]): number {
    const isFull = new Map(moved.map((id) => [this.#pageNow(id), false]))
    for (const page of isFull.keys()) isFull.set(page, this.#isTooFull(page))
    const back = moved.filter((id) => isFull.get(this.#pageNow(id)))
    if (back.length === 0) return 0
    for (const id of back) this.#putBack(id)
    this.#census.changed({ came: [], added: [], removed: [], hasMoved: true })
    return back.length + this.#putBackMoved(moved.filter((id) => !back.includes(id)))
  }

  #takeBackAdded(): number {
    const taken = new Set<string>()
    for (const id of this.#deepestFirst()) {
      const page = this.#pageNow(id)
      if (!this.#isTooFull(page)) continue
      this.#board.delete(id)
      this.#census.tookBack(page)
      taken.add(id)
    }
    const outside = this.#reparented.filter((id) => taken.has(String(this.#parentNow(id))))
    for (const id of outside) this.#putBack(id)
    if (outside.length > 0) this.#census.changed({ came: [], added: [], removed: [], hasMoved: true })
    return taken.size
  }

  #isTooFull(page: string | null): boolean {
    return this.#census.excessOf(page) > 0
  }

  /** So that nothing goes before what is inside of it. */
  #deepestFirst(): string[] {
    const depth = new Map(this.#added.map((id) => [id, this.#depthOf(id)]))
    return [...this.#added].reverse().sort((a, b) => depth.get(b)! - depth.get(a)!)
  }

  #depthOf(id: string): number {
    let depth = 0
    pageOf(id, (at) => {
      depth++
      return this.#parentNow(at)
    })
    return depth
  }

  #putBack(id: string): void {
    const record = this.#board.get(id) as Entries | undefined
    if (!record) return
    if (this.#past.valueOf(this.#board, id) !== record) this.#past.restore(this.#board, id)
    else for (const key of PLACE) this.#past.restore(record, key)
  }

  /** Whether a shape is in a circle, or deeper inside of others than any may be. */
  isLost(id: string): boolean {
    return isShape(id) && this.#pageNow(id) === null
  }

  #pageNow(id: string): string | null {
    return pageOf(id, (at) => this.#parentNow(at))
  }

  #pageBefore(id: string): string | null {
    return pageOf(id, (at) => {
      const record = this.#past.valueOf(this.#board, at)
      return record ? this.#past.valueOf(record as Entries, 'parentId') : undefined
    })
  }

  #parentNow(id: string): unknown {
    return (this.#board.get(id) as Entries | undefined)?.get('parentId')
  }
}
