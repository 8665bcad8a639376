import * as Y from 'yjs'
import { generateKeyBetween } from 'fractional-indexing-jittered'
import { isId, newId } from '../base/ids.ts'
import { limits } from '../base/limits.ts'
import type { Item, ItemsSpec, ItemValue } from '../kinds/field.ts'
import { emptyValue, isTextField } from '../kinds/index.ts'
import { isSimpleEntry } from './field-rules.ts'
import { byOrder, indexAtRank } from './order.ts'
import { writtenText } from './written-text.ts'

/**
 * Typed access to a field of type `items`. Stored shape: Y.Map item id → Y.Map
 *
 *   order       fractional index; equal ones are ordered by id, so that two people who reorder at once agree
 *   place, cell [x, y], or the name of a cell; where the specification has them
 *   f.<field>   Y.Text for `text` and `line`, else the plain value
 *
 * All writing functions must be called inside a transaction of the caller's.
 */
export type ItemsMap = Y.Map<Y.Map<unknown>>

const fieldKey = (name: string) => `f.${name}`

/** Items in their order. What the server would refuse reads as if nobody had written it. */
export function readItems(spec: ItemsSpec, stored: unknown): Item[] {
  if (!(stored instanceof Y.Map)) return []
  const items: Item[] = []
  for (const [id, map] of (stored as ItemsMap).entries()) {
    if (isId(id) && map instanceof Y.Map) items.push(readItem(spec, id, map))
  }
  return items.sort((a, b) => byOrder({ id: a.id, index: a.order }, { id: b.id, index: b.order }))
}

function readItem(spec: ItemsSpec, id: string, map: Y.Map<unknown>): Item {
  const order = map.get('order')
  const [place, cell] = [map.get('place'), map.get('cell')]
  const fields: Record<string, ItemValue> = {}
  for (const [name, field] of Object.entries(spec.fields)) {
    const value = map.get(fieldKey(name))
    if (isTextField(field)) fields[name] = value instanceof Y.Text ? value.toString() : ''
    else fields[name] = (isSimpleEntry(field, value) ? value : emptyValue(field)) as ItemValue
  }
  return {
    id,
    order: isOrder(order) ? order : FIRST,
    ...(spec.places === 'free' && isPlace(place) && { place }),
    ...(isCell(spec, cell) && { cell }),
    fields,
  }
}

/** Where an item without a sound order stands. */
const FIRST = generateKeyBetween(null, null)

/** A fractional index that others can be made from. */
export function isOrder(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > limits.maxOrderChars) return false
  try {
    return generateKeyBetween(value, null) > value
  } catch {
    // The library's only way to say that it is none.
    return false
  }
}

export const isPlace = (value: unknown): value is [number, number] =>
  Array.isArray(value) &&
  value.length === 2 &&
  value.every((at) => typeof at === 'number' && Math.abs(at) <= limits.maxCoordinate)

export const isCell = ({ places }: ItemsSpec, value: unknown): value is string =>
  typeof value === 'string' && Array.isArray(places) && places.includes(value)

/** The stored form of items, for a document that does not have them yet. */
export function itemsMap(spec: ItemsSpec, items: readonly Item[]): ItemsMap {
  return new Y.Map(items.map((item) => [item.id, itemMap(spec, item)]))
}

function itemMap(spec: ItemsSpec, { order, place, cell, fields }: Omit<Item, 'id'>): Y.Map<unknown> {
  const entries: [string, unknown][] = [['order', order]]
  if (place) entries.push(['place', [...place]])
  if (cell !== undefined) entries.push(['cell', cell])
  for (const [name, field] of Object.entries(spec.fields)) {
    const value = fields[name] ?? emptyValue(field)
    const isText = isTextField(field)
    const kept = isText || isSimpleEntry(field, value) ? value : emptyValue(field)
    entries.push([fieldKey(name), isText ? writtenText(typeof kept === 'string' ? kept : '') : kept])
  }
  return new Y.Map(entries)
}

interface NewItem {
  /** Rank among the others from 0; behind the last where it is left out. */
  rank?: number
  place?: [number, number]
  cell?: string
  fields?: Record<string, ItemValue>
}

/** Adds an item; null where there are as many as may be. */
export function addItem(stored: ItemsMap, spec: ItemsSpec, { rank, ...item }: NewItem = {}): string | null {
  const others = ranked(stored, spec)
  if (others.length >= spec.max) return null
  const id = newId<string>()
  const order = indexAtRank(others, rank ?? others.length)
  stored.set(id, itemMap(spec, { fields: {}, ...item, order }))
  return id
}

export function removeItem(stored: ItemsMap, id: string): void {
  stored.delete(id)
}

/** Moves an item to a rank among the others, counted without itself. */
export function moveItem(stored: ItemsMap, spec: ItemsSpec, id: string, rank: number): void {
  const others = ranked(stored, spec).filter((other) => other.id !== id)
  stored.get(id)?.set('order', indexAtRank(others, Math.max(0, rank)))
}

/** Puts an item somewhere else; `null` takes it out of its place or cell. */
export function placeItem(stored: ItemsMap, id: string, at: [number, number] | string | null): void {
  const item = stored.get(id)
  if (!item) return
  item.delete(typeof at === 'string' ? 'place' : 'cell')
  if (at === null) item.delete('place')
  else item.set(typeof at === 'string' ? 'cell' : 'place', at)
}

/** Sets a field that is not text; for text use `replaceText` on `itemText`. */
export function setItemField(stored: ItemsMap, id: string, field: string, value: ItemValue): void {
  stored.get(id)?.set(fieldKey(field), value)
}

/** The shared text behind an item's field; null where there is none. */
export function itemText(stored: ItemsMap, id: string, field: string): Y.Text | null {
  const text = stored.get(id)?.get(fieldKey(field))
  return text instanceof Y.Text ? text : null
}

/** Like `itemText`, but makes the text where an item from before the field existed has none. */
export function ensureItemText(stored: ItemsMap, id: string, field: string): Y.Text | null {
  const item = stored.get(id)
  if (item && !item.has(fieldKey(field))) item.set(fieldKey(field), new Y.Text())
  return itemText(stored, id, field)
}

/** Puts an item back as it was, unless it is there again by now. */
export function putItemBack(stored: ItemsMap, spec: ItemsSpec, { id, ...item }: Item): void {
  if (!stored.has(id) && stored.size < spec.max) stored.set(id, itemMap(spec, item))
}

const ranked = (stored: ItemsMap, spec: ItemsSpec) =>
  readItems(spec, stored).map(({ id, order }) => ({ id, index: order }))
