// @vitest-environment jsdom
import '#tests/support/canvas-in-jsdom.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { TLGeoShape, TLPageId, TLShapeId, TLStore } from 'tldraw'
import { createBoardStore } from '#client/board/records/board-schema.ts'
import type { CardShape } from '#client/board/cards/card-shape.ts'
import { bindStore, type Schedule, type StoreBinding } from '#client/board/records/store-binding.ts'
import {
  connectDocs,
  exchange,
  layPages,
  memorySession,
  type MemorySession,
} from '#tests/support/room-session.ts'

/** Timers in the hand of the test. */
function heldTimers() {
  const waiting = new Set<() => void>()
  const schedule: Schedule = (run) => {
    waiting.add(run)
    return () => void waiting.delete(run)
  }
  const elapse = () => {
    const due = [...waiting]
    waiting.clear()
    due.forEach((run) => run())
  }
  return { schedule, elapse }
}

interface Screen {
  session: MemorySession
  store: TLStore
  binding: StoreBinding
  elapse: () => void
  reports: Map<string, string>
}

function openScreen(doc: Y.Doc): Screen {
  const reports = new Map<string, string>()
  const session = {
    ...memorySession({ doc }),
    reportUnreadable: (id: string, why: string) => void reports.set(id, why),
  }
  const store = createBoardStore()
  const { schedule, elapse } = heldTimers()
  const binding = bindStore(store, session, schedule)
  return { session, store, binding, elapse, reports }
}

const cardId = 'shape:card' as TLShapeId
let a: Screen
let b: Screen
let disconnect: () => void

beforeEach(() => {
  const first = new Y.Doc()
  layPages(memorySession({ doc: first }).roots)
  const second = new Y.Doc()
  exchange(first, second)
  a = openScreen(first)
  b = openScreen(second)
  disconnect = connectDocs(first, second)
})

afterEach(() => {
  disconnect()
  for (const { binding, store } of [a, b]) {
    binding.dispose()
    store.dispose()
  }
})

const shapeOf = (screen: Screen, id: TLShapeId = cardId) => screen.store.get(id) as CardShape | undefined

function putCard({ store }: Screen, more: Partial<CardShape> = {}): void {
  store.put([
    {
      ...({ typeName: 'shape', type: 'card', rotation: 0, isLocked: false, opacity: 1, meta: {} } as const),
      id: cardId,
      parentId: 'page:one' as TLPageId,
      index: 'a1',
      x: 0,
      y: 0,
      props: { w: 200, h: 160, artefactId: 'some-artefact' },
      ...more,
    } as CardShape,
  ])
  store._flushHistory()
}

function change(screen: Screen, edit: (shape: CardShape) => CardShape, id: TLShapeId = cardId): void {
  screen.store.update(id, (shape) => edit(shape as CardShape))
  screen.store._flushHistory()
}

describe('the board of two people', () => {
  test('shows what one of them draws to the other', () => {
    putCard(a)
    expect(shapeOf(b)).toEqual(shapeOf(a))
  })

  test('keeps both changes when one moves a card and the other makes it bigger at the same moment', () => {
    putCard(a)
    a.elapse()
    disconnect()
    change(a, (shape) => ({ ...shape, x: 300, y: 40 }))
    change(b, (shape) => ({ ...shape, props: { ...shape.props, w: 400 } }))
    for (const screen of [a, b]) screen.elapse()
    exchange(a.session.doc, b.session.doc)
    for (const screen of [a, b]) {
      expect(shapeOf(screen)).toMatchObject({ x: 300, y: 40, props: { w: 400 } })
    }
  })

  test('does not undo a drag that waits to be written because of what the other does to the same card', () => {
    putCard(a)
    a.elapse()
    change(a, (shape) => ({ ...shape, x: 10 }))
    change(a, (shape) => ({ ...shape, x: 20 }))
    change(b, (shape) => ({ ...shape, props: { ...shape.props, h: 300 } }))
    expect(shapeOf(a)).toMatchObject({ x: 20, props: { h: 300 } })
    a.elapse()
    expect(shapeOf(b)).toMatchObject({ x: 20, props: { h: 300 } })
  })

  test('takes a card away that the other removes while it is dragged, and does not bring it back half', () => {
    putCard(a)
    a.elapse()
    change(a, (shape) => ({ ...shape, x: 10 }))
    change(a, (shape) => ({ ...shape, x: 20 }))
    b.store.remove([cardId])
    b.store._flushHistory()
    a.elapse()
    expect(shapeOf(a)).toBeUndefined()
    expect(a.session.roots.board.has(cardId)).toBe(false)
  })
})

describe('writing to the document', () => {
  test('sends the first move at once and the rest of a gesture a few times a second', () => {
    putCard(a)
    a.elapse()
    a.elapse()
    let updates = 0
    a.session.doc.on('update', () => updates++)
    for (let x = 1; x <= 60; x++) change(a, (shape) => ({ ...shape, x }))
    expect(updates).toBe(1)
    a.elapse()
    expect(updates).toBe(2)
    expect(a.session.roots.board.get(cardId)?.get('xy')).toEqual([60, 0])
  })

  test('writes nothing that did not change', () => {
    putCard(a)
    a.elapse()
    const keys = new Set<string>()
    a.session.roots.board.observeDeep((events) => {
      for (const event of events) event.keys.forEach((_, key) => keys.add(key))
    })
    change(a, (shape) => ({ ...shape, x: 5 }))
    expect([...keys]).toEqual(['xy'])
  })

  test('leaves what belongs to this device alone out of the document', () => {
    expect([...a.session.roots.board.keys()].every((id) => /^(page|shape):/.test(id))).toBe(true)
  })

  test('writes what waits when the board closes', () => {
    putCard(a)
    change(a, (shape) => ({ ...shape, x: 77 }))
    a.binding.dispose()
    expect(a.session.roots.board.get(cardId)?.get('xy')).toEqual([77, 0])
  })
})

