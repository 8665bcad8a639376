import { atom, type Atom, type TLRecord, type TLShape } from 'tldraw'
import type { Roots } from '#shared/document/roots.ts'
import { pageOf, type BoardRecord } from '#shared/document/board-record.ts'
import { isFlowing, isSheet, pagesInOrder, seatFrom } from '#shared/document/fields.ts'
import type { Box } from '#shared/document/shape-box.ts'
import {
  grownY,
  placesOnPage,
  storedY,
  type CardHeight,
  type PagePlaces,
} from '#shared/layout/page-places.ts'

/**
 * Where everything on the sheets is, between document and canvas: the canvas is shown computed places, and nothing
 * computed is ever written back. Free pages pass through as they are.
 */
export class SheetPlaces {
  private readonly pages: Atom<ReadonlyMap<string, PagePlaces>> = atom('sheet places', new Map())
  private boxes = new Map<string, Box>()
  private held: ReadonlySet<string> = new Set()
  private readonly roots: Pick<Roots, 'board'>
  private readonly cardHeight: CardHeight

  constructor(roots: Pick<Roots, 'board'>, cardHeight: CardHeight) {
    this.roots = roots
    this.cardHeight = cardHeight
    this.refresh(pagesInOrder(roots.board))
  }

  /** Null for a free page. Reading it inside a reaction follows its changes. */
  on(pageId: string): PagePlaces | null {
    return this.pages.get().get(pageId) ?? null
  }

  /** What somebody has in their hand lies where the hand is until they let go. */
  hold(ids: Iterable<string>): void {
    this.held = new Set(ids)
  }

  isHeld(id: string): boolean {
    return this.held.has(id)
  }

  /** Looks anew at the pages that these records lie on; answers what has another place now. */
  changedBy(ids: Iterable<string>): string[] {
    const touched = new Set<string>()
    for (const id of ids) {
      const page = pageOf(this.roots.board, id)
      if (page) touched.add(page)
      // Somebody removed it, from whichever page.
      else for (const one of pagesInOrder(this.roots.board)) touched.add(one)
    }
    return this.refresh([...touched].filter((id) => isSheet(this.roots.board.get(id))))
  }

  /** Looks anew at all sheets, e.g. because words on cards changed. */
  relaid(): string[] {
    return this.refresh(pagesInOrder(this.roots.board))
  }

  private refresh(pageIds: readonly string[]): string[] {
    if (pageIds.length === 0) return []
    const pages = new Map(this.pages.get())
    const grown: string[] = []
    for (const id of pageIds) {
      const before = pages.get(id)
      const places = placesOnPage(this.roots.board, id, this.cardHeight)
      if (places) pages.set(id, places)
      else pages.delete(id)
      if (before && places && before.growth.to !== places.growth.to) grown.push(id)
    }
    this.pages.set(pages)
    return [...this.movedBoxes(pages), ...this.looseOn(grown)]
  }

  private movedBoxes(pages: ReadonlyMap<string, PagePlaces>): string[] {
    const boxes = new Map([...pages.values()].flatMap((places) => [...places.boxes]))
    const moved = [...boxes].filter(([id, box]) => !sameBox(box, this.boxes.get(id))).map(([id]) => id)
    this.boxes = boxes
    return moved
  }

  /** What lies on a sheet beside its fields. */
  private looseOn(pageIds: readonly string[]): string[] {
    if (pageIds.length === 0) return []
    const loose: string[] = []
    this.roots.board.forEach((record, id) => {
      if (pageIds.includes(String(record.get('parentId'))) && !this.boxes.has(id)) loose.push(id)
    })
    return loose
  }

  /** The record as the canvas shows it. */
  lay(record: TLRecord): TLRecord {
    if (record.typeName !== 'shape') return record
    const box = this.boxes.get(record.id)
    if (box) return placedAt(record, box)
    const growth = this.pages.get().get(record.parentId)?.growth
    return growth ? { ...record, y: grownY(record.y, growth) } : record
  }

  /** A record that this person changed, as it may be stored: without what was computed. */
  toStore(record: BoardRecord, before: BoardRecord): BoardRecord {
    if (record.typeName !== 'shape') return record
    const parentId = String(record.parentId)
    if (this.isComputed(record)) {
      const props = { ...(record.props as object), ...sidesOf(before) }
      return { ...record, x: before.x, y: before.y, props }
    }
    const growth = this.pages.get().get(parentId)?.growth
    return growth ? { ...record, y: storedY(Number(record.y), growth) } : record
  }

  /** Whether a shape has no place of its own. */
  isComputed({ type, parentId, meta }: BoardRecord | TLShape): boolean {
    const { board } = this.roots
    if (type === 'frame')
      return seatFrom((meta as { seat?: unknown }).seat) !== null && isSheet(board.get(String(parentId)))
    return type === 'card' && isFlowing(board, String(parentId))
  }
}

const sameBox = (a: Box, b: Box | undefined) =>
  b !== undefined && a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h

function placedAt(record: TLShape, { x, y, w, h }: Box): TLRecord {
  return { ...record, x, y, rotation: 0, props: { ...record.props, w, h } }
}

const sidesOf = ({ props }: BoardRecord) => {
  const { w, h } = props as { w: number; h: number }
  return { w, h }
}
