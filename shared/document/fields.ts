import type * as Y from 'yjs'
import { isKind, type ArtefactKind } from '../kinds/index.ts'
import type { MenuPlace } from '../kinds/menu.ts'
import { isPhase } from '../workshop/phases.ts'
import { isDirectlyLocked } from './locks.ts'
import { holdingOf } from './containers.ts'
import { numberIn, textIn, type FlatRecord } from './board-record.ts'

/**
 * Sheets and their fields, as a document holds them. A page whose `meta.layout` is `sheet` is laid out by one shared
 * rule (`shared/layout`); every other page is free and stays as it was drawn. A field is a frame with a seat on the
 * sheet's columns. What lies in a flowing field has an order (its fractional index) and no position of its own.
 */
type Board = Y.Map<Y.Map<unknown>>

export interface Field {
  id: string
  pageId: string
  name: string
  seat: Seat
  /** Cards side by side; null where cards lie freely in the field, as in a 2×2 matrix. */
  flow: number | null
  /** Kinds that belong here; a field that names none takes what no other does. */
  takes: readonly ArtefactKind[]
  hint: string
  example: string
}

/** Row from the top, first column from 0, and how many of the 12 columns it is wide. */
export interface Seat {
  row: number
  column: number
  span: number
}

export const COLUMNS = 12
const MAX_ROWS = 60
/** Cards side by side in a field. */
export const MAX_FLOW = 6

export const isSheet = (page: FlatRecord | undefined): boolean =>
  page?.get('typeName') === 'page' && page.get('m.layout') === 'sheet'

/** A frame's stored `meta.seat`, `[row, column, span]`; null for a frame that is no field, or whose seat is none. */
export function seatFrom(stored: unknown): Seat | null {
  if (!Array.isArray(stored)) return null
  const [row, column, span] = stored.map(numberIn)
  const sound = isWhole(row, 0, MAX_ROWS) && isWhole(column, 0, COLUMNS - 1) && isWhole(span, 1, COLUMNS)
  return sound && column + span <= COLUMNS ? { row, column, span } : null
}

/** A field's stored `meta.flow`; null where cards lie freely in it. */
export const flowFrom = (stored: unknown): number | null => {
  const flow = numberIn(stored)
  return isWhole(flow, 1, MAX_FLOW) ? flow : null
}

const isWhole = (value: number | undefined, min: number, max: number): value is number =>
  value !== undefined && Number.isInteger(value) && value >= min && value <= max

/** The field under this id; null where it is none, or lies on no sheet. */
export function fieldAt(board: Board, id: string): Field | null {
  const record = board.get(id)
  const pageId = textIn(record?.get('parentId'))
  return record && isSheet(board.get(pageId)) ? fieldOf(id, pageId, record) : null
}

function fieldOf(id: string, pageId: string, record: FlatRecord): Field | null {
  const seat = record.get('type') === 'frame' ? seatFrom(record.get('m.seat')) : null
  if (!seat) return null
  const takes: unknown = record.get('m.takes')
  return {
    id,
    pageId,
    name: textIn(record.get('p.name')),
    seat,
    flow: flowFrom(record.get('m.flow')),
    takes: Array.isArray(takes) ? takes.filter(isKind) : [],
    hint: textIn(record.get('m.hint')),
    example: textIn(record.get('m.example')),
  }
}

/**
 * Whether a frame belongs to its page and not to whoever works on it: a field of a sheet, or, on a free page, a frame
 * that a template made, which is named after its page (`shape:<page>-<key>`). `valueOf` reads the frame's stored
 * properties, which may be those of a moment ago.
 */
export function isPartOfPage(board: Board, id: string, valueOf: (key: string) => unknown): boolean {
  if (valueOf('type') !== 'frame') return false
  const parentId = textIn(valueOf('parentId'))
  if (isSheet(board.get(parentId))) return seatFrom(valueOf('m.seat')) !== null
  return parentId.startsWith('page:') && id.startsWith(`shape:${parentId.slice('page:'.length)}-`)
}

/** Fields of a page in reading order: row by row, from left to right. None on a free page. */
export function fieldsOn(board: Board, pageId: string): Field[] {
  if (!isSheet(board.get(pageId))) return []
  const fields: Field[] = []
  board.forEach((record, id) => {
    const field = record.get('parentId') === pageId ? fieldOf(id, pageId, record) : null
    if (field) fields.push(field)
  })
  return fields.sort(bySeat)
}

export function bySeat(a: Pick<Field, 'id' | 'seat'>, b: Pick<Field, 'id' | 'seat'>): number {
  return a.seat.row - b.seat.row || a.seat.column - b.seat.column || (a.id < b.id ? -1 : 1)
}

/** Whether what lies under this parent is placed by its order alone: in a flowing field or on a cluster. */
export const isFlowing = (board: Board, parentId: string): boolean =>
  (fieldAt(board, parentId)?.flow ?? null) !== null || holdingOf(board, parentId)?.by === 'order'

/**
 * Where a card of a kind belongs that somebody makes for a page or field without pointing at a place: the page's first
 * open field that takes its kind, else the first that names no kinds, else the first. Pages without fields keep it.
 */
export function homeOf(board: Board, parentId: string, kind: unknown): string {
  // In a locked one nobody but the moderation lays anything, and they say where
  const fields = fieldsOn(board, parentId).filter(({ id }) => !isDirectlyLocked(board, id))
  const home =
    fields.find(({ takes }) => isKind(kind) && takes.includes(kind)) ??
    fields.find(({ takes }) => takes.length === 0) ??
    fields[0]
  return home?.id ?? parentId
}

/** The kind that somebody means who begins to write in a field; null where the page decides. */
export const kindOfField = (field: Pick<Field, 'takes'> | null): ArtefactKind | null =>
  field?.takes[0] ?? null

/** What a page is for, as menus of kinds ask it. */
export function menuPlaceOf(board: Board, pageId: string): MenuPlace {
  const phase: unknown = board.get(pageId)?.get('m.phase')
  const takes = fieldsOn(board, pageId).flatMap((field) => field.takes)
  return { pageId, phase: isPhase(phase) ? phase : null, takes }
}

/** Pages in the order in which they are shown. Never the order of their ids. */
export function pagesInOrder(board: Board): string[] {
  const pages: { id: string; index: string }[] = []
  board.forEach((record, id) => {
    if (record.get('typeName') === 'page') pages.push({ id, index: textIn(record.get('index')) })
  })
  pages.sort((a, b) => (a.index === b.index ? (a.id < b.id ? -1 : 1) : a.index < b.index ? -1 : 1))
  return pages.map(({ id }) => id)
}
