import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { currentSchema, migrate, migrations, schemaOf, type Migration } from '#shared/document/migrations.ts'
import { documentSchema } from '#shared/document/roots.ts'
import { rootsOf } from '#shared/document/roots.ts'

const list: Migration[] = [
  { to: 1, name: 'one', up: ({ board }) => board.set('one', new Y.Map()) },
  { to: 2, name: 'two', up: ({ board }) => board.set('two', new Y.Map()) },
]

test('an old document goes through what is missing, in order, and through nothing twice', () => {
  const doc = new Y.Doc()
  rootsOf(doc).meta.set('schema', 1)
  expect(migrate(doc, list)).toEqual(['two'])
  expect([...rootsOf(doc).board.keys()]).toEqual(['two'])
  expect(migrate(doc, list)).toEqual([])
  expect(schemaOf(rootsOf(doc))).toBe(2)
})

test('a document of a later version is not touched', () => {
  const doc = new Y.Doc()
  rootsOf(doc).meta.set('schema', 3)
  expect(() => migrate(doc, list)).toThrow('later version')
  expect(rootsOf(doc).board.size).toBe(0)
})

test('two servers that migrate the same document at once end up with the same', () => {
  const [a, b] = [new Y.Doc(), new Y.Doc()]
  migrate(a, list)
  migrate(b, list)
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b))
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a))
  expect(rootsOf(a).board.toJSON()).toEqual(rootsOf(b).board.toJSON())
  expect(schemaOf(rootsOf(a))).toBe(2)
})

test('the numbers have no gaps, and new documents carry the latest', () => {
  expect(migrations.map(({ to }) => to)).toEqual(migrations.map((_, at) => at + 1))
  expect(currentSchema).toBe(documentSchema)
})
