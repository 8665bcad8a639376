import type * as Y from 'yjs'
import { textIn } from '../document/board-record.ts'
import { fieldsOn, isSheet, type Field } from '../document/fields.ts'
import { inOrder } from '../document/order.ts'
import { inReadingOrder } from '../document/outline.ts'
import { boxOf, type Box } from '../document/shape-box.ts'
import type { ArtefactKind } from '../kinds/index.ts'
import { contentTop, fieldContent, hintLines } from './field-box.ts'
import type { FlowItem } from './flow.ts'
import {
  CardStack,
  childrenByParent,
  isCard,
  ranked,
  type CardMeasure,
  type Ranks,
  type Child,
  type Children,
} from './held-cards.ts'
import { columnMeasures, columnX, sheetMeasures, spanWidth } from './grid.ts'
import { promptBottom, type Prompt } from './prompt.ts'

type Board = Y.Map<Y.Map<unknown>>

/**
 * Where everything on a sheet is. Computed from order and contents, the same on every screen, in the list and in
 * pictures; never written into the document.
 */
export interface PagePlaces {
  pageId: string
  prompt: Prompt
  /** Fields in page coordinates; flowing cards and cards on cards relative to their parent. */
  boxes: ReadonlyMap<string, Box>
  /** Heights that freely placed cards need which hold others. */
  heights: ReadonlyMap<string, number>
  fields: readonly PlacedField[]
  /** The sheet's height. */
  h: number
  /** How far things on the sheet below all fields have been pushed down by fields that grew. */
  growth: Growth
}

export interface PlacedField extends Field {
  box: Box
  hintLines: number
  /** The empty place, relative to the field. */
  slot: Box | null
  /** Cards in it, however deep. */
  count: number
}

interface Growth {
  /** Lower edge of the fields on a fresh sheet, and now. */
  from: number
  to: number
}

const promptIn = (page: Y.Map<unknown> | undefined): Prompt => ({
  question: textIn(page?.get('m.question')) || textIn(page?.get('name')),
  tip: textIn(page?.get('m.tip')),
  size: page?.get('m.prompt') === 'line' ? 'line' : 'full',
})

/**
 * A page as one person sees it: in another order, with cards among the others that are in no room's document. Places
 * follow from it and are never stored.
 */
export interface Projection {
  /** Rank of cards that are shown in an order of their own, by artefact; those without stay behind them as they lie. */
  ranks: Ranks
  /** Behind the others of the field that they are meant for. */
  own: readonly (FlowItem & { parentId: string })[]
}

export const asStored: Projection = { ranks: new Map(), own: [] }

/** Null for a page that is no sheet. */
export function placesOnPage(
  board: Board,
  pageId: string,
  measure: CardMeasure,
  projection: Projection = asStored,
): PagePlaces | null {
  const page = board.get(pageId)
  if (!isSheet(page)) return null
  const prompt = promptIn(page)
  const children = childrenByParent(board)
  const stack = new CardStack(board, children, measure, projection.ranks)
  const top = promptBottom(prompt)
  const fields = fieldsOn(board, pageId)
  const rows = rowsOf(fields)
  const minRow = Math.max(
    160,
    (sheetMeasures.minHeight - top - sheetMeasures.bottom - (rows.length - 1) * columnMeasures.gap) /
      Math.max(1, rows.length),
  )
  const boxes = new Map<string, Box>()
  const placed: PlacedField[] = []
  let y = top
  for (const row of rows) {
    const laid = layRow(row, children, stack, projection)
    const h = Math.max(Math.floor(minRow), ...laid.map(({ content }) => content.needs))
    for (const { field, content, lines } of laid) {
      const box = { x: columnX(field.seat.column), y, w: spanWidth(field.seat.span), h }
      boxes.set(field.id, box)
      content.boxes.forEach((inner, id) => boxes.set(id, inner))
      const count = cardsBelow(field.id, children)
      placed.push({ ...field, box, hintLines: lines, slot: content.slot, count })
    }
    y += h + columnMeasures.gap
  }
  const fieldsEnd = rows.length === 0 ? top : y - columnMeasures.gap
  const fresh = top + rows.length * (Math.floor(minRow) + columnMeasures.gap) - columnMeasures.gap
  const growth = { from: rows.length === 0 ? top : fresh, to: fieldsEnd }
  const h = sheetHeight(pageId, children, growth, stack)
  stack.boxes.forEach((inner, id) => boxes.set(id, inner))
  return { pageId, prompt, boxes, heights: stack.heights, fields: placed, h, growth }
}

