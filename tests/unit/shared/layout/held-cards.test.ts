import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { ArtefactKind } from '#shared/kinds/index.ts'
import { addLink, createArtefact, readArtefact, turnInto } from '#shared/document/artefacts.ts'
import { writeRecord } from '#shared/document/board-record.ts'
import {
  axesPlaceOf,
  heldCounts,
  isFolded,
  membershipsIn,
  quadrantOf,
  setAxesPlace,
  setFolded,
} from '#shared/document/containers.ts'
import { cardsOf, outlineOf } from '#shared/document/outline.ts'
import { moveToParent, placeArtefact, removePlacement } from '#shared/document/placements.ts'
import { moveInReadingOrder } from '#shared/document/reading-order.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { evidenceGraph, evidenceOf } from '#shared/evidence/evidence.ts'
import { storedMeasure, worthAt, type CardMeasure } from '#shared/layout/held-cards.ts'
import { placesOnCards, placesOnPage } from '#shared/layout/page-places.ts'

const PAGE = 'page:one'
const FIELD = 'shape:field'

function room(layout: 'sheet' | 'free' = 'sheet') {
  const roots = rootsOf(new Y.Doc())
  const { board, artefacts } = roots
  writeRecord(board, { id: PAGE, typeName: 'page', name: 'Seite', index: 'a1', meta: { layout } })
  writeRecord(board, {
    ...{ id: FIELD, typeName: 'shape', type: 'frame', parentId: PAGE, index: 'a1', x: 0, y: 0 },
    props: { w: 100, h: 100, name: 'Muster' },
    meta: { seat: [0, 0, 12], flow: 2 },
  })
  const add = (parentId: string, kind: ArtefactKind = 'note', h = 100) => {
    const made = { kind, phase: 'problem', createdAt: 1, authorship: { as: 'anonymous' } } as const
    const artefactId = createArtefact(artefacts, made)
    const id = placeArtefact(board, { artefactId, parentId, x: 700, y: 900, w: 384, h })
    return { id, artefactId }
  }
  const places = (measure: CardMeasure = storedMeasure) => placesOnPage(board, PAGE, measure)!
  return { roots, board, artefacts, add, places }
}

describe('a cluster', () => {
  it('holds its cards in two columns without overlaps, and is as high as they need', () => {
    const { add, places } = room()
    const cluster = add(FIELD, 'cluster', 212)
    const members = [300, 120, 80, 260].map((h) => add(cluster.id, 'note', h).id)
    const { boxes } = places()
    const inside = members.map((id) => boxes.get(id)!)
    expect(new Set(inside.map(({ x }) => x)).size).toBe(2)
    for (const [n, a] of inside.entries())
      for (const b of inside.slice(n + 1))
        expect(a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y).toBe(true)
    const lowest = Math.max(...inside.map(({ y, h }) => y + h))
    expect(boxes.get(cluster.id)!.h).toBeGreaterThan(lowest)
    expect(boxes.get(FIELD)!.h).toBeGreaterThan(boxes.get(cluster.id)!.h)
  })

  it('lays out its cards on free pages too, and tells how high it must be', () => {
    const { board, add } = room('free')
    const cluster = add(PAGE, 'cluster', 212)
    const member = add(cluster.id, 'note', 400)
    const { boxes, heights } = placesOnCards(board, PAGE, storedMeasure)
    expect(boxes.get(member.id)!.h).toBe(400)
    expect(heights.get(cluster.id)).toBeGreaterThan(400)
  })

  it('is as high as its words while it is folded, whatever it was made as, and holds what it held', () => {
    const { roots, board, add } = room('free')
    const cluster = add(PAGE, 'cluster', 400)
    const member = add(cluster.id, 'note', 300)
    const words = { ...storedMeasure, height: () => 96 }
    const open = placesOnCards(board, PAGE, words).heights.get(cluster.id)!
    setFolded(board, cluster.id, true)
    expect(placesOnCards(board, PAGE, words).heights.get(cluster.id)).toBe(96)
    expect(heldCounts(roots).get(cluster.artefactId)).toMatchObject({ cards: 1, folded: true })
    setFolded(board, cluster.id, false)
    expect(placesOnCards(board, PAGE, words).heights.get(cluster.id)).toBe(open)
    expect(board.get(member.id)!.get('parentId')).toBe(cluster.id)
  })

  it('alone can be folded: a matrix, and a card that holds nothing any more, show what lies on them', () => {
    const { board, artefacts, add } = room('free')
    const [cluster, matrix] = [add(PAGE, 'cluster'), add(PAGE, 'matrix')]
    for (const { id } of [cluster, matrix]) setFolded(board, id, true)
    expect([cluster, matrix].map(({ id }) => isFolded(board, id))).toEqual([true, false])
    turnInto(artefacts, cluster.artefactId, 'note')
    expect(isFolded(board, cluster.id)).toBe(false)
  })

  it('keeps the order of its cards, which the list changes', () => {
    const { roots, board, add } = room()
    const cluster = add(FIELD, 'cluster')
    const [first, second] = [add(cluster.id), add(cluster.id)]
    moveInReadingOrder(board, second.id, -1)
    const [held] = outlineOf(roots)[0]!.frames[0]!.cards
    expect(held!.held.map(({ shapeId }) => shapeId)).toEqual([second.id, first.id])
    expect(cardsOf(outlineOf(roots)[0]!)).toHaveLength(3)
  })

  it('rests on the quotes that lie on it, without a stored link, and no longer when they are moved away', () => {
    const { roots, board, artefacts, add } = room()
    const cluster = add(FIELD, 'cluster')
    const quote = add(cluster.id, 'quote')
    const against = add(FIELD, 'quote')
    addLink(artefacts, against.artefactId, { type: 'contradicts', to: cluster.artefactId })
    const evidence = () => {
      const all = [...artefacts.keys()].flatMap((id) => readArtefact(artefacts, id) ?? [])
      return evidenceOf(evidenceGraph(all, membershipsIn(roots)), cluster.artefactId)
    }
    expect(evidence().pieces).toEqual([quote.artefactId])
    expect(evidence().contradictions).toEqual([against.artefactId])
    moveToParent(board, quote.id, FIELD)
    expect(evidence().pieces).toEqual([])
  })

  it('goes without its cards, which stay where it lay', () => {
    const { board, add } = room()
    const cluster = add(FIELD, 'cluster')
    const member = add(cluster.id)
    removePlacement(board, cluster.id)
    expect(board.get(member.id)!.get('parentId')).toBe(FIELD)
  })

  it('cannot be put on itself or on what it holds', () => {
    const { board, add } = room()
    const matrix = add(FIELD, 'matrix')
    const cluster = add(matrix.id, 'cluster')
    moveToParent(board, matrix.id, cluster.id)
    expect(board.get(matrix.id)!.get('parentId')).toBe(FIELD)
  })
})