describe('a record that cannot be read (S10)', () => {
  const poison = (change: (record: Y.Map<unknown>) => void) => {
    putCard(a)
    a.elapse()
    const record = b.session.roots.board.get(cardId)!
    b.session.doc.transact(() => change(record), 'somebody else')
  }

  test.each([
    ['a number where a text belongs', (record: Y.Map<unknown>) => record.set('parentId', 7)],
    ['no number as position', (record: Y.Map<unknown>) => record.set('xy', [Number.NaN, 0])],
    ['a position out of this world', (record: Y.Map<unknown>) => record.set('xy', [1e12, 0])],
    ['a broken order key', (record: Y.Map<unknown>) => record.set('index', 'not an index')],
    ['an unknown kind of shape', (record: Y.Map<unknown>) => record.set('type', 'embed')],
    ['a negative width', (record: Y.Map<unknown>) => record.set('p.w', -5)],
    ['a property too many', (record: Y.Map<unknown>) => record.set('p.constructor', 'x')],
    ['another id than its key', (record: Y.Map<unknown>) => record.set('id', 'shape:other')],
  ])('with %s is skipped, reported and kept', (_, spoil) => {
    poison(spoil)
    for (const screen of [a, b]) {
      expect(shapeOf(screen)).toBeUndefined()
      expect(screen.reports.has(cardId)).toBe(true)
      expect(screen.session.roots.board.has(cardId)).toBe(true)
    }
  })

  test('appears once somebody mends it', () => {
    poison((record) => record.set('p.w', 'wide'))
    expect(shapeOf(a)).toBeUndefined()
    b.session.roots.board.get(cardId)!.set('p.w', 250)
    expect(shapeOf(a)?.props.w).toBe(250)
  })

  test('does not keep a newcomer from opening the board', () => {
    poison((record) => record.set('index', 5))
    const late = openScreen(a.session.doc)
    expect(late.store.get('page:one' as TLPageId)).toBeDefined()
    expect(shapeOf(late)).toBeUndefined()
    late.binding.dispose()
    late.store.dispose()
  })

  test('may be a binding of shapes that are not there, which would take tldraw down', () => {
    b.session.roots.board.set(
      'binding:lost',
      new Y.Map<unknown>([
        ['id', 'binding:lost'],
        ['typeName', 'binding'],
        ['type', 'arrow'],
        ['fromId', 'shape:nowhere'],
        ['toId', 'shape:nobody'],
      ]),
    )
    expect(a.store.has('binding:lost' as never)).toBe(false)
    expect(a.reports.get('binding:lost')).toMatch('arrow')
  })
})

describe('a shape without a home', () => {
  const ids = ['shape:x', 'shape:y'] as TLShapeId[]
  const group = (id: TLShapeId) =>
    ({
      id,
      typeName: 'shape',
      type: 'group',
      parentId: 'page:one',
      index: 'a2',
      x: 0,
      y: 0,
      rotation: 0,
      isLocked: false,
      opacity: 1,
      props: {},
      meta: {},
    }) as unknown as TLGeoShape

  test('is shown on the first page when two people put two groups into each other at once', () => {
    a.store.put(ids.map(group))
    a.store._flushHistory()
    a.elapse()
    disconnect()
    change(a, (shape) => ({ ...shape, parentId: ids[1]! }), ids[0])
    change(b, (shape) => ({ ...shape, parentId: ids[0]! }), ids[1])
    for (const screen of [a, b]) screen.elapse()
    exchange(a.session.doc, b.session.doc)
    for (const screen of [a, b]) {
      for (const id of ids) expect(shapeOf(screen, id)?.parentId).toBe('page:one')
      expect(screen.reports.has(ids[0]!)).toBe(true)
    }
  })

  test('is shown on the first page when somebody deletes the page it was just put on', () => {
    disconnect()
    putCard(a, { parentId: 'page:two' as TLPageId })
    b.store.remove(['page:two' as TLPageId])
    b.store._flushHistory()
    exchange(a.session.doc, b.session.doc)
    for (const screen of [a, b]) expect(shapeOf(screen)?.parentId).toBe('page:one')
  })

  test('goes home when its page comes back', () => {
    putCard(a, { parentId: 'page:two' as TLPageId })
    a.elapse()
    b.session.history.checkpoint()
    b.session.edit(({ board }) => board.delete('page:two'))
    expect(shapeOf(a)?.parentId).toBe('page:one')
    b.session.history.undo()
    expect(shapeOf(a)?.parentId).toBe('page:two')
  })
})

test('the last page stays on screen, even when the document loses it', () => {
  b.session.edit(({ board }) => ['page:one', 'page:two'].forEach((id) => board.delete(id)))
  expect(a.store.query.ids('page').get().size).toBe(1)
  expect([...a.session.roots.board.keys()].filter((id) => id.startsWith('page:'))).toEqual([])
})
