import * as Y from 'yjs'
import { fieldsOf, kindNames, type ArtefactKind } from '#shared/kinds/index.ts'
import { newId } from '#shared/base/ids.ts'
import { createArtefact } from '#shared/document/artefacts.ts'
import { placeArtefact } from '#shared/document/placements.ts'
import { rootsOf, type Roots } from '#shared/document/roots.ts'

/**
 * What nobody can send, because it is refused or put back: as if a fault or an attacker's hand had written it straight
 * into the database.
 */
export interface Poison {
  /** How many records and artefacts were written that should not be there. */
  count: number
  /** Of those, artefacts. */
  artefacts: number
}

const deep = (levels: number): unknown => (levels === 0 ? 'tief' : { a: deep(levels - 1) })

/** Values that stand where others belong. */
const wrong: readonly unknown[] = [
  7,
  -1,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  1e300,
  'ein Text',
  '',
  'x'.repeat(20_000),
  null,
  true,
  10n,
  { a: 1 },
  [1, { b: [] }],
  { toString: 1, valueOf: 1 },
  deep(2_000),
  new Uint8Array([1, 2, 3]),
  // In a list, because Yjs itself looks at a value's constructor
  [JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}')],
]

const note = {
  kind: 'note',
  phase: 'problem',
  createdAt: 1,
  status: 'draft',
  authorship: { as: 'anonymous' },
}

/** Artefacts that are none, or not what they say. */
const badArtefacts = (): [string, unknown][] => [
  ['not-an-id', note],
  ['__proto__', note],
  [newId(), 'a text where a card should be'],
  [newId(), { ...note, kind: 'unheard-of' }],
  [newId(), { ...note, kind: 7 }],
  [newId(), { ...note, tags: 'none', links: [1, 2] }],
  [newId(), { ...note, '__proto__.x': 1, props: 1, meta: 2 }],
  [newId(), { ...note, authorship: { as: 'named', memberId: '<script>', name: 7 } }],
  [newId(), {}],
]

const card = (id: string) => ({
  id,
  typeName: 'shape',
  type: 'card',
  parentId: 'page:start',
  index: 'a1',
  xy: [0, 0],
  rotation: 0,
  isLocked: false,
  opacity: 1,
  'p.w': 1,
  'p.h': 1,
  'p.artefactId': newId(),
})

const shapeTypes = ['card', 'frame', 'geo', 'text', 'draw', 'arrow', 'group', 'image', 'line', 'embed', '7']

/** Records that are none, lead nowhere or in circles, or belong to somebody else. */
const badRecords = (): [string, unknown][] => [
  ['shape:text', 'a text where a record should be'],
  ['shape:other', card('shape:another')],
  ['shape:on-text', { ...card('shape:on-text'), parentId: 'shape:text' }],
  ['shape:self', { ...card('shape:self'), parentId: 'shape:self' }],
  ['shape:ring-a', { ...card('shape:ring-a'), type: 'group', parentId: 'shape:ring-b' }],
  ['shape:ring-b', { ...card('shape:ring-b'), type: 'group', parentId: 'shape:ring-a' }],
  ['shape:nowhere', { ...card('shape:nowhere'), parentId: 'page:nowhere' }],
  ['__proto__', card('__proto__')],
  ['constructor', card('constructor')],
  ['camera:one', { id: 'camera:one', typeName: 'camera' }],
  ['document:document', { id: 'document:document', typeName: 'document', gridSize: 'x', name: 7 }],
  ['page:', { id: 7, typeName: 'page', name: { a: 1 }, index: null }],
  ['page:no-index', { id: 'page:no-index', typeName: 'page', name: 'Ohne Platz', 'm.phase': 'problem' }],
  ['page:bad-name', { id: 'page:bad-name', typeName: 'page', name: { toString: 1 }, index: { toString: 1 } }],
  ['page:bad-index', { id: 'page:bad-index', typeName: 'page', name: 'Schief', index: -1, 'm.phase': 7 }],
  ['binding:lost', { ...binding('binding:lost'), fromId: 'shape:nowhere', toId: 'shape:nobody' }],
  ['binding:self', { ...binding('binding:self'), fromId: 'shape:self', toId: 'shape:self' }],
  ['asset:script', { ...asset('asset:script'), 'p.src': 'javascript:document.title="x"' }],
  ['asset:none', { id: 'asset:none', typeName: 'asset', type: 'image' }],
]

