import * as Y from 'yjs'
import { authorshipFrom, statusFrom } from './authorship.ts'
import { limits } from '../base/limits.ts'
import { phases } from '../workshop/phases.ts'
import { commentFault } from './comments.ts'
import { recordFault, unflattenRecord } from './board-record.ts'
import { rootsOf } from './roots.ts'

/** An entry that cannot be written as plain values. Its content stays out of reports; where it was kept, it stays. */
export interface UnreadableEntry {
  root: 'artefacts' | 'board' | 'comments'
  id: string
  reason: string
}

/** What the document's typed access relies on; fields are checked where they are read. Absent ones have defaults. */
const expected: readonly [key: string, isSound: (value: unknown) => boolean][] = [
  ['kind', (value) => typeof value === 'string' && value.length >= 1 && value.length <= MAX_KIND_CHARS],
  ['phase', (value) => phases.some((phase) => phase === value)],
  ['status', (value) => value === undefined || statusFrom(value) !== null],
  ['createdAt', (value) => value === undefined || (typeof value === 'number' && Number.isFinite(value))],
  ['authorship', (value) => value === undefined || authorshipFrom(value) !== null],
]

const MAX_KIND_CHARS = 60

/**
 * Removes every entry that a reader could stumble over, whatever wrote it, and says why. For copies of a document
 * that are about to be exported: the live one keeps all of it.
 */
export function removeUnreadable(doc: Y.Doc): UnreadableEntry[] {
  const { artefacts, board, comments } = rootsOf(doc)
  return doc.transact(() => [
    ...sweep('artefacts', artefacts, artefactFault),
    ...sweep('board', board, (map, id) => recordFault(id, unflattenRecord(map))),
    ...sweep('comments', comments, commentFault),
  ])
}

type Fault = (map: Y.Map<unknown>, id: string) => string | null

function sweep(
  root: UnreadableEntry['root'],
  entries: Y.Map<Y.Map<unknown>>,
  fault: Fault,
): UnreadableEntry[] {
  const found: UnreadableEntry[] = []
  for (const id of [...entries.keys()].sort()) {
    const reason = entryFault(entries.get(id), id, fault)
    if (reason === null) continue
    found.push({ root, id, reason })
    entries.delete(id)
  }
  return found
}

function entryFault(entry: unknown, id: string, fault: Fault): string | null {
  if (!(entry instanceof Y.Map)) return 'not a map'
  if (id === '__proto__') return 'reserved id'
  for (const [key, value] of entry.entries()) {
    if (key.endsWith('__proto__') || key === 'props' || key === 'meta') return 'reserved key'
    if (
      value instanceof Y.AbstractType
        ? !isReadable(value, ITEM_DEPTH)
        : !isPlain(value, limits.maxRecordDepth)
    )
      return 'values too deep or not plain'
  }
  return fault(entry, id)
}

/** A field's items are maps in a map. */
const ITEM_DEPTH = 2

/** Text, a set of words, or items of texts and plain values. */
function isReadable(value: Y.AbstractType<unknown>, depth: number): boolean {
  if (value instanceof Y.Text) return true
  if (!(value instanceof Y.Map) || depth === 0) return false
  const entries: [string, unknown][] = [...value.entries()]
  return entries.every(
    ([key, inner]) =>
      key !== '__proto__' &&
      (inner instanceof Y.AbstractType
        ? isReadable(inner as Y.AbstractType<unknown>, depth - 1)
        : isPlain(inner, limits.maxRecordDepth)),
  )
}

function artefactFault(map: Y.Map<unknown>): string | null {
  const fault = expected.find(([key, isSound]) => !isSound(map.get(key)))
  return fault ? `unexpected ${fault[0]}` : null
}

/** Whether JSON can hold the value and give it back. */
function isPlain(value: unknown, depth: number): boolean {
  if (value === null || value === undefined || typeof value === 'string' || typeof value === 'boolean')
    return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || depth === 0 || ArrayBuffer.isView(value)) return false
  if (Object.hasOwn(value, '__proto__')) return false
  return Object.values(value).every((inner) => isPlain(inner, depth - 1))
}
