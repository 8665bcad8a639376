import * as Y from 'yjs'
import { isId } from '../base/ids.ts'
import { limits } from '../base/limits.ts'
import { isMoment } from '../base/moment.ts'
import { CLEARANCE, clearanceFrom } from './clearance.ts'
import { statusFrom, type Authorship } from './authorship.ts'
import { fieldsOf, isKind, kindNames, traitsOf } from '../kinds/index.ts'
import { isFixed, type FieldSpec } from '../kinds/field.ts'
import { isSimpleEntry } from './field-rules.ts'
import { isCell, isOrder, isPlace } from './items.ts'
import { parseLinkKey } from '../evidence/links.ts'
import { isPhase } from '../workshop/phases.ts'

/**
 * What values the entries of a document may hold, as the server enforces it on every change (`server/rooms/corrections.ts`).
 * Pure predicates on single entries; who may change what is decided there.
 * Fields and kinds this version does not know are kept as they are, within bounds: a newer client may have made them.
 */

/** Entries of an artefact that are settled when it is created. */
const settledKeys: ReadonlySet<string> = new Set(['createdAt', 'authorship'])
const FIELD = 'f.'

/**
 * Fields that are settled once written, of whatever kind the artefact is at the moment: if it were the present kind's
 * matter, turning a quote into a note, rewriting its source and turning it back would be a way round.
 */
const settledFields: ReadonlySet<string> = new Set(
  kindNames.flatMap((kind) =>
    Object.entries(fieldsOf(kind)).flatMap(([name, spec]) => (isFixed(spec) ? [FIELD + name] : [])),
  ),
)

/** Whether an entry of an artefact must keep its first value (`before`, undefined where it is new). */
export function isSettled(key: string, before: unknown): boolean {
  if (before === undefined) return false
  if (settledKeys.has(key) || key === 'tags' || key === 'links') return true
  if (before instanceof Y.Text || before instanceof Y.Map) return true
  return settledFields.has(key) && before !== '' && before !== null
}

/** Whether an artefact may turn from one kind into another: what was imported stays what it is, by no detour either. */
export function mayTurn(from: unknown, into: unknown): boolean {
  const isImported = (kind: unknown) => isKind(kind) && traitsOf(kind).begins !== 'empty'
  return from === into || (!isImported(from) && !isImported(into))
}

/** Authorship with nothing beside what it promises. */
export function plainAuthorship(authorship: Authorship): Authorship {
  switch (authorship.as) {
    case 'anonymous':
      return { as: 'anonymous' }
    case 'organisation':
      return { as: 'organisation', organisation: authorship.organisation }
    case 'named': {
      const { memberId, name, organisation } = authorship
      return { as: 'named', memberId, name, organisation }
    }
  }
}

/** Small enough that as many as an entry may have stay within what a whole one may weigh. */
const SMALL_CHARS = limits.maxBoardRecordBytes / limits.maxEntriesPerMap

/** Whether one value among others can make a record or artefact too heavy. */
export const isHeavy = (value: unknown): boolean => charsOf(value) > SMALL_CHARS

/** What an entry adds to the weight of a record or artefact; texts and transcripts have limits of their own. */
export const weightOf = (key: string, value: unknown): number => (settledFields.has(key) ? 0 : charsOf(value))

function charsOf(value: unknown): number {
  if (typeof value === 'string') return value.length
  if (typeof value !== 'object' || value === null || value instanceof Y.AbstractType) return 0
  return JSON.stringify(value).length
}

/** Whether all that an artefact holds fits a kind: it turns into none that could not read it. */
export function fitsKind(artefact: Y.Map<unknown>, kind: unknown): boolean {
  for (const [key, value] of artefact.entries())
    if (key.startsWith(FIELD) && !isArtefactEntry(kind, key, value)) return false
  return true
}

/** Whether an entry of an artefact may hold this value. */
export function isArtefactEntry(kind: unknown, key: string, value: unknown): boolean {
  switch (key) {
    case 'kind':
      return typeof value === 'string' && value.length <= 40
    case 'phase':
      return isPhase(value)
    case 'status':
      return statusFrom(value) !== null
    case 'createdAt':
      return isMoment(value)
    case 'authorship':
      return isAuthorship(value)
    case 'tags':
    case 'links':
      return value instanceof Y.Map
    case CLEARANCE:
      return clearanceFrom(value) !== null
    default:
      return isFieldEntry(fieldSpec(kind, key), value)
  }
}

function fieldSpec(kind: unknown, key: string): FieldSpec | undefined {
  return isKind(kind) && key.startsWith(FIELD) ? fieldsOf(kind)[key.slice(FIELD.length)] : undefined
}

function isFieldEntry(spec: FieldSpec | undefined, value: unknown): boolean {
  switch (spec?.type) {
    case 'source':
      return value === null || isQuoteSource(value)
    case 'items':
      return value instanceof Y.Map
    default:
      if (spec) return isSimpleEntry(spec, value)
      return value instanceof Y.Text || value instanceof Y.Map || isBoundedValue(value)
  }
}

