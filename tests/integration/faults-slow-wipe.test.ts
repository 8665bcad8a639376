import * as encoding from 'lib0/encoding'
import { beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { limits } from '#shared/base/limits.ts'
import { newId, type ArtefactId } from '#shared/base/ids.ts'
import { createArtefact, itemsOf, setTag } from '#shared/document/artefacts.ts'
import { writeRecord } from '#shared/document/board-record.ts'
import { addComment } from '#shared/document/comments.ts'
import { addItem } from '#shared/document/items.ts'
import { rootsOf, type Roots } from '#shared/document/roots.ts'
import { kinds } from '#shared/kinds/index.ts'
import { tellFigure } from '#tests/support/figures.ts'
import { addNote, LiveRoomsFixture, preparedDocument } from '#tests/support/live-rooms.ts'
import { RoomPeer } from '#tests/support/room-peer.ts'

let live: LiveRoomsFixture
let vandal: RoomPeer
let me: {
  memberId: ReturnType<LiveRoomsFixture['people']['member']>['id']
  name: string
  organisation: string
}
beforeEach(async () => {
  live = new LiveRoomsFixture()
  await live.rooms.create(live.groupId, preparedDocument())
  const { id: memberId, name, organisation } = live.people.member('participant')
  me = { memberId, name, organisation }
  vandal = await new RoomPeer(new Y.Doc()).join(live.rooms, live.admitted(memberId))
  await live.tick()
})

const change = async <Value>(make: (roots: Roots) => Value): Promise<Value> => {
  const value = vandal.doc.transact(() => make(vandal.roots))
  await live.tick()
  return value
}

/** What there was before, as far as a version of it was kept; and how many there are. */
async function kept(): Promise<{ count: number; roots: Roots }> {
  const versions = await live.rooms.versions(live.groupId)
  const state = new Y.Doc()
  const oldest = versions.at(-1)
  if (oldest) Y.applyUpdate(state, (await live.rooms.versionState(live.groupId, oldest.id))!)
  return { count: versions.length, roots: rootsOf(state) }
}

/** What no client of ours sends: deletions of these entries alone, without a word of what is inside of them. */
function deletionsOf(map: Pick<Y.Map<unknown>, '_map'>, keys: readonly string[]): Uint8Array {
  const ids = keys.map((key) => map._map.get(key)!.id)
  return encoding.encode((encoder) => {
    for (const number of [0, 1, ids[0]!.client, ids.length]) encoding.writeVarUint(encoder, number)
    for (const clock of ids.map((id) => id.clock).sort((a, b) => a - b))
      for (const number of [clock, 1]) encoding.writeVarUint(encoder, number)
  })
}

const cards = (count: number) =>
  change(() => Array.from({ length: count }, (_, n) => addNote(vandal.doc, `Karte ${n}`)))

describe('S29 a version is kept before', () => {
  test('S29 the texts of a card’s items go with what holds them', async () => {
    const { fields } = kinds.crazy8
    const text = 'Was wir gezeichnet haben, in Worten. '.repeat(8).slice(0, 290)
    const id = await change(({ artefacts }) =>
      createArtefact(artefacts, {
        ...{ kind: 'crazy8', phase: 'solution', createdAt: 1, authorship: { as: 'anonymous' } },
      }),
    )
    await change(({ artefacts }) => {
      const items = itemsOf(artefacts, id, 'sketches')!
      for (let n = 0; n < 8; n++) addItem(items, fields.sketches, { fields: { text } })
    })
    const items = itemsOf(vandal.roots.artefacts, id, 'sketches')!
    expect(items.size).toBe(8)
    vandal.sendUpdate(deletionsOf(items, [...items.keys()]))
    await live.tick()
    expect(itemsOf(vandal.roots.artefacts, id, 'sketches')!.size).toBe(0)
    const { count, roots } = await kept()
    expect(count).toBe(1)
    expect(itemsOf(roots.artefacts, id, 'sketches')!.size).toBe(8)
  })

  test('S29 many comments are taken back', async () => {
    const artefactId = newId<ArtefactId>()
    await change(({ comments }) => {
      for (let n = 0; n < 25; n++) addComment(comments, { artefactId, text: 'Ja', author: me, createdAt: n })
    })
    const { comments } = vandal.roots
    vandal.sendUpdate(deletionsOf(comments, [...comments.keys()]))
    await live.tick()
    expect(comments.size).toBe(0)
    expect((await kept()).roots.comments.size).toBe(25)
  })

  const thrown: [string, (roots: Roots, card: { id: string; shapeId: string }) => void][] = [
    ['thrown off the sheet', ({ board }, { shapeId }) => board.get(shapeId)!.set('xy', [900_000, 900_000])],
    [
      'taken out of their cluster',
      ({ board }, { shapeId }) => board.get(shapeId)!.set('parentId', 'page:start'),
    ],
    ['turned into something else', ({ artefacts }, { id }) => artefacts.get(id)!.set('kind', 'idea')],
    ['robbed of a tag', ({ artefacts }, { id }) => setTag(artefacts, id, 'wichtig', false)],
  ]
  test.each(thrown)('S29 many cards are %s, one by one', async (_, wrong) => {
    await change(({ board }) =>
      writeRecord(board, {
        ...{ id: 'shape:cluster', typeName: 'shape', type: 'frame', parentId: 'page:start', index: 'a1' },
        ...{ x: 0, y: 0, rotation: 0, opacity: 1, props: { w: 900, h: 900, name: '' }, meta: {} },
      }),
    )
    const all = await change(({ artefacts }) =>
      Array.from({ length: 80 }, () => {
        const card = addNote(vandal.doc, 'Karte', 'shape:cluster')
        setTag(artefacts, card.id, 'wichtig', true)
        return card
      }),
    )
    for (const card of all) await change((roots) => wrong(roots, card))
    const { count, roots } = await kept()
    expect(count).toBe(1)
    const before = await live.rooms.copy(live.groupId)
    // All but those that were changed below the threshold are what they were
    const isOther = ({ id, shapeId }: (typeof all)[number]) =>
      JSON.stringify([roots.artefacts.get(id), roots.board.get(shapeId)]) !==
      JSON.stringify([rootsOf(before).artefacts.get(id), rootsOf(before).board.get(shapeId)])
    expect(all.filter(isOther).length).toBeGreaterThan(20)
  })

  test('S29 somebody who is patient has taken away much, a card in seven minutes', async (context) => {
    const all = await cards(160)
    for (const { shapeId } of all) {
      await change(({ board }) => board.delete(shapeId))
      await live.clock.advance(7 * 60_000)
    }
    const { count, roots } = await kept()
    expect(count).toBe(1)
    const left = [...roots.board.values()].filter((record) => record.get('type') === 'card')
    expect(left.length).toBeGreaterThan(60)
    tellFigure(context, `160 cards, one in seven minutes: a version with ${left.length} of them (were none)`)
  })
})

test('S29 whoever brings about versions without end drives out neither the first nor the last', async (context) => {
  const junk = () => cards(limits.removedRecordsWorthAVersion)
  const times = limits.maxVersionsOfOneReason + 20
  for (let n = 0; n < times; n++) {
    const some = await junk()
    await change(({ board }) => some.forEach(({ shapeId }) => board.delete(shapeId)))
    await live.clock.advance(61_000)
  }
  const versions = await live.rooms.versions(live.groupId)
  expect(versions).toHaveLength(limits.maxVersionsOfOneReason)
  const firstAt = versions.at(-1)!.createdAt
  expect(versions[0]!.createdAt - firstAt).toBeGreaterThan((times - 2) * 61_000)
  tellFigure(
    context,
    `${times} wipes of junk: ${versions.length} versions kept, the first and the last among them`,
  )
})

test('S29 everyday work leaves no version behind: sorting forty cards, rewriting a text, tidying up', async () => {
  const all = await cards(50)
  for (const [n, { shapeId }] of all.slice(0, 40).entries())
    for (let step = 0; step < 30; step++)
      await change(({ board }) => board.get(shapeId)!.set('xy', [n * 10, step]))
  for (const { shapeId } of all.slice(0, 10)) await change(({ board }) => board.delete(shapeId))
  expect((await kept()).count).toBe(0)
})
