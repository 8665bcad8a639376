import * as Y from 'yjs'
import { newId, type ArtefactId } from '../base/ids.ts'
import { cutBetweenCharacters, withoutControls } from '../base/visible-text.ts'
import { HOME, homeFrom, type Home } from './home.ts'
import { CLEARANCE, clearanceFrom, type Clearance } from './clearance.ts'
import { statusFrom, type Authorship, type Status } from './authorship.ts'
import type { FieldSpec, FieldValue } from '../kinds/field.ts'
import {
  emptyValue,
  fieldsOf,
  isKind,
  isTextField,
  kinds,
  traitsOf,
  type ArtefactKind,
} from '../kinds/index.ts'
import { linkKey, parseLinkKey, type Link } from '../evidence/links.ts'
import type { Phase } from '../workshop/phases.ts'
import { isArtefactEntry } from './correction-rules.ts'
import { isSimpleEntry } from './field-rules.ts'
import { itemsMap, readItems, type ItemsMap } from './items.ts'
import { textChange } from './text-change.ts'
import { writtenText } from './written-text.ts'

/**
 * Typed access to the artefacts of a document. Stored shape of one artefact (Y.Map):
 *
 *   kind, phase, status, createdAt (ms), authorship   plain values
 *   f.<field>   Y.Text for `text` and `line`, Y.Map for `items` (`items.ts`), else the plain value
 *   tags        Y.Map tag → true
 *   links       Y.Map linkKey → true
 *   home        plain value, where a group brought the card here (`home.ts`)
 *   clearance   plain value, where a person decided whether the card holds something confidential (`clearance.ts`)
 *
 * Artefacts are never deleted by people: one without a placement on the board is simply not shown, so undo brings it
 * back with everything others wrote into it meanwhile (docs/decisions/0002).
 *
 * All writing functions must be called inside a transaction of the caller's, so that its origin decides about undo.
 */
export interface Artefact {
  id: ArtefactId
  kind: ArtefactKind
  phase: Phase
  status: Status
  createdAt: number
  authorship: Authorship
  fields: Record<string, FieldValue>
  tags: string[]
  links: Link[]
  /** Where a person has decided whether the card holds something confidential. */
  clearance?: Clearance | undefined
  /** Where the card comes from, if a group brought it here. */
  home?: Home | undefined
}

export interface NewArtefact {
  kind: ArtefactKind
  id?: ArtefactId
  phase: Phase
  createdAt: number
  authorship: Authorship
  fields?: Record<string, FieldValue>
  tags?: string[]
  links?: Link[]
  status?: Status
  /** What a person said of the card that it is copied from or made of. */
  clearance?: Clearance | undefined
}

type ArtefactMap = Y.Map<unknown>
const fieldKey = (name: string) => `f.${name}`

/** Creates an artefact; it shows up once it is placed (`placements.ts`). */
export function createArtefact(artefacts: Y.Map<ArtefactMap>, source: NewArtefact): ArtefactId {
  const id = source.id ?? newId<ArtefactId>(source.createdAt)
  const entries: [string, unknown][] = [
    ['kind', source.kind],
    ['phase', source.phase],
    ['status', source.status ?? 'draft'],
    ['createdAt', source.createdAt],
    ['authorship', source.authorship],
    ['tags', new Y.Map((source.tags ?? []).map((tag) => [withoutControls(tag), true]))],
    ['links', new Y.Map((source.links ?? []).map((link) => [linkKey(link), true]))],
  ]
  for (const [name, spec] of Object.entries(fieldsOf(source.kind))) {
    const value = source.fields?.[name] ?? emptyValue(spec)
    entries.push([fieldKey(name), storedField(spec, value)])
  }
  // What was called confidential stays so in whatever is made of it; that it holds nothing is said of one text only
  if (source.clearance === 'closed') entries.push([CLEARANCE, 'closed'])
  artefacts.set(id, new Y.Map(entries))
  return id
}

/** A field as it is stored in a document that does not have it yet. */
export function storedField(spec: FieldSpec, value: FieldValue): unknown {
  // A damaged record may hold anything: what is no text counts as not written
  if (isTextField(spec)) return writtenText(typeof value === 'string' ? value : '')
  if (spec.type === 'items') return itemsMap(spec, Array.isArray(value) ? value : [])
  return spec.type === 'source' || isSimpleEntry(spec, value) ? value : emptyValue(spec)
}

/**
 * Plain values of one artefact; null where it is missing or of a kind this version does not know. An entry that holds
 * what the server would refuse reads as if nobody had written it: documents are old, damaged or tampered with, and
 * everything that shows or exports a card relies on these types.
 */
