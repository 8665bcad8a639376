import type * as Y from 'yjs'
import { ensureText, itemsOf, textOf } from '#shared/document/artefacts.ts'
import { ensureItemText, itemText } from '#shared/document/items.ts'
import type { Roots } from '#shared/document/roots.ts'

/** Where somebody writes: in a field of a card, or in a field of one of the items that another field holds. */
export interface FieldPlace {
  artefactId: string
  field: string
  item?: { id: string; field: string } | undefined
}

/** The shared text that lies there; null where there is none. */
export function textAt({ artefacts }: Roots, { artefactId, field, item }: FieldPlace): Y.Text | null {
  if (!item) return textOf(artefacts, artefactId, field)
  const items = itemsOf(artefacts, artefactId, field)
  return items && itemText(items, item.id, item.field)
}

/** Like `textAt`, but makes the text where the card or item is from before the field existed. */
export function ensureTextAt({ artefacts }: Roots, { artefactId, field, item }: FieldPlace): Y.Text | null {
  if (!item) return ensureText(artefacts, artefactId, field)
  const items = itemsOf(artefacts, artefactId, field)
  return items && ensureItemText(items, item.id, item.field)
}

/** Names the place among the fields of its card, for presence. */
export function nameAt({ field, item }: Pick<FieldPlace, 'field' | 'item'>): string {
  return item ? `${field}.${item.id}.${item.field}` : field
}
