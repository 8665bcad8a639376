import * as Y from 'yjs'
import { withoutControls } from '../base/visible-text.ts'
import type { FieldValue } from '../kinds/field.ts'
import { fieldsOf, isKind } from '../kinds/index.ts'
import { linkKey } from '../evidence/links.ts'
import { storedField } from './artefacts.ts'
import { commentMap } from './comments.ts'
import { writeRecord } from './board-record.ts'
import { rootsOf } from './roots.ts'
import { writtenText } from './written-text.ts'
import type { ArtefactSnapshot, DocumentSnapshot, StoredValue } from './snapshot.ts'

/** Yjs client id of everything an import writes; like a template's, nobody's browser holds it. */
const SNAPSHOT_CLIENT_ID = 2

/** The Yjs update that fills an empty document with a snapshot. The snapshot must have been checked before. */
export function documentFromSnapshot(snapshot: DocumentSnapshot): Uint8Array {
  const doc = openSnapshot(snapshot)
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}

/** A document of its own with what a snapshot holds; whoever opens it destroys it. */
export function openSnapshot(snapshot: DocumentSnapshot): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = SNAPSHOT_CLIENT_ID
  doc.transact(() => fill(doc, snapshot))
  return doc
}

function fill(doc: Y.Doc, snapshot: DocumentSnapshot): void {
  const { artefacts, board, comments, meta } = rootsOf(doc)
  meta.set('schema', snapshot.schema)
  meta.set('createdAt', snapshot.createdAt)
  for (const record of snapshot.board) writeRecord(board, record)
  for (const artefact of snapshot.artefacts) artefacts.set(artefact.id, artefactMap(artefact))
  for (const { id, ...comment } of snapshot.comments) comments.set(id, commentMap(comment))
}

function artefactMap(artefact: ArtefactSnapshot): Y.Map<unknown> {
  const { kind, phase, status, createdAt, authorship, tags, links } = artefact
  const { clearance, home } = artefact
  const plain = Object.entries({
    kind,
    phase,
    status,
    createdAt,
    authorship,
    ...(clearance && { clearance }),
    ...(home && { home }),
  })
  return new Y.Map<unknown>([
    ...plain,
    ['tags', setOf(tags)],
    ['links', setOf(links.map(linkKey))],
    ...fieldEntries(kind, artefact.fields),
    ...stored(artefact.formerFields, 'f.'),
  ])
}

function fieldEntries(kind: string, fields: Record<string, FieldValue>): [string, unknown][] {
  const specs = isKind(kind) ? fieldsOf(kind) : {}
  return Object.entries(fields).map(([name, value]) => {
    const spec = specs[name]
    return [`f.${name}`, spec ? storedField(spec, value) : value]
  })
}

const restoredEntries = (item: Record<string, StoredValue>) => stored(item, '')

function stored(values: Record<string, StoredValue>, prefix: string): [string, unknown][] {
  return Object.entries(values).map(([key, value]) => [prefix + key, restored(value)])
}

function restored(stored: StoredValue): unknown {
  if ('text' in stored) return writtenText(stored.text)
  if ('words' in stored) return setOf(stored.words)
  if (!('records' in stored)) return stored.value
  return new Y.Map(Object.entries(stored.records).map(([id, item]) => [id, new Y.Map(restoredEntries(item))]))
}

const setOf = (words: readonly string[]) => new Y.Map(words.map((word) => [withoutControls(word), true]))
