import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { newId } from '#shared/base/ids.ts'
import type { ArtefactKind } from '#shared/kinds/index.ts'
import { createArtefact } from '#shared/document/artefacts.ts'
import { writeRecord } from '#shared/document/board-record.ts'
import { outlineOf } from '#shared/document/outline.ts'
import { moveToParent, placeArtefact, seatFor } from '#shared/document/placements.ts'
import { moveInReadingOrder, rankOf } from '#shared/document/reading-order.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { storedMeasure } from '#shared/layout/held-cards.ts'
import { placesOnPage } from '#shared/layout/page-places.ts'

const PAGE = 'page:one'
const [quotes, others, free] = ['shape:quotes', 'shape:others', 'shape:free']
const size = { w: 284, h: 100 }

function sheet() {
  const roots = rootsOf(new Y.Doc())
  const { board } = roots
  writeRecord(board, { id: PAGE, typeName: 'page', name: 'Seite', index: 'a1', meta: { layout: 'sheet' } })
  const field = (id: string, seat: number[], meta: object) =>
    writeRecord(board, {
      ...{ id, typeName: 'shape', type: 'frame', parentId: PAGE, index: 'a1', x: 0, y: 0 },
      props: { w: 100, h: 100, name: id },
      meta: { seat, ...meta },
    })
  field(quotes, [0, 6, 6], { flow: 2, takes: ['quote'] })
  field(others, [0, 0, 6], { flow: 2 })
  field(free, [1, 0, 12], {})
  const add = (parentId: string, kind: ArtefactKind = 'note', h = size.h) => {
    const authorship = { as: 'anonymous' } as const
    const artefactId = createArtefact(roots.artefacts, {
      kind,
      phase: 'preparation',
      createdAt: 1,
      authorship,
    })
    const seat = seatFor(board, parentId, kind, { ...size, h })
    return placeArtefact(board, { artefactId, ...seat, w: size.w, h })
  }
  const places = () => placesOnPage(board, PAGE, storedMeasure)!
  return { roots, board, add, places }
}

describe('a sheet', () => {
  it('is laid out the same from the same document, and a free page not at all', () => {
    const { board, add, places } = sheet()
    for (let n = 0; n < 9; n++) add(PAGE)
    expect(places()).toEqual(places())
    board.get(PAGE)!.delete('m.layout')
    expect(placesOnPage(board, PAGE, storedMeasure)).toBeNull()
  })

  it('seats its fields on the columns, side by side in a row of one height', () => {
    const { boxes } = sheet().places()
    expect(boxes.get(others)).toMatchObject({ x: 32, w: 584 })
    expect(boxes.get(quotes)).toMatchObject({ x: 632, w: 584 })
    expect(boxes.get(free)).toMatchObject({ x: 32, w: 1184 })
    expect(boxes.get(others)!.h).toBe(boxes.get(quotes)!.h)
  })

  it('is 688 high when fresh, and grows downwards so that every field shows all its cards', () => {
    const { add, places } = sheet()
    expect(places().h).toBe(688)
    const cards = Array.from({ length: 40 }, () => add(PAGE))
    const { boxes, h } = places()
    const field = boxes.get(others)!
    for (const id of cards) expect(boxes.get(id)!.y + boxes.get(id)!.h).toBeLessThan(field.h)
    expect(boxes.get(free)!.y).toBeGreaterThanOrEqual(field.y + field.h + 16)
    expect(h).toBeGreaterThan(688)
  })

  it('pushes what lies under its fields down as they grow, with 120 left below', () => {
    const { board, add, places } = sheet()
    const id = placeArtefact(board, { artefactId: newId(), parentId: PAGE, x: 32, y: 700, ...size })
    const fresh = places()
    expect(fresh.h).toBe(700 + size.h + 120)
    for (let n = 0; n < 40; n++) add(PAGE)
    expect(places().h - fresh.h).toBe(places().growth.to - fresh.growth.to)
    expect(board.get(id)!.get('xy')).toEqual([32, 700])
  })
})

describe('a card made for a page', () => {
  it('goes into the field that takes its kind, else into the one that takes anything, behind what is there', () => {
    const { board, add } = sheet()
    const [note, quote, second] = [add(PAGE), add(PAGE, 'quote'), add(PAGE, 'quote')]
    expect(board.get(note)!.get('parentId')).toBe(others)
    expect(board.get(quote)!.get('parentId')).toBe(quotes)
    expect(rankOf(board, second)).toEqual({ index: 1, count: 2 })
  })

  it('is listed with its field, and the fields as they stand on the sheet', () => {
    const { roots, add } = sheet()
    const [note, quote] = [add(PAGE), add(PAGE, 'quote')]
    const [page] = outlineOf(roots)
    expect(page!.cards).toEqual([])
    expect(page!.frames.map(({ id }) => id)).toEqual([others, quotes, free])
    expect(page!.frames.map(({ cards }) => cards.map(({ shapeId }) => shapeId))).toEqual([
      [note],
      [quote],
      [],
    ])
  })

  it('is moved to the field of another page that takes its kind', () => {
    const { board, add } = sheet()
    const card = add(others, 'note')
    moveToParent(board, card, free)
    expect(board.get(card)!.get('parentId')).toBe(free)
    moveToParent(board, card, PAGE, 'quote')
    expect(board.get(card)!.get('parentId')).toBe(quotes)
  })
})

describe('the order in a field', () => {
  it('is what the list moves cards in, and the board shows', () => {
    const { roots, board, add, places } = sheet()
    const [a, b, c] = [add(PAGE), add(PAGE), add(PAGE)]
    expect(moveInReadingOrder(board, c, -2)).toBe(true)
    expect(moveInReadingOrder(board, c, -1)).toBe(false)
    expect(outlineOf(roots)[0]!.frames[0]!.cards.map(({ shapeId }) => shapeId)).toEqual([c, a, b])
    const { boxes } = places()
    expect(boxes.get(c)).toMatchObject({ x: 12 })
    expect(boxes.get(a)!.x).toBeGreaterThan(boxes.get(c)!.x)
    expect(boxes.get(b)!.y).toBeGreaterThan(boxes.get(c)!.y)
  })
})