export function readArtefact(artefacts: Y.Map<ArtefactMap>, id: string): Artefact | null {
  const map = artefacts.get(id)
  const kind = map?.get('kind')
  if (!(map instanceof Y.Map) || !isKind(kind)) return null
  const clearance = clearanceFrom(map.get(CLEARANCE))
  const home = homeFrom(map.get(HOME))
  const sound = <Value>(key: string, otherwise: Value): Value => {
    const value = map.get(key)
    return isArtefactEntry(kind, key, value) ? (value as Value) : otherwise
  }
  return {
    id: id as ArtefactId,
    kind,
    phase: sound<Phase>('phase', 'preparation'),
    status: statusFrom(map.get('status')) ?? 'draft',
    createdAt: sound('createdAt', 0),
    authorship: sound<Authorship>('authorship', { as: 'anonymous' }),
    fields: readFields(map, kind),
    tags: keysOf(map.get('tags')).sort(),
    links: keysOf(map.get('links'))
      .sort()
      .flatMap((key) => parseLinkKey(key) ?? []),
    ...(clearance && { clearance }),
    ...(home && { home }),
  }
}

function readFields(map: ArtefactMap, kind: ArtefactKind): Record<string, FieldValue> {
  const fields: Record<string, FieldValue> = {}
  for (const [name, spec] of Object.entries(fieldsOf(kind))) {
    const stored = map.get(fieldKey(name))
    if (isTextField(spec)) fields[name] = stored instanceof Y.Text ? stored.toString() : ''
    else if (spec.type === 'items') fields[name] = readItems(spec, stored)
    else
      fields[name] = isArtefactEntry(kind, fieldKey(name), stored) ? (stored as FieldValue) : emptyValue(spec)
  }
  return fields
}

const keysOf = (value: unknown): string[] => (value instanceof Y.Map ? [...value.keys()] : [])

/** The shared text behind a field, for editors; null where the artefact or field is none. */
export function textOf(artefacts: Y.Map<ArtefactMap>, id: string, field: string): Y.Text | null {
  const text = artefacts.get(id)?.get(fieldKey(field))
  return text instanceof Y.Text ? text : null
}

/** Like `textOf`, but makes the text where an artefact from before the field existed has none. */
export function ensureText(artefacts: Y.Map<ArtefactMap>, id: string, field: string): Y.Text | null {
  const artefact = artefacts.get(id)
  if (artefact && !artefact.has(fieldKey(field))) artefact.set(fieldKey(field), new Y.Text())
  return textOf(artefacts, id, field)
}

/** The items behind a field, for `items.ts`; null where the artefact or field is none. */
export function itemsOf(artefacts: Y.Map<ArtefactMap>, id: string, field: string): ItemsMap | null {
  const items = artefacts.get(id)?.get(fieldKey(field))
  return items instanceof Y.Map ? (items as ItemsMap) : null
}

/** Like `itemsOf`, but makes the field where an artefact from before it existed has none. */
export function ensureItems(artefacts: Y.Map<ArtefactMap>, id: string, field: string): ItemsMap | null {
  const artefact = artefacts.get(id)
  if (artefact && !artefact.has(fieldKey(field))) artefact.set(fieldKey(field), new Y.Map())
  return itemsOf(artefacts, id, field)
}

/** Sets a field that is not text; for text use `replaceText` on `textOf`. */
export function setField(artefacts: Y.Map<ArtefactMap>, id: string, field: string, value: FieldValue): void {
  artefacts.get(id)?.set(fieldKey(field), value)
}

/** Says what a person decided about a card; null leaves it to be decided. */
export function setClearance(artefacts: Y.Map<ArtefactMap>, id: string, clearance: Clearance | null): void {
  if (clearance === null) artefacts.get(id)?.delete(CLEARANCE)
  else artefacts.get(id)?.set(CLEARANCE, clearance)
}

export function setStatus(artefacts: Y.Map<ArtefactMap>, id: string, status: Status): void {
  artefacts.get(id)?.set('status', status)
}

/**
 * Turns a text into another by its one changed stretch, so that others' typing around it survives.
 * @param caret where the writer's caret stands in `next` (see `textChange`)
 */
export function replaceText(text: Y.Text, next: string, caret?: number): void {
  const change = textChange(text.toString(), next, caret)
  if (!change) return
  if (change.removed > 0) text.delete(change.start, change.removed)
  if (change.inserted) text.insert(change.start, withoutControls(change.inserted))
}

export function addLink(artefacts: Y.Map<ArtefactMap>, from: string, link: Link): void {
  const links = artefacts.get(from)?.get('links')
  if (links instanceof Y.Map) links.set(linkKey(link), true)
}

export function removeLink(artefacts: Y.Map<ArtefactMap>, from: string, link: Link): void {
  const links = artefacts.get(from)?.get('links')
  if (links instanceof Y.Map) links.delete(linkKey(link))
}

export function setTag(artefacts: Y.Map<ArtefactMap>, id: string, tag: string, present: boolean): void {
  const tags = artefacts.get(id)?.get('tags')
  if (!(tags instanceof Y.Map)) return
  if (present) tags.set(withoutControls(tag), true)
  else tags.delete(tag)
}