describe('a matrix', () => {
  it('shows a card where its worth on the axes puts it, inside the cross, and reads the worth back', () => {
    const { board, add, places } = room()
    const matrix = add(FIELD, 'matrix', 520)
    const card = add(matrix.id, 'note', 60)
    setAxesPlace(board, card.id, { x: 80, y: 90 })
    const { boxes } = places()
    const { w, h } = boxes.get(matrix.id)!
    const cross = storedMeasure.room('', { w, h }, [])
    const box = boxes.get(card.id)!
    expect(box.x).toBeGreaterThan(cross.x + cross.w / 2)
    expect(box.y + box.h / 2).toBeLessThan(cross.y + cross.h / 2)
    expect(worthAt(cross, box)).toEqual({ x: 80, y: 90 })
  })

  it('grows with its cards, so that they cover no more than part of it, wherever they lie', () => {
    const { board, add, places } = room()
    const matrix = add(FIELD, 'matrix', 520)
    const heightNow = () => places().boxes.get(matrix.id)!.h
    const few = heightNow()
    add(matrix.id)
    expect(heightNow()).toBe(few)
    const cards = Array.from({ length: 40 }, () => add(matrix.id))
    const many = heightNow()
    for (const { id } of cards) setAxesPlace(board, id, { x: 10, y: 90 })
    const { boxes } = places()
    expect(boxes.get(matrix.id)!.h).toBe(many)
    const area = ({ w, h }: { w: number; h: number }) => w * h
    const covered = cards.reduce((sum, { id }) => sum + area(boxes.get(id)!), 0)
    expect(covered).toBeLessThan(0.61 * area(storedMeasure.room('', boxes.get(matrix.id)!, [])))
  })

  it('keeps its height where it was put freely, so that it covers nothing that lies below', () => {
    const { board, add } = room('free')
    const matrix = add(PAGE, 'matrix', 520)
    const heightNow = () => placesOnCards(board, PAGE, storedMeasure).heights.get(matrix.id)
    const few = heightNow()
    for (let n = 0; n < 40; n++) add(matrix.id)
    expect(heightNow()).toBe(few)
  })

  it('derives the quadrant from the place, and none where a card has no place or lies on an axis', () => {
    expect(quadrantOf({ x: 10, y: 90 })).toBe('topLeft')
    expect(quadrantOf({ x: 90, y: 10 })).toBe('bottomRight')
    expect(quadrantOf({ x: 50, y: 90 })).toBeNull()
    expect(quadrantOf(null)).toBeNull()
  })

  it('does not take over a place that was meant for another matrix', () => {
    const { board, add } = room()
    const [one, other] = [add(FIELD, 'matrix'), add(FIELD, 'matrix')]
    const card = add(one.id)
    setAxesPlace(board, card.id, { x: 10, y: 10 })
    moveToParent(board, card.id, other.id)
    expect(axesPlaceOf(board.get(card.id)!)).toBeNull()
  })
})

describe('a freely placed card', () => {
  it('pushes the end of the sheet down when its words need more height than was stored', () => {
    const { add, places } = room()
    add(PAGE, 'note', 100)
    const high: CardMeasure = { ...storedMeasure, height: () => 900 }
    expect(places(high).h - places().h).toBeGreaterThanOrEqual(800)
  })
})