/** On a free page only what lies on cards is laid out; everything else is where it was put. */
export function placesOnCards(
  board: Board,
  pageId: string,
  measure: CardMeasure,
  { ranks }: Projection = asStored,
): Pick<PagePlaces, 'boxes' | 'heights'> {
  const children = childrenByParent(board)
  const stack = new CardStack(board, children, measure, ranks)
  stack.layBelow(pageId)
  return { boxes: stack.boxes, heights: stack.heights }
}

function rowsOf(fields: readonly Field[]): Field[][] {
  const rows = new Map<number, Field[]>()
  for (const field of fields) rows.set(field.seat.row, [...(rows.get(field.seat.row) ?? []), field])
  return [...rows.keys()].sort((a, b) => a - b).map((row) => rows.get(row)!)
}

/** Fields side by side begin their cards on one line. */
function layRow(row: readonly Field[], children: Children, stack: CardStack, projection: Projection) {
  const lines = Math.max(...row.map(({ hint, seat }) => hintLines(hint, spanWidth(seat.span))))
  return row.map((field) => {
    const inside = children.get(field.id) ?? []
    const flows = ({ record }: Child) => field.flow !== null && record.get('type') === 'card'
    const cards = ranked(inOrder(inside.filter(flows)), projection.ranks)
    const own = projection.own.filter(({ parentId }) => field.flow !== null && parentId === field.id)
    const free = inside.filter((child) => !flows(child)).map(boxIn(stack))
    const items = [...cards.map(itemOf(stack, field.takes)), ...own]
    const content = fieldContent(field, items, free, contentTop(lines))
    return { field, content, lines }
  })
}

/**
 * Where cards that lie freely are shown in an order of their own: on each other's places, in reading order, so that
 * nothing else is covered. By record.
 */
export function rankedSpots(
  board: Board,
  isFree: (id: string) => boolean,
  { ranks }: Projection,
): Map<string, { x: number; y: number }> {
  const spots = new Map<string, { x: number; y: number }>()
  if (ranks.size === 0) return spots
  for (const siblings of childrenByParent(board).values()) {
    const cards = siblings.flatMap(({ id, record }) => {
      const rank = ranks.get(textIn(record.get('p.artefactId')))
      return rank !== undefined && isFree(id) ? [{ id, rank, ...boxOf(record) }] : []
    })
    const seats = inReadingOrder(cards)
    const order = [...seats].sort((a, b) => a.rank - b.rank)
    order.forEach(({ id }, n) => spots.set(id, { x: seats[n]!.x, y: seats[n]!.y }))
  }
  return spots
}

const itemOf =
  (stack: CardStack, takes: readonly ArtefactKind[]) =>
  (card: Child): FlowItem => ({ id: card.id, heightAt: (w) => stack.layFlowing(card, w, takes) })

/** A freely placed card is as high as it needs, whatever was stored. */
const boxIn =
  (stack: CardStack) =>
  (child: Child): Box => {
    if (isCard(child)) return stack.layFree(child)
    stack.layBelow(child.id)
    return boxOf(child.record)
  }

function cardsBelow(parentId: string, children: Children, above: readonly string[] = []): number {
  if (above.includes(parentId)) return 0
  return (children.get(parentId) ?? []).reduce((sum, { id, record }) => {
    const own = record.get('type') === 'card' ? 1 : 0
    return sum + own + cardsBelow(id, children, [...above, parentId])
  }, 0)
}

function sheetHeight(pageId: string, children: Children, growth: Growth, stack: CardStack): number {
  const loose = (children.get(pageId) ?? []).filter(({ record }) => !Array.isArray(record.get('m.seat')))
  const lowest = loose.map((child) => {
    const { y, h } = boxIn(stack)(child)
    return grownY(y, growth) + h + sheetMeasures.below
  })
  return Math.ceil(Math.max(sheetMeasures.minHeight, growth.to + sheetMeasures.bottom, ...lowest))
}

/** Where something that was put below the fields is now: fields that grow push it down, so that nothing is covered. */
export const grownY = (y: number, { from, to }: Growth): number => (y >= from ? y + to - from : y)

/** The other way round: what to store for a place on the grown sheet. */
export const storedY = (y: number, { from, to }: Growth): number =>
  y >= to ? y - (to - from) : Math.min(y, to)