/**
 * Gives an artefact another kind. The headline goes along; the fields of the former kind stay stored, so that turning
 * it back loses nothing. A headline too long for the new kind is shortened there and goes whole into the first free
 * text that can hold it.
 */
export function turnInto(artefacts: Y.Map<ArtefactMap>, id: string, kind: ArtefactKind): void {
  const map = artefacts.get(id)
  const artefact = readArtefact(artefacts, id)
  if (!map || !artefact || artefact.kind === kind) return
  map.set('kind', kind)
  for (const [name, spec] of Object.entries(fieldsOf(kind))) {
    if (map.has(fieldKey(name))) continue
    map.set(fieldKey(name), storedField(spec, emptyValue(spec)))
  }
  const headline = kinds[kind].headline
  for (const [name, value] of Object.entries(carriedOver(artefact, kind))) {
    const target = map.get(fieldKey(name))
    if (target instanceof Y.Text && (name === headline || target.length === 0)) replaceText(target, value)
  }
}

/** What of an artefact goes along into one of another kind: its headline, and where that is cut, the whole of it. */
function carriedOver(artefact: Artefact, kind: ArtefactKind): Record<string, string> {
  const whole = headlineOf(artefact)
  const specs = Object.entries(fieldsOf(kind)).filter(([, spec]) => isTextField(spec))
  const headline = specs.find(([name]) => name === kinds[kind].headline)
  if (!headline) return {}
  const short = fitted(whole, headline[1])
  if (short === whole) return { [headline[0]]: whole }
  const roomy = specs.find(([name, spec]) => name !== headline[0] && fitted(whole, spec) === whole)
  return { [headline[0]]: short, ...(roomy && { [roomy[0]]: whole }) }
}

/** The same for a card that is made beside it, where the kinds say which field these words belong in. */
export function derivedWords(from: Artefact, kind: ArtefactKind): Record<string, string> {
  const field = traitsOf(kind).wordsInto?.[from.kind]
  if (field === undefined) return carriedOver(from, kind)
  const spec = field === null ? undefined : fieldsOf(kind)[field]
  return field !== null && spec ? { [field]: fitted(headlineOf(from), spec) } : {}
}

function fitted(text: string, spec: FieldSpec): string {
  if (!isTextField(spec)) return ''
  const lines = spec.type === 'line' ? text.replace(/\s+/g, ' ') : text
  return lines.length <= spec.maxChars
    ? lines
    : `${cutBetweenCharacters(lines, spec.maxChars - 1).trimEnd()}…`
}

/** The one line that stands for an artefact in lists, search and screen readers; may be empty. */
export function headlineOf(artefact: Artefact): string {
  return String(artefact.fields[kinds[artefact.kind].headline] ?? '').trim()
}

/** The colour by which the whole card is told; undefined for kinds that have none of their own. */
export function colourOf({ kind, fields }: Artefact): string | undefined {
  const { colouredBy } = traitsOf(kind)
  return colouredBy === undefined ? undefined : String(fields[colouredBy])
}

/** The one line beside the headline that tells two cards of a kind apart; may be empty. */
export function detailOf({ kind, fields }: Artefact): string {
  return traitsOf(kind)
    .detail.map((name) => fields[name])
    .filter(Boolean)
    .join(' · ')
}

/** Whether there is anything in it: words, an image, a figure. Looks alone, such as a note's colour, are nothing. */
export function isBlank({ kind, fields }: Pick<Artefact, 'kind' | 'fields'>): boolean {
  return holdsNothing(fieldsOf(kind), fields)
}

function holdsNothing(
  specs: Readonly<Record<string, FieldSpec>>,
  fields: Readonly<Record<string, FieldValue>>,
): boolean {
  return Object.entries(specs).every(([name, spec]) => {
    const value = fields[name] ?? ''
    if (spec.type === 'choice') return true
    if (spec.type !== 'items') return typeof value === 'string' && value.trim() === ''
    return !Array.isArray(value) || value.every((item) => holdsNothing(spec.fields, item.fields))
  })
}

/** What people wrote on a card, field by field and item by item; without transcripts, choices and dates. */
export function textsOf({ kind, fields }: Artefact): string[] {
  return textsIn(fieldsOf(kind), fields)
}

function textsIn(
  specs: Readonly<Record<string, FieldSpec>>,
  fields: Readonly<Record<string, FieldValue>>,
): string[] {
  return Object.entries(specs).flatMap(([name, spec]) => {
    const value = fields[name]
    if (isTextField(spec)) return typeof value === 'string' ? [value] : []
    if (spec.type !== 'items' || !Array.isArray(value)) return []
    return value.flatMap((item) => textsIn(spec.fields, item.fields))
  })
}
