import type * as Y from 'yjs'
import type { Artefact } from '#shared/document/artefacts.ts'
import { ensureItems, itemsOf } from '#shared/document/artefacts.ts'
import {
  addItem,
  ensureItemText,
  moveItem,
  placeItem,
  putItemBack,
  readItems,
  removeItem,
  setItemField,
  type ItemsMap,
} from '#shared/document/items.ts'
import type { Item, ItemsSpec, ItemValue } from '#shared/kinds/field.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { asOneStep } from '../card-actions.ts'

/** A card's field of type `items`, and who changes it. */
export interface ItemsPlace {
  session: RoomSession
  artefact: Artefact
  field: string
  spec: ItemsSpec
}

/** What can be done to the items of a card; every action is one step of undo. Answers null where there is no room. */
export function addCardItem(place: ItemsPlace): string | null {
  return asOneStep(place.session, ({ artefacts }) => {
    const stored = ensureItems(artefacts, place.artefact.id, place.field)
    return stored && addItem(stored, place.spec)
  })
}

/** Adds items until there are so many, or no room is left. */
export function addCardItemsUpTo(place: ItemsPlace, count: number): void {
  asOneStep(place.session, ({ artefacts }) => {
    const stored = ensureItems(artefacts, place.artefact.id, place.field)
    if (!stored) return
    for (let there = stored.size; there < count; there++) addItem(stored, place.spec)
  })
}

/** The answer puts exactly this item back. */
export function removeCardItem(place: ItemsPlace, item: Item): () => void {
  change(place, (stored) => removeItem(stored, item.id))
  return () => putCardItemBack(place, item)
}

/** Puts an item back as it was, where nobody has done so. */
export function putCardItemBack(place: ItemsPlace, item: Item): void {
  change(place, (stored) => putItemBack(stored, place.spec, item))
}

/**
 * Goes on in a text of an item, which is put back where it is gone, as one step. Answers what the change does, an
 * offset; null where there is no room for the item any more.
 */
export function writeInCardItem(
  place: ItemsPlace,
  item: Item,
  field: string,
  write: (text: Y.Text) => number,
): number | null {
  return asOneStep(place.session, ({ artefacts }) => {
    const stored = itemsOf(artefacts, place.artefact.id, place.field)
    if (stored) putItemBack(stored, place.spec, item)
    const text = stored && ensureItemText(stored, item.id, field)
    return text && write(text)
  })
}

/**
 * Moves an item by some ranks. Answers where it stands now, counted from 0; null where it cannot go further, or is
 * gone.
 */
export function moveCardItem(place: ItemsPlace, id: string, by: number): number | null {
  const { session, artefact, field, spec } = place
  const items = readItems(spec, itemsOf(session.roots.artefacts, artefact.id, field))
  const from = items.findIndex((item) => item.id === id)
  const to = Math.min(items.length - 1, Math.max(0, from + by))
  if (from === -1 || to === from) return null
  change(place, (stored) => moveItem(stored, spec, id, to))
  return to
}

export function setCardItemField(place: ItemsPlace, id: string, field: string, value: ItemValue): void {
  change(place, (stored) => setItemField(stored, id, field, value))
}

/** Puts an item into another cell; null takes it out of the one it is in. */
export function moveCardItemTo(place: ItemsPlace, id: string, cell: string | null): void {
  change(place, (stored) => placeItem(stored, id, cell))
}

function change({ session, artefact, field }: ItemsPlace, to: (stored: ItemsMap) => void): void {
  asOneStep(session, ({ artefacts }) => {
    const stored = itemsOf(artefacts, artefact.id, field)
    if (stored) to(stored)
  })
}
