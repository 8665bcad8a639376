// @vitest-environment jsdom
import '#tests/support/canvas-in-jsdom.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TLShape, TLShapeId, TLStore } from 'tldraw'
import { writeRecord } from '#shared/document/board-record.ts'
import { placeArtefact } from '#shared/document/placements.ts'
import { createBoardStore } from '#client/board/records/board-schema.ts'
import { bindStore, type StoreBinding } from '#client/board/records/store-binding.ts'
import { wayIntoView } from '#client/board/cards/card-placing.ts'
import { sheetView } from '#client/board/sheet/sheet-camera.ts'
import { asStored } from '#shared/layout/page-places.ts'
import { memorySession, type MemorySession } from '#tests/support/room-session.ts'

const PAGE = 'page:sheet'
const FIELD = 'shape:field'
const size = { w: 284, h: 100 }
let session: MemorySession
let store: TLStore
let binding: StoreBinding

beforeEach(() => {
  session = memorySession()
  const { board } = session.roots
  writeRecord(board, { id: PAGE, typeName: 'page', name: 'Seite', index: 'a1', meta: { layout: 'sheet' } })
  writeRecord(board, {
    ...{ id: FIELD, typeName: 'shape', type: 'frame', parentId: PAGE, index: 'a1', x: 0, y: 0, rotation: 0 },
    ...{ isLocked: false, opacity: 1, props: { w: 1, h: 1, name: 'Feld', color: 'black' } },
    meta: { seat: [0, 0, 6], flow: 2 },
  })
  store = createBoardStore()
  binding = bindStore(store, { ...session, reportUnreadable: () => undefined }, () => () => undefined)
})

afterEach(() => {
  binding.dispose()
  store.dispose()
})

const shape = (id: string) => store.get(id as TLShapeId)!
const add = (parentId = FIELD, at = { x: 0, y: 0 }) =>
  placeArtefact(session.roots.board, { artefactId: 'any', parentId, ...at, ...size })

function byHand(id: string, edit: (before: TLShape) => TLShape): void {
  store.update(id as TLShapeId, edit)
  binding.flush()
}

describe('the canvas of a sheet', () => {
  it('shows fields and cards where the layout has them, and writes none of it into the document', () => {
    const [first, second] = [add(), add()]
    expect(shape(FIELD)).toMatchObject({ x: 32, props: { w: 584 } })
    expect(shape(first)).toMatchObject({ x: 12, props: { w: 274 } })
    expect(shape(second)).toMatchObject({ x: 298, y: shape(first).y })
    expect(session.roots.board.get(second)!.get('xy')).toEqual([0, 0])
    expect(session.roots.board.get(FIELD)!.get('p.w')).toBe(1)
  })

  it('puts a card back that is pushed about, and takes a new rank for a new place', () => {
    const [first, second] = [add(), add()]
    byHand(first, (before) => ({ ...before, x: 500, y: 500 }))
    expect(shape(first)).toMatchObject({ x: 12 })
    byHand(second, (before) => ({ ...before, index: 'Zz' as never }))
    expect(shape(second)).toMatchObject({ x: 12 })
    expect(shape(first)).toMatchObject({ x: 298 })
  })

  it('leaves a card in a hand where the hand is, until it is let go', () => {
    const [first, second] = [add(), add()]
    binding.places.hold([second])
    byHand(second, (before) => ({ ...before, x: 40, y: 300 }))
    add()
    expect(shape(second)).toMatchObject({ x: 40, y: 300 })
    binding.places.hold([])
    binding.relay([second])
    expect(shape(second)).toMatchObject({ x: 298, y: shape(first).y })
  })

  it('pushes what lies below the fields down as they grow, and stores it as if they had not', () => {
    const loose = add(PAGE, { x: 32, y: 700 })
    for (let n = 0; n < 20; n++) add()
    const grown = shape(loose).y
    expect(grown).toBeGreaterThan(900)
    byHand(loose, (before) => ({ ...before, y: grown + 40 }))
    expect(session.roots.board.get(loose)!.get('xy')).toEqual([32, 740])
  })
})

