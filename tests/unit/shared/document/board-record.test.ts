import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  changedProperties,
  flattenRecord,
  recordFault,
  unflattenRecord,
  writeProperties,
  writeRecord,
  type BoardRecord,
} from '#shared/document/board-record.ts'

const card: BoardRecord = {
  id: 'shape:1',
  typeName: 'shape',
  type: 'card',
  parentId: 'page:one',
  index: 'a1',
  x: 10,
  y: 20,
  rotation: 0,
  isLocked: false,
  opacity: 1,
  props: { w: 200, h: 160, artefactId: 'artefact' },
  meta: {},
}

const boardOf = (doc = new Y.Doc()) => doc.getMap<Y.Map<unknown>>('board')

function written(record: BoardRecord) {
  const board = boardOf()
  writeRecord(board, record)
  return board.get(record.id)!
}

describe('a board record', () => {
  test('comes back from the document as it went in', () => {
    expect(unflattenRecord(written(card))).toEqual(card)
  })

  test('keeps x and y in one entry, so that a position never merges into a place nobody chose', () => {
    const flat = flattenRecord(card)
    expect(flat.get('xy')).toEqual([10, 20])
    expect(flat.has('x')).toBe(false)
  })

  test('never lets a stored key reach the prototype', () => {
    const stored = written(card)
    stored.set('__proto__', { polluted: true })
    stored.set('p.__proto__', { polluted: true })
    const record = unflattenRecord(stored) as BoardRecord & { polluted?: boolean }
    expect(record.polluted).toBeUndefined()
    expect((record.props as { polluted?: boolean }).polluted).toBeUndefined()
  })

  test('is refused when its id, type, position or depth cannot be right', () => {
    expect(recordFault('shape:1', card)).toBeNull()
    expect(recordFault('shape:2', card)).toMatch('id')
    expect(recordFault('shape:1', { ...card, typeName: 'camera' })).toMatch('type')
    expect(recordFault('shape:1', { ...card, x: Number.NaN })).not.toBeNull()
    expect(recordFault('shape:1', { ...card, x: 1e9 })).toMatch('position')
    expect(recordFault('shape:1', { ...card, parentId: 'document:document' })).toMatch('parent')
    const deep = Array.from({ length: 40 }).reduce((inner) => ({ inner }), {})
    expect(recordFault('shape:1', { ...card, meta: { deep } })).toMatch('deep')
  })
})

describe('the changes between two versions of a record', () => {
  test('name only the properties that differ', () => {
    const moved = { ...card, x: 30, props: { ...(card.props as object), w: 300 } }
    expect([...changedProperties(card, moved)]).toEqual([
      ['xy', [30, 20]],
      ['p.w', 300],
    ])
  })

  test('say which properties went away', () => {
    const { w: _w, ...rest } = card.props as { w: number }
    expect(changedProperties(card, { ...card, props: rest }).get('p.w')).toBeUndefined()
    expect(changedProperties(card, { ...card, props: rest }).has('p.w')).toBe(true)
  })

  test('turn the stored record into the next version, whatever changed', () => {
    const props = fc.dictionary(fc.constantFrom('w', 'h', 'color', 'points'), fc.jsonValue({ maxDepth: 2 }))
    const version = fc.record({ x: fc.integer(), y: fc.integer(), rotation: fc.integer(), props })
    fc.assert(
      fc.property(version, version, (first, second) => {
        const from = { ...card, ...first }
        const to = { ...card, ...second }
        const stored = written(from)
        writeProperties(stored, changedProperties(from, to))
        expect(unflattenRecord(stored)).toEqual(to)
      }),
    )
  })
})