const binding = (id: string) => ({ id, typeName: 'binding', type: 'arrow', 'p.terminal': 'start' })
const asset = (id: string) => ({ id, typeName: 'asset', type: 'image', 'p.w': 1, 'p.h': 1, 'p.name': 'x' })

/** Writes poison among what is there; the cards made of it lie on `pageId`. */
export function poison(doc: Y.Doc, pageId: string): Poison {
  const roots = rootsOf(doc)
  const before = roots.artefacts.size + roots.board.size + roots.comments.size
  const known = new Set(roots.artefacts.keys())
  doc.transact(() => {
    for (const [id, value] of badArtefacts()) roots.artefacts.set(id, asMap(value))
    spoilArtefacts(roots)
    for (const id of roots.artefacts.keys()) if (!known.has(id)) lay(roots, id, pageId)
    spoilShapes(roots, pageId)
    for (const [id, value] of badRecords()) roots.board.set(id, asMap(value))
    roots.comments.set('__proto__', asMap({ text: deep(2_000) }))
    roots.comments.set(newId(), asMap('a text where a comment should be'))
  })
  return {
    count: roots.artefacts.size + roots.board.size + roots.comments.size - before,
    artefacts: roots.artefacts.size - known.size,
  }
}

/** An artefact of every kind for each of its entries, with a wrong value there; then one note for every wrong value. */
function spoilArtefacts({ artefacts }: Roots): void {
  let n = 0
  const spoil = (kind: ArtefactKind, entry: string) => {
    const id = createArtefact(artefacts, {
      kind,
      phase: 'problem',
      createdAt: 1,
      authorship: { as: 'anonymous' },
    })
    artefacts.get(id)!.set(entry, wrong[n++ % wrong.length])
  }
  for (const kind of kindNames) {
    const fields = Object.keys(fieldsOf(kind)).map((name) => `f.${name}`)
    for (const entry of [...commonEntries, ...fields]) spoil(kind, entry)
  }
  for (const entry of ['authorship', 'status', 'createdAt'])
    for (let i = 0; i < wrong.length; i++) spoil('note', entry)
}

const commonEntries = ['phase', 'status', 'createdAt', 'authorship', 'tags', 'links']

/** Close together, so that a canvas draws all of them at once. */
function lay({ board }: Roots, artefactId: string, parentId: string): void {
  const [column, row] = [board.size % 24, Math.floor(board.size / 24)]
  const place = { x: 40 + column * 24, y: 40 + row * 24, w: 200, h: 160 }
  placeArtefact(board, { artefactId, parentId, ...place })
}

/** A shape of every type for every property and a wrong value in it, and one without that property. */
function spoilShapes({ board }: Roots, pageId: string): void {
  let n = 0
  const properties = Object.keys(card('')).filter((key) => key !== 'id')
  for (const type of shapeTypes) {
    for (const property of [...properties, 'p.name', 'm.deep', 'm.__proto__', 'p.__proto__', 'p.extra']) {
      for (const isMissing of [true, false]) {
        const id = `shape:spoilt-${n}`
        const record: Record<string, unknown> = { ...card(id), type, parentId: pageId }
        if (isMissing) delete record[property]
        else record[property] = wrong[n % wrong.length]
        board.set(id, asMap(record))
        n++
      }
    }
  }
}

const asMap = (value: unknown) =>
  (typeof value === 'object' && value !== null ? new Y.Map(Object.entries(value)) : value) as Y.Map<unknown>
