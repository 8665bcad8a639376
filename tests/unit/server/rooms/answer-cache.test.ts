import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { AnswerCache } from '#server/rooms/answer-cache.ts'

function documentWithCache() {
  const doc = new Y.Doc()
  const cache = new AnswerCache()
  doc.on('update', (update: Uint8Array) => cache.record(update))
  const write = (value: number) => doc.getMap('board').set(`k${value % 7}`, value)
  return { doc, cache, write }
}

function completed(replica: Y.Doc, parts: Uint8Array[]): unknown {
  for (const part of parts) Y.applyUpdate(replica, part)
  expect(replica.store.pendingStructs).toBeNull()
  return replica.getMap('board').toJSON()
}

const nothing = new Uint8Array([0])

test('an answer is complete, whether new, kept, or kept through any number of changes', () => {
  const { doc, cache, write } = documentWithCache()
  write(0)
  const halfway = new Y.Doc()
  Y.applyUpdate(halfway, Y.encodeStateAsUpdate(doc))
  const stateVector = Y.encodeStateVector(halfway)
  for (let i = 1; i < 700; i++) {
    write(i)
    if (i % 3 !== 0) continue
    expect(completed(new Y.Doc(), cache.answer(nothing, doc))).toEqual(doc.getMap('board').toJSON())
    const replica = new Y.Doc()
    Y.applyUpdate(replica, Y.encodeStateAsUpdate(halfway))
    expect(completed(replica, cache.answer(stateVector, doc))).toEqual(doc.getMap('board').toJSON())
  }
})

test('R11 a crowd that asks for the same while others write costs one encoding', () => {
  const { doc, cache, write } = documentWithCache()
  for (let i = 0; i < 50; i++) write(i)
  const encode = vi.spyOn(doc.store.clients, 'forEach')
  cache.answer(nothing, doc)
  const once = encode.mock.calls.length
  for (let i = 0; i < 100; i++) cache.answer(nothing, doc)
  expect(once).toBeGreaterThan(0)
  expect(encode.mock.calls.length).toBe(once)
})

test('R11 a crowd that comes into a room just read from the disk costs no encoding at all', () => {
  const { doc: earlier, write: writeEarlier } = documentWithCache()
  for (let i = 0; i < 50; i++) writeEarlier(i)
  const stored = Y.encodeStateAsUpdate(earlier)
  const { doc, cache, write } = documentWithCache()
  Y.applyUpdate(doc, stored)
  cache.seed(stored)
  const encode = vi.spyOn(doc.store.clients, 'forEach')
  expect(cache.answer(nothing, doc)).toEqual([stored])
  write(51)
  encode.mockClear()
  const parts = cache.answer(nothing, doc)
  expect(encode).not.toHaveBeenCalled()
  expect(completed(new Y.Doc(), parts)).toEqual(doc.getMap('board').toJSON())
})

test('what was pasted is part of a new answer, which can be deflated', () => {
  const { doc, cache } = documentWithCache()
  cache.answer(nothing, doc)
  doc.getMap('board').set('pasted', 'x'.repeat(40_000))
  expect(cache.answer(nothing, doc)).toEqual([Y.encodeStateAsUpdate(doc)])
})
