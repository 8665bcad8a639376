import type * as Y from 'yjs'
import { newId, type ArtefactId } from '#shared/base/ids.ts'
import { createArtefact, itemsOf, setField, textOf, type NewArtefact } from '#shared/document/artefacts.ts'
import { addItem, itemText, placeItem, setItemField, type ItemsMap } from '#shared/document/items.ts'
import { placeArtefact } from '#shared/document/placements.ts'
import { rootsOf } from '#shared/document/roots.ts'
import type { FieldSpec, FieldValue, ItemsSpec, SimpleSpec } from '#shared/kinds/field.ts'
import { fieldsOf, kindNames, kinds, type ArtefactKind } from '#shared/kinds/index.ts'

/*
 * Cards of kinds that nobody has to name: what stands in them follows from what the kinds say of their fields.
 */
type Whose = 'mine' | 'yours'

const SOMETHING: Record<
  Exclude<SimpleSpec['type'], 'text' | 'line'>,
  (spec: never, whose: Whose) => FieldValue
> = {
  choice: ({ options }: Extract<SimpleSpec, { type: 'choice' }>, whose) =>
    whose === 'mine' ? options.at(-1)! : options[0]!,
  number: ({ min, max }: Extract<SimpleSpec, { type: 'number' }>, whose) => (whose === 'mine' ? max : min),
  date: (_spec, whose) => (whose === 'mine' ? '2026-03-02' : '2027-11-30'),
  image: () => newId(),
  transcript: () => 'Was gesagt wurde.',
  spans: () => '0-3',
}

const isText = (spec: FieldSpec): spec is Extract<FieldSpec, { type: 'text' | 'line' }> =>
  spec.type === 'text' || spec.type === 'line'

/** A card with one empty item in every list, and with its transcript, which is never written later. */
export function plainCard(doc: Y.Doc, kind: ArtefactKind, facts: Partial<NewArtefact> = {}): ArtefactId {
  const { artefacts } = rootsOf(doc)
  const fields: Record<string, FieldValue> = {}
  for (const [name, spec] of Object.entries(fieldsOf(kind)))
    if (spec.type === 'transcript') fields[name] = 'Was gesagt wurde.'
  const authorship = { as: 'anonymous' } as const
  const id = createArtefact(artefacts, { phase: 'problem', createdAt: 1, authorship, ...facts, kind, fields })
  for (const [name, spec] of Object.entries(fieldsOf(kind)))
    if (spec.type === 'items') addItem(itemsOf(artefacts, id, name)!, spec)
  return id
}

/** One card of every kind that there is, with something in every field, in rows on a page. */
export function oneOfEveryKind(doc: Y.Doc, pageId: string, facts: Partial<NewArtefact> = {}): void {
  for (const [n, kind] of kindNames.entries()) {
    const artefactId = plainCard(doc, kind, facts)
    writeTexts(doc, kind, artefactId, 'etwas ')
    setValues(doc, kind, artefactId)
    const [x, y] = [(n % 8) * 400, Math.floor(n / 8) * 500]
    placeArtefact(rootsOf(doc).board, { artefactId, parentId: pageId, x, y, ...kinds[kind].size })
  }
}

/** Writes in every text of a card, in those of its first items too. */
export function writeTexts(doc: Y.Doc, kind: ArtefactKind, id: string, word: string): void {
  const { artefacts } = rootsOf(doc)
  for (const [name, spec] of Object.entries(fieldsOf(kind))) {
    if (isText(spec)) textOf(artefacts, id, name)!.insert(0, word)
    if (spec.type !== 'items') continue
    const items = itemsOf(artefacts, id, name)!
    const [first] = [...items.keys()].sort()
    for (const [inner, innerSpec] of Object.entries(spec.fields))
      if (isText(innerSpec)) itemText(items, first!, inner)!.insert(0, word)
  }
}

/** Sets every value of a card that is no text, and adds an item to every list. @param whose two people set different ones */
export function setValues(doc: Y.Doc, kind: ArtefactKind, id: string, whose: Whose = 'mine'): void {
  const { artefacts } = rootsOf(doc)
  for (const [name, spec] of Object.entries(fieldsOf(kind))) {
    if (isText(spec) || spec.type === 'transcript') continue
    if (spec.type === 'items') fillItems(itemsOf(artefacts, id, name)!, spec, whose)
    else if (spec.type === 'source') setField(artefacts, id, name, { interviewId: newId(), start: 1, end: 2 })
    else setField(artefacts, id, name, SOMETHING[spec.type](spec as never, whose))
  }
}

function fillItems(items: ItemsMap, spec: ItemsSpec, whose: Whose): void {
  const added = addItem(items, spec, { rank: 0 })!
  if (spec.places !== undefined) placeItem(items, added, spec.places === 'free' ? [3, 4] : spec.places[0]!)
  for (const [inner, innerSpec] of Object.entries(spec.fields)) {
    if (isText(innerSpec)) itemText(items, added, inner)!.insert(0, 'neu')
    else
      setItemField(
        items,
        added,
        inner,
        SOMETHING[innerSpec.type](innerSpec as never, whose) as string | number,
      )
  }
}