describe('the view of a sheet', () => {
  it('fits the width in steps of 5 %, never larger than 100 % and never smaller than 70 %', () => {
    expect(sheetView({ w: 1086 })).toMatchObject({ parts: 1, camera: { z: 0.8, y: 15 } })
    expect(sheetView({ w: 2400 }).camera.z).toBe(1)
    expect(sheetView({ w: 390 }).camera.z).toBe(0.7)
  })

  it('shows one half where the whole would be too small to read, and the other half on turning over', () => {
    const first = sheetView({ w: 524 })
    expect(first).toMatchObject({ parts: 2, part: 0, camera: { z: 0.8 } })
    expect(first.camera.x * first.camera.z).toBeCloseTo(12)
    const { x, z } = sheetView({ w: 524 }, 1).camera
    expect((x + 1248) * z).toBeCloseTo(524 - 12)
  })

  it('moves no further than a card needs to be seen', () => {
    const view = { x: 0, y: 0, w: 1000, h: 700 }
    expect(wayIntoView(view, { x: 10, y: 10, ...size })).toEqual({ x: 0, y: 0 })
    expect(wayIntoView(view, { x: 10, y: 680, ...size })).toEqual({ x: 0, y: 128 })
    expect(wayIntoView(view, { x: -20, y: 10, ...size })).toEqual({ x: -68, y: 0 })
  })
})

describe('the page as one person sees it', () => {
  const cardOf = (id: string) => session.roots.board.get(id)!.get('p.artefactId') as string
  const inOrderOf = (...ids: string[]) => new Map(ids.map((id, rank) => [cardOf(id), rank]))
  const addOwn = (parentId: string, at = { x: 0, y: 0 }) =>
    placeArtefact(session.roots.board, {
      artefactId: `of ${at.x} ${session.roots.board.size}`,
      parentId,
      ...at,
      ...size,
    })
  const stored = () => JSON.stringify(session.roots.board.toJSON())

  it('has the cards of a field in another order, and puts them back, and the document knows of neither', () => {
    const [first, second, third] = [addOwn(FIELD), addOwn(FIELD), addOwn(FIELD)]
    const [seat, before] = [shape(first), stored()]
    binding.project({ ranks: inOrderOf(third, first), own: [] })
    expect(shape(third)).toMatchObject({ x: seat.x, y: seat.y })
    expect(shape(second).y).toBeGreaterThan(seat.y)
    binding.project(asStored)
    expect(shape(first)).toMatchObject({ x: seat.x, y: seat.y })
    binding.flush()
    expect(stored()).toBe(before)
  })

  it('has freely placed cards on each other’s places, and everything else where it is', () => {
    const [left, right, other] = [
      addOwn(PAGE, { x: 40, y: 900 }),
      addOwn(PAGE, { x: 400, y: 900 }),
      addOwn(PAGE, { x: 800, y: 900 }),
    ]
    const before = stored()
    binding.project({ ranks: inOrderOf(right, left), own: [] })
    expect([shape(right).x, shape(left).x, shape(other).x]).toEqual([40, 400, 800])
    binding.project(asStored)
    expect([shape(left).x, shape(right).x]).toEqual([40, 400])
    binding.flush()
    expect(stored()).toBe(before)
  })

  it('has own cards behind the others of their field, which grows by them, and in no store', () => {
    const [card] = [addOwn(FIELD)]
    const own = [1, 2, 3, 4].map((n) => ({ id: `shape:own${n}`, parentId: FIELD, heightAt: () => 400 }))
    const high = binding.places.boxOf(FIELD)!.h
    binding.project({ ranks: new Map(), own })
    expect(binding.places.boxOf(card)).toMatchObject({ x: 12 })
    expect(binding.places.boxOf('shape:own1')).toMatchObject({ x: 298, h: 400 })
    expect(binding.places.boxOf(FIELD)!.h).toBeGreaterThan(high)
    expect(store.get('shape:own1' as TLShapeId)).toBeUndefined()
    expect(session.roots.board.has('shape:own1')).toBe(false)
    binding.project(asStored)
    expect(binding.places.boxOf('shape:own1')).toBeNull()
  })
})
