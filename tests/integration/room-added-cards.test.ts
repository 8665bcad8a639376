import { expect, it } from 'vitest'
import * as Y from 'yjs'
import type { ArtefactId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { kinds } from '#shared/kinds/index.ts'
import type { NewCard } from '#shared/protocol/keys.ts'
import { LiveRoomsFixture, preparedDocument } from '#tests/support/live-rooms.ts'

it('a page that is full takes no card from a program, and nothing of it is left anywhere', async () => {
  const live = new LiveRoomsFixture()
  const doc = new Y.Doc()
  Y.applyUpdate(doc, preparedDocument('page:start'))
  doc.transact(() => {
    for (let n = 1; n < limits.maxShapesPerPage; n++)
      rootsOf(doc).board.set(`shape:${n}`, new Y.Map(Object.entries({ ...shape, id: `shape:${n}` })))
  })
  await live.rooms.create(live.groupId, Y.encodeStateAsUpdate(doc))
  const { id } = live.people.member('participant')
  // Loads the room, so that time passes for the commit alone
  await live.comeIn(id)
  const card: NewCard = { kind: 'note', fields: { text: 'Von einem Programm' }, tags: [] }
  const add = async () => {
    const adding = live.rooms.addCards(live.admitted(id), [card]).catch((error: unknown) => error)
    await live.tick(30)
    return adding
  }
  const cards = () => live.rooms.look(live.groupId, id, ({ roots }) => roots.artefacts.size)
  expect(await add()).toHaveLength(1)
  expect(await add()).toMatchObject({ code: 'page_full' })
  expect(await cards()).toBe(1)
})

it('cards of a program are as large as those that people lay', async () => {
  const live = new LiveRoomsFixture()
  await live.rooms.create(live.groupId, preparedDocument('page:start'))
  const { id } = live.people.member('participant')
  await live.comeIn(id)
  const written = ['note', 'persona'] as const
  const adding = live.rooms.addCards(
    live.admitted(id),
    written.map((kind): NewCard => ({ kind, fields: {}, tags: [] })),
  )
  await live.tick(30)
  const added = await adding
  const sizes = await live.rooms.look(live.groupId, id, ({ roots }) =>
    [...roots.board.values()].flatMap((record) => {
      const at = added.indexOf(record.get('p.artefactId') as ArtefactId)
      return at < 0 ? [] : [[at, { w: record.get('p.w'), h: record.get('p.h') }]]
    }),
  )
  expect(Object.fromEntries(sizes)).toEqual(
    Object.fromEntries(written.map((kind, n) => [n, kinds[kind].size])),
  )
})

const shape = { typeName: 'shape', type: 'geo', parentId: 'page:start', index: 'a1' }
