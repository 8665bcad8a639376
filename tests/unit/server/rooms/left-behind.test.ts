import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { newId, type ArtefactId, type MemberId } from '#shared/base/ids.ts'
import { addLink, createArtefact } from '#shared/document/artefacts.ts'
import { writeRecord } from '#shared/document/board-record.ts'
import { outlineOf } from '#shared/document/outline.ts'
import { moveToParent, placeArtefact, removePlacement } from '#shared/document/placements.ts'
import { rootsOf, type Roots } from '#shared/document/roots.ts'
import type { ArtefactKind } from '#shared/kinds/index.ts'
import { DocumentSync } from '#server/rooms/document-sync.ts'
import { layPages } from '#tests/support/room-session.ts'

const rights = { arrangePages: false, writeForOthers: false, removeComments: false, release: false }
const author = { id: newId<MemberId>(), name: 'Ich', organisation: 'Stadt Ich', rights }

interface Card {
  id: ArtefactId
  shape: string
}

let server: DocumentSync
let card: Card
let cluster: Card
let other: Card
let third: Card

function place({ artefacts, board }: Roots, kind: ArtefactKind, parentId: string): Card {
  const authorship = { as: 'anonymous' } as const
  const id = createArtefact(artefacts, { kind, phase: 'problem', createdAt: 1, authorship })
  return { id, shape: placeArtefact(board, { artefactId: id, parentId, x: 9, y: 9, w: 200, h: 160 }) }
}

beforeEach(async () => {
  const doc = new Y.Doc()
  const roots = rootsOf(doc)
  layPages(roots)
  cluster = place(roots, 'cluster', 'page:two')
  other = place(roots, 'cluster', 'page:two')
  third = place(roots, 'cluster', 'page:two')
  card = place(roots, 'note', 'page:one')
  const stored = { updates: [Y.encodeStateAsUpdate(doc)], bytesSinceSnapshot: 0, clients: new Map() }
  server = await DocumentSync.open(stored)
})

/** What somebody does who does not hear of the others yet; it is sent by what is answered. */
function offline(change: (roots: Roots) => void): () => void {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(server.doc))
  doc.transact(() => change(rootsOf(doc)))
  return () => {
    const update = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(server.doc))
    expect(server.submit(update, author, null).ok).toBe(true)
  }
}

const parentOf = (shape: string) => server.roots.board.get(shape)?.get('parentId')
const merge = (into: Card, gone: Card) =>
  offline(({ artefacts, board }) => {
    addLink(artefacts, into.id, { type: 'replaces', to: gone.id })
    removePlacement(board, gone.shape)
  })

describe('what lies on something that goes meanwhile', () => {
  it('invariant 1: lies where that lay', () => {
    const takenOff = offline(({ board }) => removePlacement(board, cluster.shape))
    offline(({ board }) => moveToParent(board, card.shape, cluster.shape))()
    takenOff()
    expect(parentOf(card.shape)).toBe('page:two')
  })

  it('invariant 1: goes along to the cluster that takes its place', () => {
    const merged = merge(other, cluster)
    offline(({ board }) => moveToParent(board, card.shape, cluster.shape))()
    merged()
    expect(parentOf(card.shape)).toBe(other.shape)
  })

  it('invariant 1: is not lost where two clusters are merged into each other at once', () => {
    offline(({ board }) => moveToParent(board, card.shape, cluster.shape))()
    const [one, another] = [merge(other, cluster), merge(cluster, other)]
    one()
    another()
    expect(server.roots.board.has(String(parentOf(card.shape)))).toBe(true)
    expect(parentOf(card.shape)).toBe('page:two')
  })

  it('invariant 1: lies where that lay if what takes its place is itself, or lies on it', () => {
    const merged = merge(other, cluster)
    offline(({ board }) => moveToParent(board, other.shape, cluster.shape))()
    merged()
    expect(parentOf(other.shape)).toBe('page:two')

    const again = merge(other, third)
    offline(({ board }) => moveToParent(board, other.shape, card.shape))()
    offline(({ board }) => moveToParent(board, card.shape, third.shape))()
    again()
    expect(parentOf(other.shape)).toBe(card.shape)
    expect(parentOf(card.shape)).toBe('page:two')
  })

  it('invariant 2: stays where it was if it comes too late, and comes to the first page if it is new', () => {
    let late: Card | null = null
    const moved = offline(({ board }) => moveToParent(board, card.shape, cluster.shape))
    const made = offline((roots) => {
      late = place(roots, 'note', cluster.shape)
    })
    offline(({ board }) => removePlacement(board, cluster.shape))()
    moved()
    made()
    expect(parentOf(card.shape)).toBe('page:one')
    expect(parentOf(late!.shape)).toBe('page:one')
  })

  it('invariant 3: waits for what was never here, and is shown by the list where the canvas shows it', () => {
    offline(({ board }) => board.get(card.shape)!.set('parentId', 'shape:comes-later'))()
    expect(parentOf(card.shape)).toBe('shape:comes-later')
    expect(outlineOf(server.roots)[0]!.cards.map(({ shapeId }) => shapeId)).toEqual([card.shape])
    offline(({ board }) =>
      writeRecord(board, {
        ...{ id: 'shape:comes-later', typeName: 'shape', type: 'frame', parentId: 'page:two', index: 'a1' },
        ...{ x: 0, y: 0, rotation: 0, isLocked: false, opacity: 1, meta: {} },
        props: { w: 300, h: 300, name: 'Später' },
      }),
    )()
    expect(outlineOf(server.roots)[1]!.frames[0]!.cards.map(({ shapeId }) => shapeId)).toEqual([card.shape])
  })
})
