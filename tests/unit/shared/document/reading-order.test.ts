import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createArtefact } from '#shared/document/artefacts.ts'
import { cardsOf, outlineOf, unplacedArtefacts } from '#shared/document/outline.ts'
import { moveToParent, placeArtefact, removePlacement, seatFor } from '#shared/document/placements.ts'
import { moveInReadingOrder, rankOf } from '#shared/document/reading-order.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { spotBeside } from '#shared/document/free-spot.ts'
import { exchange, layPages } from '#tests/support/room-session.ts'

const size = { w: 200, h: 160 }

function room() {
  const doc = new Y.Doc()
  const roots = rootsOf(doc)
  layPages(roots)
  const lay = (text: string, x: number, y: number, parentId = 'page:one') => {
    const artefactId = createArtefact(roots.artefacts, {
      kind: 'note',
      phase: 'preparation',
      createdAt: 1,
      authorship: { as: 'anonymous' },
      fields: { text },
    })
    return placeArtefact(roots.board, { artefactId, parentId, x, y, ...size })
  }
  const texts = () => outlineOf(roots)[0]!.cards.map((card) => card.artefact.fields.text)
  return { doc, ...roots, lay, texts }
}

describe('the outline', () => {
  it('reads rows from top to bottom and inside a row from left to right', () => {
    const { lay, texts } = room()
    lay('unten', 0, 400)
    lay('rechts', 300, 20)
    lay('links', 0, 40)
    expect(texts()).toEqual(['links', 'rechts', 'unten'])
  })

  it('is the same on every screen when cards lie on the very same spot', () => {
    const one = room()
    const other = new Y.Doc()
    exchange(one.doc, other)
    for (let n = 0; n < 10; n++) one.lay(String(n), 5, 5)
    exchange(one.doc, other)
    const order = (doc: Y.Doc) => cardsOf(outlineOf(rootsOf(doc))[0]!).map((card) => card.shapeId)
    expect(order(other)).toEqual(order(one.doc))
  })

  it('puts cards of a frame into the frame', () => {
    const { lay, board, artefacts } = room()
    lay('im Rahmen', 10, 10, 'shape:frame')
    const [page] = outlineOf({ board, artefacts })
    expect(page!.cards).toEqual([])
    expect(page!.frames[0]!.cards[0]!.artefact.fields.text).toBe('im Rahmen')
  })

  it('keeps what was taken off the board as put aside', () => {
    const { lay, board, artefacts, texts } = room()
    const shapeId = lay('weg', 0, 0)
    removePlacement(board, shapeId)
    expect(texts()).toEqual([])
    expect(unplacedArtefacts({ board, artefacts }).map(({ fields }) => fields.text)).toEqual(['weg'])
  })
})

describe('moving a card in reading order', () => {
  it('passes the seats on and leaves everybody else where they are', () => {
    const { board, lay, texts } = room()
    const ids = ['a', 'b', 'c', 'd'].map((text, index) => lay(text, index * 300, 0))
    moveInReadingOrder(board, ids[0]!, 2)
    expect(texts()).toEqual(['b', 'c', 'a', 'd'])
    expect(board.get(ids[3]!)!.get('xy')).toEqual([900, 0])
    const seats = ids.slice(0, 3).map((id) => (board.get(id)!.get('xy') as number[])[0])
    expect([...seats].sort((x, y) => x! - y!)).toEqual([0, 300, 600])
  })

  it('moves by exactly one rank from any place to its neighbour', () => {
    for (let from = 0; from < 5; from++) {
      const { board, lay } = room()
      const ids = Array.from({ length: 5 }, (_, n) => lay(String(n), (n % 2) * 300, Math.floor(n / 2) * 300))
      moveInReadingOrder(board, ids[from]!, 1)
      expect(rankOf(board, ids[from]!).index).toBe(Math.min(4, from + 1))
    }
  })

  it('does nothing at the ends and says so', () => {
    const { board, lay } = room()
    const first = lay('a', 0, 0)
    const last = lay('b', 300, 0)
    expect(moveInReadingOrder(board, first, -1)).toBe(false)
    expect(moveInReadingOrder(board, last, 1)).toBe(false)
  })

  it('pulls cards on one spot apart, else they could never change', () => {
    const { board, lay } = room()
    const ids = ['a', 'b', 'c'].map((text) => lay(text, 0, 0)).sort()
    moveInReadingOrder(board, ids[0]!, 1)
    expect(rankOf(board, ids[0]!).index).toBe(1)
  })
})

describe('a spot for a card that nobody points at', () => {
  it('is right below what is there, however high the card is', () => {
    const { board, lay } = room()
    lay('a', 24, 24, 'shape:frame')
    const high = { w: 1184, h: 700 }
    expect(seatFor(board, 'shape:frame', 'matrix', high)).toMatchObject({ x: 24, y: 24 + size.h + 24 })
  })
})

describe('a spot beside a card', () => {
  it('is at its right, and below once that is taken', () => {
    const { board, lay } = room()
    const card = lay('a', 100, 100)
    expect(spotBeside(board, card, size)).toMatchObject({ parentId: 'page:one', x: 324, y: 100 })
    lay('b', 324, 100)
    expect(spotBeside(board, card, size)).toMatchObject({ x: 100, y: 284 })
  })

  it('never leaves the frame while there is room in it', () => {
    const { board, lay } = room()
    const card = lay('a', 690, 20, 'shape:frame')
    const spot = spotBeside(board, card, size)!
    expect(spot.x + size.w).toBeLessThanOrEqual(900)
    expect(spot.y + size.h).toBeLessThanOrEqual(600)
  })

  it('is no wider than the frame, which would cut the card off', () => {
    const { board, lay } = room()
    const card = lay('a', 20, 20, 'shape:frame')
    const wide = { w: 1184, h: 248 }
    expect(spotBeside(board, card, wide)).toMatchObject({ parentId: 'shape:frame', w: 852, h: 248 })
    expect(seatFor(board, 'shape:frame', 'matrix', wide)).toMatchObject({ x: 24, w: 852 })
    expect(seatFor(board, 'page:one', 'matrix', wide)).toMatchObject({ w: 1184 })
    const far = lay('b', 0, 0)
    board.get(far)!.set('p.w', 1184)
    moveToParent(board, far, 'shape:frame')
    expect(board.get(far)!.get('p.w')).toBe(852)
  })
})