/** How many items a field may hold. Fields that this version does not know hold what any field may. */
export function maxItemsOf(kind: unknown, key: string): number {
  const spec = fieldSpec(kind, key)
  if (spec === undefined) return limits.maxItems
  return spec.type === 'items' ? spec.max : 0
}

/** Whether an entry of an item may hold this value, in a field of this kind of card. */
export function isItemEntry(kind: unknown, field: string, key: string, value: unknown): boolean {
  if (key === 'order') return isOrder(value)
  const spec = fieldSpec(kind, field)
  if (spec !== undefined && spec.type !== 'items') return false
  if (key === 'place') return isPlace(value) && (spec === undefined || spec.places === 'free')
  if (key === 'cell') return spec === undefined ? isBoundedValue(value) : isCell(spec, value)
  const inner = key.startsWith(FIELD) ? spec?.fields[key.slice(FIELD.length)] : undefined
  return inner ? isSimpleEntry(inner, value) : value instanceof Y.Text || isBoundedValue(value)
}

/** Whether an entry of an item must keep its first value (`before`, undefined where it is new). */
export function isSettledInItem(kind: unknown, field: string, key: string, before: unknown): boolean {
  const inner = innerSpec(kind, field, key)
  return inner !== undefined && isFixed(inner) && before !== undefined && before !== ''
}

/** Whether items of a field withhold something, so that those alone take one away who may release. */
export function isClosing(kind: unknown, field: string): boolean {
  const spec = fieldSpec(kind, field)
  return spec?.type === 'items' && spec.inside === 'closing'
}

function innerSpec(kind: unknown, field: string, key: string): FieldSpec | undefined {
  const spec = fieldSpec(kind, field)
  return spec?.type === 'items' && key.startsWith(FIELD) ? spec.fields[key.slice(FIELD.length)] : undefined
}

/** Characters a text of an item may have. */
export function maxItemCharsOf(kind: unknown, field: string, key: string): number {
  const inner = innerSpec(kind, field, key)
  return inner && 'maxChars' in inner ? inner.maxChars : limits.maxArtefactFieldChars
}

function isQuoteSource(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const { interviewId, start, end, revision } = value as Record<string, unknown>
  return (
    isId(interviewId) &&
    Number.isSafeInteger(start) &&
    Number.isSafeInteger(end) &&
    Number(start) <= Number(end) &&
    (revision === undefined || isId(revision))
  )
}

function isAuthorship(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const { as, name, organisation, memberId } = value as Record<string, unknown>
  const isText = (text: unknown, max: number) => typeof text === 'string' && text.length <= max
  if (as === 'anonymous') return Object.keys(value).length === 1
  if (as === 'organisation') return isText(organisation, limits.maxOrganisationChars)
  return (
    as === 'named' &&
    isId(memberId) &&
    isText(name, limits.maxNameChars) &&
    isText(organisation, limits.maxOrganisationChars)
  )
}

/** Characters a field's text may have; generous for fields this version does not know. */
export function maxCharsOf(kind: unknown, key: string): number {
  const spec = fieldSpec(kind, key)
  return spec && 'maxChars' in spec ? spec.maxChars : limits.maxArtefactFieldChars
}

/** Whether an entry of an artefact's tags or links may stand there. */
export function isMarkEntry(holder: 'tags' | 'links', key: string, value: unknown): boolean {
  if (value !== true || key.length > 120) return false
  return holder === 'tags' || isId(parseLinkKey(key)?.to)
}

/**
 * Whether an entry of a board record may hold this value; undefined where it was deleted. Entry by entry, because a
 * record is checked as a whole (`recordFault`) only when it is made: a drag changes one entry eight times a second.
 */
export function isRecordEntry(key: string, value: unknown): boolean {
  switch (key) {
    case 'xy':
      return Array.isArray(value) && value.length === 2 && value.every(isCoordinate)
    case 'parentId':
      return typeof value === 'string' && /^(page|shape):/.test(value)
    default:
      return isBoundedValue(value)
  }
}

const isCoordinate = (value: unknown) =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= limits.maxCoordinate

/** Plain data small enough to be passed around: finite numbers, no types of Yjs. The wire bounds its depth already. */
export function isBoundedValue(value: unknown): boolean {
  switch (typeof value) {
    case 'number':
      return Number.isFinite(value)
    case 'string':
      return value.length <= limits.maxBoardRecordBytes
    case 'object':
      return value === null || isBoundedObject(value)
    default:
      return typeof value !== 'bigint'
  }
}

function isBoundedObject(value: object): boolean {
  if (value instanceof Y.AbstractType || value instanceof Uint8Array) return false
  return isFiniteThroughout(value) && JSON.stringify(value).length <= limits.maxBoardRecordBytes
}

function isFiniteThroughout(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || value === null) return true
  return Object.values(value).every(isFiniteThroughout)
}
