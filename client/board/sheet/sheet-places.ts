import { atom, type Atom, type TLRecord, type TLShape } from 'tldraw'
import type { Roots } from '#shared/document/roots.ts'
import { pageOf, type BoardRecord } from '#shared/document/board-record.ts'
import { holdingOf } from '#shared/document/containers.ts'
import { isFlowing, isSheet, pagesInOrder, seatFrom } from '#shared/document/fields.ts'
import type { Box } from '#shared/document/shape-box.ts'
import type { CardMeasure } from '#shared/layout/held-cards.ts'
import {
  asStored,
  grownY,
  placesOnCards,
  placesOnPage,
  rankedSpots,
  storedY,
  type PagePlaces,
  type Projection,
} from '#shared/layout/page-places.ts'

/**
 * Where everything on the sheets is, between document and canvas: the canvas is shown computed places, and nothing
 * computed is ever written back. On free pages only what lies on cards is computed.
 */
export class SheetPlaces {
  private readonly pages: Atom<ReadonlyMap<string, PagePlaces>> = atom('sheet places', new Map())
  /** Of free pages, what lies on their cards. */
  private readonly onCards: Atom<ReadonlyMap<string, Pick<PagePlaces, 'boxes' | 'heights'>>> = atom(
    'places on cards',
    new Map(),
  )
  private boxes = new Map<string, Box>()
  private held: ReadonlySet<string> = new Set()
  private projection: Projection = asStored
  private spots: ReturnType<typeof rankedSpots> = new Map()
  private readonly roots: Pick<Roots, 'board'>
  private readonly measure: CardMeasure

  constructor(roots: Pick<Roots, 'board'>, measure: CardMeasure) {
    this.roots = roots
    this.measure = measure
    this.refresh(pagesInOrder(roots.board))
  }

  /** Null for a free page. Reading it inside a reaction follows its changes. */
  on(pageId: string): PagePlaces | null {
    return this.pages.get().get(pageId) ?? null
  }

  /** Height that a card needs for what lies on it. Reading it inside a reaction follows its changes. */
  heightOf(shapeId: string): number {
    for (const places of [...this.pages.get().values(), ...this.onCards.get().values()]) {
      const h = places.heights.get(shapeId)
      if (h !== undefined) return h
    }
    return 0
  }

  /** Where a card that lies on another, or in a field, has its place. */
  boxOf(shapeId: string): Box | null {
    return this.boxes.get(shapeId) ?? null
  }

  /** Shows the pages as this person wants to see them; everything on them may have another place then. */
  project(projection: Projection): void {
    this.projection = projection
    this.refresh(pagesInOrder(this.roots.board))
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
    return this.refresh([...touched])
  }

  /** Looks anew at all sheets, e.g. because words on cards changed. */
  relaid(): string[] {
    return this.refresh(pagesInOrder(this.roots.board))
  }

  private refresh(pageIds: readonly string[]): string[] {
    if (pageIds.length === 0) return []
    const pages = new Map(this.pages.get())
    const onCards = new Map(this.onCards.get())
    const grown: string[] = []
    for (const id of pageIds) {
      const before = pages.get(id)
      const places = placesOnPage(this.roots.board, id, this.measure, this.projection)
      if (places) pages.set(id, places)
      else pages.delete(id)
      const free = places ? null : placesOnCards(this.roots.board, id, this.measure, this.projection)
      if (free && free.heights.size > 0) onCards.set(id, free)
      else onCards.delete(id)
      if (before && places && before.growth.to !== places.growth.to) grown.push(id)
    }
    this.spots = rankedSpots(this.roots.board, (id) => this.isFreeCard(id), this.projection)
    this.pages.set(pages)
    this.onCards.set(onCards)
    return [...this.movedBoxes([...pages.values(), ...onCards.values()]), ...this.looseOn(grown)]
  }

  private movedBoxes(pages: readonly Pick<PagePlaces, 'boxes'>[]): string[] {
    const boxes = new Map(pages.flatMap((places) => [...places.boxes]))
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
    const spot = this.spots.get(record.id)
    const growth = this.pages.get().get(record.parentId)?.growth
    if (!spot && !growth) return record
    const { x, y } = spot ?? record
    return { ...record, x, y: growth ? grownY(y, growth) : y }
  }

  private isFreeCard(id: string): boolean {
    const record = this.roots.board.get(id)
    const parentId = String(record?.get('parentId'))
    return record?.get('type') === 'card' && !isFlowing(this.roots.board, parentId) && !this.holds(parentId)
  }

  private holds(shapeId: string): boolean {
    return holdingOf(this.roots.board, shapeId) !== null
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

  /** Whether a card holds others by their worth on its axes. */
  isOnAxes(shapeId: string): boolean {
    return holdingOf(this.roots.board, shapeId)?.by === 'axes'
  }

  /** Whether a shape has no place of its own. */
  isComputed({ type, parentId, meta }: BoardRecord | TLShape): boolean {
    const { board } = this.roots
    if (type === 'frame')
      return seatFrom((meta as { seat?: unknown }).seat) !== null && isSheet(board.get(String(parentId)))
    return type === 'card' && (isFlowing(board, String(parentId)) || this.isOnAxes(String(parentId)))
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
