import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readArtefact } from '#shared/document/artefacts.ts'
import { writeRecord } from '#shared/document/board-record.ts'
import { draftCardsOf, writeDraftCard, type NewDraftCard } from '#shared/document/draft-cards.ts'
import { outlineOf } from '#shared/document/outline.ts'
import { revealing, type Chance } from '#shared/document/reveal.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { boxOf } from '#shared/document/shape-box.ts'
import { kinds } from '#shared/kinds/index.ts'

let ids = 0
const chance: Chance = {
  clientId: 4_711,
  id: () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`,
  shuffled: (items) => [...items].reverse(),
}

/** A sheet with two flowing fields, and a free page. */
function room(): Y.Doc {
  const doc = new Y.Doc()
  const { board } = rootsOf(doc)
  const page = { typeName: 'page', meta: { phase: 'problem' } }
  doc.transact(() => {
    writeRecord(board, { ...page, id: 'page:sheet', name: 'Ideen', index: 'a1', meta: { layout: 'sheet' } })
    writeRecord(board, { ...page, id: 'page:free', name: 'Frei', index: 'a2' })
    for (const [n, id] of ['shape:left', 'shape:right'].entries())
      writeRecord(board, {
        id,
        typeName: 'shape',
        type: 'frame',
        parentId: 'page:sheet',
        index: `a${n + 1}`,
        x: 0,
        y: 0,
        props: { w: 600, h: 400, name: id },
        meta: { seat: [0, n * 6, 6], flow: 2 },
      })
  })
  return doc
}

function drafted(...cards: Partial<NewDraftCard>[]) {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const card of cards)
      writeDraftCard(rootsOf(doc), {
        kind: 'note',
        phase: 'problem',
        pageId: 'page:sheet',
        fieldId: null,
        createdAt: 1,
        fields: { text: 'x' },
        ...card,
      })
  })
  return draftCardsOf(rootsOf(doc)).map((card) => ({ card, authorship: { as: 'anonymous' } as const }))
}

function revealed(doc: Y.Doc, cards: ReturnType<typeof drafted>): Y.Doc {
  Y.applyUpdate(doc, revealing(rootsOf(doc).board, cards, 5_000, chance))
  return doc
}

const placesOf = (doc: Y.Doc) =>
  [...rootsOf(doc).board.values()].filter((record) => record.get('type') === 'card')

describe('revealed cards', () => {
  it('lie in the field they were meant for, behind each other in an order', () => {
    const doc = revealed(room(), drafted({ fieldId: 'shape:right' }, { fieldId: 'shape:right' }, {}))
    const parents = placesOf(doc).map((record) => record.get('parentId'))
    expect(parents.sort()).toEqual(['shape:left', 'shape:right', 'shape:right'])
    expect(outlineOf(rootsOf(doc)).length).toBeGreaterThan(0)
  })

  it('cover nothing and nobody on a page without fields, two hundred at once', () => {
    const many = Array.from({ length: 200 }, () => ({ pageId: 'page:free' }))
    const boxes = placesOf(revealed(room(), drafted(...many))).map(boxOf)
    expect(boxes).toHaveLength(200)
    for (const [at, a] of boxes.entries())
      for (const b of boxes.slice(at + 1))
        expect(a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y).toBe(true)
  })

  it('of a page that is gone are on the first page, and of none are in the document without a place', () => {
    const doc = revealed(room(), drafted({ pageId: 'page:gone' }))
    expect(placesOf(doc)[0]!.get('parentId')).toBe('shape:left')
    const empty = revealed(new Y.Doc(), drafted({}))
    expect(placesOf(empty)).toEqual([])
    expect(rootsOf(empty).artefacts.size).toBe(1)
  })

  it('carry content over and nothing else', () => {
    const cards = drafted({ fields: { text: 'Eins' } }, { kind: 'persona', fields: { name: 'Ute' } })
    const doc = revealed(room(), cards)
    const { artefacts } = rootsOf(doc)
    const read = [...artefacts.keys()].map((id) => readArtefact(artefacts, id)!)
    expect(read.map(({ createdAt }) => createdAt)).toEqual([5_000, 5_000])
    expect(read.map(({ kind }) => kind).sort()).toEqual(['note', 'persona'])
    for (const { card } of cards) expect(artefacts.has(card.artefact.id)).toBe(false)
    expect(kinds[read[0]!.kind]).toBeDefined()
  })

  it('come from the server’s client alone and depend on nothing', () => {
    const update = revealing(rootsOf(room()).board, drafted({}, {}), 5_000, chance)
    expect([...Y.parseUpdateMeta(update).to.keys()]).toEqual([chance.clientId])
    const bare = new Y.Doc()
    Y.applyUpdate(bare, update)
    expect(bare.store.pendingStructs).toBeNull()
    expect(rootsOf(bare).artefacts.size).toBe(2)
  })
})
