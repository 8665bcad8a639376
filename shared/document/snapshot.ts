import * as Y from 'yjs'
import { isMoment } from '../base/moment.ts'
import { HOME, keptHomeFrom, type KeptHome } from './home.ts'
import { CLEARANCE, clearanceFrom, type Clearance } from './clearance.ts'
import { authorshipFrom, statusFrom, type Authorship, type Status } from './authorship.ts'
import type { FieldValue } from '../kinds/field.ts'
import { fieldsOf, isKind } from '../kinds/index.ts'
import { parseLinkKey, type Link } from '../evidence/links.ts'
import type { Phase } from '../workshop/phases.ts'
import { readComment, type Comment } from './comments.ts'
import { readItems } from './items.ts'
import { unflattenRecord, type BoardRecord } from './board-record.ts'
import { removeUnreadable, type UnreadableEntry } from './quarantine.ts'
import { documentSchema, rootsOf } from './roots.ts'

/**
 * A document as plain JSON: complete, ordered, and enough to build an equal document from (`snapshot-document.ts`).
 * What cannot be written as plain values is left out and named in `unreadable`; the original keeps it.
 */
export interface DocumentSnapshot {
  schema: number
  createdAt: number
  /** Placed or not, by id. */
  artefacts: ArtefactSnapshot[]
  /** Pages, shapes, bindings and assets in tldraw's record format, by id. */
  board: BoardRecord[]
  /** By id. */
  comments: Comment[]
  unreadable: UnreadableEntry[]
}

export interface ArtefactSnapshot {
  id: string
  /** Possibly one that this version does not know. */
  kind: string
  phase: Phase
  status: Status
  createdAt: number
  authorship: Authorship
  /** Fields of the kind. */
  fields: Record<string, FieldValue>
  /** Fields of a kind the artefact had before; they come back when it is turned back. */
  formerFields: Record<string, StoredValue>
  tags: string[]
  links: Link[]
  /** Where a person has decided whether the card holds something confidential. */
  clearance?: Clearance | undefined
  /** Where a group brought it from; a group of the same file. */
  home?: KeptHome | undefined
}

/** A value together with how it is stored: shared text, a set of words, records by id (items), or plain JSON. */
export type StoredValue =
  { text: string } | { words: string[] } | { records: Record<string, StoredRecord> } | { value: Json }

/** An item of a kind the card had before. */
type StoredRecord = Record<string, { text: string } | { value: Json }>

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

const FIELD_PREFIX = 'f.'

/** Takes the document as it is; unreadable entries are removed from `doc`, so hand in a copy. */
export function takeSnapshot(doc: Y.Doc): DocumentSnapshot {
  const unreadable = removeUnreadable(doc)
  const { artefacts, board, comments, meta } = rootsOf(doc)
  return {
    schema: Number(meta.get('schema')) || documentSchema,
    createdAt: momentFrom(meta.get('createdAt')),
    artefacts: sorted(artefacts).map(([id, map]) => artefactSnapshot(id, map)),
    board: sorted(board).map(([, flat]) => unflattenRecord(flat)),
    comments: sorted(comments).flatMap(([id]) => readComment(comments, id) ?? []),
    unreadable,
  }
}

function sorted(root: Y.Map<Y.Map<unknown>>): [string, Y.Map<unknown>][] {
  return [...root.entries()].sort(([a], [b]) => (a < b ? -1 : 1))
}

function artefactSnapshot(id: string, map: Y.Map<unknown>): ArtefactSnapshot {
  const kind = String(map.get('kind'))
  const stored = storedValues(map)
  const clearance = clearanceFrom(map.get(CLEARANCE))
  const home = keptHomeFrom(map.get(HOME))
  return {
    id,
    kind,
    phase: map.get('phase') as Phase,
    status: statusFrom(map.get('status')) ?? 'draft',
    createdAt: momentFrom(map.get('createdAt')),
    authorship: authorshipFrom(map.get('authorship')) ?? { as: 'anonymous' },
    ...splitFields(kind, map, stored),
    tags: wordsOf(stored.tags).sort(),
    links: wordsOf(stored.links)
      .sort()
      .flatMap((key) => parseLinkKey(key) ?? []),
    ...(clearance !== null && { clearance }),
    ...(home && { home }),
  }
}

/** Fields of the present kind as plain values, all others with how they are stored. */
function splitFields(kind: string, map: Y.Map<unknown>, stored: Record<string, StoredValue>) {
  const specs = isKind(kind) ? fieldsOf(kind) : {}
  const fields: Record<string, FieldValue> = {}
  const formerFields: Record<string, StoredValue> = {}
  for (const [key, value] of Object.entries(stored)) {
    if (!key.startsWith(FIELD_PREFIX)) continue
    const name = key.slice(FIELD_PREFIX.length)
    const spec = specs[name]
    if (spec?.type === 'items') fields[name] = readItems(spec, map.get(key))
    else if (spec) fields[name] = plainValue(value)
    else formerFields[name] = value
  }
  return { fields, formerFields }
}

/** What was stored before moments had bounds is none. */
const momentFrom = (stored: unknown) => (isMoment(stored) ? stored : 0)

function plainValue(stored: StoredValue): FieldValue {
  if ('text' in stored) return stored.text
  return 'value' in stored ? ((stored.value ?? null) as FieldValue) : null
}

const wordsOf = (stored: StoredValue | undefined) => (stored && 'words' in stored ? [...stored.words] : [])

function storedValues(map: Y.Map<unknown>): Record<string, StoredValue> {
  const entries = [...map.entries()].sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, value]) => [key, storedValue(key, value)]))
}

function storedValue(key: string, value: unknown): StoredValue {
  if (value instanceof Y.Text) return { text: value.toString() }
  if (value instanceof Y.Map && key.startsWith(FIELD_PREFIX)) return { records: recordsIn(value) }
  if (value instanceof Y.Map) return { words: [...value.keys()].sort() }
  return { value: (value ?? null) as Json }
}

function recordsIn(items: Y.Map<unknown>): Record<string, StoredRecord> {
  const records: Record<string, StoredRecord> = {}
  for (const id of [...items.keys()].sort()) {
    const item = items.get(id)
    if (!(item instanceof Y.Map)) continue
    const entries = [...(item as Y.Map<unknown>).entries()].sort(([a], [b]) => (a < b ? -1 : 1))
    records[id] = Object.fromEntries(
      entries.map(([key, value]) => [
        key,
        value instanceof Y.Text ? { text: value.toString() } : { value: (value ?? null) as Json },
      ]),
    )
  }
  return records
}
