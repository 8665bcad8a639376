import * as Y from 'yjs'
import { maxCharsOf, maxItemCharsOf } from '#shared/document/correction-rules.ts'
import type { Roots } from '#shared/document/roots.ts'

type Entries = Y.Map<unknown>

/** How many UTF-16 units may stand in a text of a document, by what it is a field of. */
export function roomIn(text: Y.Text, { artefacts }: Pick<Roots, 'artefacts'>): number {
  const key = text._item?.parentSub ?? ''
  const around = text._item?.parent
  if (!(around instanceof Y.Map)) return maxCharsOf(null, key)
  if (isArtefact(around, artefacts)) return maxCharsOf((around as Entries).get('kind'), key)
  const items = around._item?.parent
  if (!(items instanceof Y.Map)) return maxCharsOf(null, key)
  return maxItemCharsOf(kindAround(items as Entries), fieldOf(items as Entries), key)
}

export const isArtefact = (type: unknown, artefacts: unknown) =>
  type instanceof Y.Map && type._item?.parent === artefacts

/** Kind of the card whose field holds these items. */
export function kindAround(items: Entries): unknown {
  const artefact = items._item?.parent
  return artefact instanceof Y.Map ? (artefact as Entries).get('kind') : null
}

export const fieldOf = (items: Entries) => items._item?.parentSub ?? ''
