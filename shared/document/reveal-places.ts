import { generateKeyBetween } from 'fractional-indexing-jittered'
import { limits } from '../base/limits.ts'
import { kinds } from '../kinds/index.ts'
import { firstPageOf, numberIn, pageOf, textIn } from './board-record.ts'
import type { DraftCard } from './draft-cards.ts'
import { fieldAt, homeOf, isFlowing } from './fields.ts'
import { isOrder } from './items.ts'
import type { Roots } from './roots.ts'
import { boxOf } from './shape-box.ts'

/** Where a card goes: under which parent, behind which others, and at which spot where there is no order but places. */
export interface Place {
  parentId: string
  index: string
  x: number
  y: number
}

/** What is known of one parent while cards are put into it. */
interface Tray {
  lastIndex: string | null
  width: number
  /** Where the next card of the row goes, and how high the row is by now. */
  x: number
  y: number
  rowHeight: number
}

const GAP = 24
/** Of a page, which has no width of its own. */
const PAGE_WIDTH = 6 * 224 + GAP

/**
 * Places for many cards at once, each in the field it is meant for: behind what lies there already in a field that
 * flows, else in rows below everything else, so that nothing covers anything.
 */
export class RevealPlaces {
  readonly #board: Roots['board']
  readonly #trays = new Map<string, Tray>()
  readonly #room = new Map<string, number>()

  constructor(board: Roots['board']) {
    this.#board = board
  }

  /** Null where the page is full, or there is no page at all. */
  next({ artefact, pageId, fieldId }: DraftCard): Place | null {
    const page = this.#board.get(pageId)?.get('typeName') === 'page' ? pageId : firstPageOf(this.#board)
    if (page === null || !this.#takeRoom(page)) return null
    const field = fieldId === null ? null : fieldAt(this.#board, fieldId)
    const parentId = field?.pageId === page ? field.id : homeOf(this.#board, page, artefact.kind)
    const tray = this.#trayOf(parentId)
    const index = generateKeyBetween(tray.lastIndex, null)
    tray.lastIndex = index
    if (isFlowing(this.#board, parentId)) return { parentId, index, x: 0, y: 0 }
    return { parentId, index, ...spotIn(tray, kinds[artefact.kind].size) }
  }

  #takeRoom(page: string): boolean {
    const left = this.#room.get(page) ?? limits.maxShapesPerPage - this.#shapesOn(page)
    this.#room.set(page, left - 1)
    return left > 0
  }

  #shapesOn(page: string): number {
    return [...this.#board.keys()].filter((id) => id.startsWith('shape:') && pageOf(this.#board, id) === page)
      .length
  }

  #trayOf(parentId: string): Tray {
    const known = this.#trays.get(parentId)
    if (known) return known
    const there = [...this.#board.values()].filter((record) => record.get('parentId') === parentId)
    const indexes = there.map((record) => textIn(record.get('index'))).filter(isOrder)
    const bottom = Math.max(0, ...there.map(boxOf).map(({ y, h }) => y + h))
    const width = numberIn(this.#board.get(parentId)?.get('p.w'))
    const tray: Tray = {
      lastIndex: indexes.reduce<string | null>(
        (top, index) => (top === null || index > top ? index : top),
        null,
      ),
      width: width || PAGE_WIDTH,
      x: GAP,
      y: bottom + GAP,
      rowHeight: 0,
    }
    this.#trays.set(parentId, tray)
    return tray
  }
}

function spotIn(tray: Tray, { w, h }: { w: number; h: number }): { x: number; y: number } {
  if (tray.x > GAP && tray.x + w + GAP > tray.width) {
    tray.x = GAP
    tray.y += tray.rowHeight + GAP
    tray.rowHeight = 0
  }
  const { x, y } = tray
  tray.x += w + GAP
  tray.rowHeight = Math.max(tray.rowHeight, h)
  return { x, y }
}
