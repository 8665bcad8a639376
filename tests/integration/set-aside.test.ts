import { beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { ASIDE, draftIdOf } from '#shared/base/draft-id.ts'
import type { ArtefactId, MemberId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import { createArtefact, headlineOf, readArtefact, textOf } from '#shared/document/artefacts.ts'
import { writeRecord } from '#shared/document/board-record.ts'
import { draftCardsOf } from '#shared/document/draft-cards.ts'
import { setLock } from '#shared/document/locks.ts'
import { placeArtefact } from '#shared/document/placements.ts'
import type { Roots } from '#shared/document/roots.ts'
import { kinds } from '#shared/kinds/index.ts'
import type { RoomPeer } from '#tests/support/room-peer.ts'
import { SilentRooms } from '#tests/support/silent-rooms.ts'

/*
 * What somebody wrote while a lock was on its way becomes their draft: by clients that keep to no rule, with the
 * storage under a second server wherever a first one is killed.
 */
let rooms: SilentRooms
let moderator: RoomPeer
let jana: MemberId
let desk: RoomPeer
const card = {} as { id: ArtefactId; shape: string }

beforeEach(async () => {
  ;[rooms, moderator] = await SilentRooms.with('named')
  moderator.command({ type: 'setMode', stepId: 'step-ideas', mode: { type: 'open' } })
  moderator.doc.transact(() => {
    const { artefacts, board } = moderator.roots
    const authorship = { as: 'anonymous' } as const
    const fields = { statement: 'Der Antrag dauert', tension: 'Alle warten' }
    card.id = createArtefact(artefacts, {
      kind: 'insight',
      phase: 'problem',
      createdAt: 1,
      authorship,
      fields,
    })
    card.shape = placeArtefact(board, { artefactId: card.id, parentId: 'page:start', x: 0, y: 0, w: 9, h: 9 })
  })
  jana = rooms.people.member('participant', 'Jana').id
  desk = await rooms.comeIn(jana)
  desk.hold()
  moderator.doc.transact(() => setLock(moderator.roots.board, card.shape, true))
  await rooms.tick()
})

const statement = ({ artefacts }: Roots) => textOf(artefacts, card.id, 'statement')!
const aside = (memberId = jana) => rooms.draft(memberId, { step: ASIDE })
const cardsOf = ({ roots }: RoomPeer) => draftCardsOf(roots)
const wordsOf = (peer: RoomPeer) => cardsOf(peer).map(({ artefact }) => headlineOf(artefact))
const toldOfAside = (peer: RoomPeer) =>
  peer.told.flatMap((message) => (message.type === 'drafts' && message.stepId === ASIDE ? message.cards : []))

describe('words written on a card while its lock is on the way', () => {
  test('are a draft of their writer once they are acknowledged, and no longer on the card', async () => {
    statement(desk.roots).insert(17, ' zu lange')
    await rooms.tick()
    desk.release()
    expect(desk.durableUpTo).toBe(desk.framesSent)
    expect(statement(desk.roots).toString()).toBe('Der Antrag dauert')
    const draft = await aside()
    expect(wordsOf(draft)).toEqual(['Der Antrag dauert zu lange'])
    expect(cardsOf(draft)[0]).toMatchObject({
      about: card.id,
      pageId: 'page:start',
      artefact: { kind: 'insight' },
    })
    expect(toldOfAside(desk)).toEqual([1])
  })

  test('reach nobody else, nor does the news of them', async () => {
    const tom = await rooms.enter()
    statement(desk.roots).insert(17, ' zulange')
    await rooms.tick(60)
    for (const peer of [tom, moderator]) {
      expect(peer.received.some((bytes) => Buffer.from(bytes).includes('zulange'))).toBe(false)
      expect(toldOfAside(peer)).toEqual([])
    }
    expect((await aside(rooms.people.member('participant').id)).roots.artefacts.size).toBe(0)
  })

  test('are one card however many letters came one by one', async () => {
    for (const [at, letter] of [...' zu lange'].entries()) {
      statement(desk.roots).insert(17 + at, letter)
      await rooms.tick(1)
    }
    await rooms.tick()
    expect(wordsOf(await aside())).toEqual(['Der Antrag dauert zu lange'])
  })

  test('come live to a device that has the draft open, and are told to who comes in later', async () => {
    const phone = await aside()
    statement(desk.roots).insert(17, ' zu lange')
    await rooms.tick()
    expect(wordsOf(phone)).toEqual(['Der Antrag dauert zu lange'])
    expect(toldOfAside(await rooms.comeIn(jana))).toEqual([1])
    rooms = rooms.restarted()
    expect(toldOfAside(await rooms.comeIn(jana))).toEqual([1])
    expect(toldOfAside(await rooms.enter())).toEqual([])
  })

  test('of another field, or a new one, are a note', async () => {
    textOf(desk.roots.artefacts, card.id, 'tension')!.insert(0, 'Seit Wochen: ')
    await rooms.tick()
    const draft = await aside()
    expect(wordsOf(draft)).toEqual(['Seit Wochen: Alle warten'])
    expect(cardsOf(draft)[0]!.artefact.kind).toBe('note')
  })

  test('are taken back with nothing left where nothing was written', async () => {
    statement(desk.roots).delete(0, 4)
    await rooms.tick()
    expect(cardsOf(await aside())).toEqual([])
    expect(toldOfAside(desk)).toEqual([])
  })
})

test('words of a drawing in a locked frame are put aside, too', async () => {
  const base = { typeName: 'shape', parentId: 'page:start', index: 'a5', x: 0, y: 0, rotation: 0 }
  const rest = { isLocked: false, opacity: 1, meta: {} }
  moderator.doc.transact(() => {
    const { board } = moderator.roots
    writeRecord(board, {
      id: 'shape:frame',
      type: 'frame',
      props: { w: 9, h: 9, name: 'Ergebnis' },
      ...base,
      ...rest,
    })
    setLock(board, 'shape:frame', true)
  })
  desk.release()
  await rooms.tick()
  desk.doc.transact(() =>
    writeRecord(desk.roots.board, {
      ...{ id: 'shape:words', type: 'arrow', props: { text: 'führt zu' } },
      ...{ ...base, ...rest, parentId: 'shape:frame' },
    }),
  )
  await rooms.tick()
  expect(desk.roots.board.has('shape:words')).toBe(false)
  expect(wordsOf(await aside())).toEqual(['führt zu'])
})

describe('a server that is killed', () => {
  test('before the change is stored has neither taken it back nor put it aside, and the device brings it again', async () => {
    const append = vi.spyOn(rooms.logs.updateLog, 'append').mockRejectedValue(new Error('killed'))
    statement(desk.roots).insert(17, ' zu lange')
    await rooms.tick()
    expect(desk.durableUpTo).toBeLessThan(desk.framesSent)
    append.mockRestore()
    rooms = rooms.restarted()
    expect(cardsOf(await aside())).toEqual([])
    const again = await rooms.comeIn(jana)
    Y.applyUpdate(again.doc, Y.encodeStateAsUpdate(desk.doc))
    await rooms.tick()
    expect(wordsOf(await aside())).toEqual(['Der Antrag dauert zu lange'])
    const { artefacts } = again.roots
    expect(readArtefact(artefacts, card.id)!.fields.statement).toBe('Der Antrag dauert')
  })

  test('after it has both, each once, whatever the device brings again', async () => {
    statement(desk.roots).insert(17, ' zu lange')
    await rooms.tick()
    const copy = Y.encodeStateAsUpdate(desk.doc)
    rooms = rooms.restarted()
    const again = await rooms.comeIn(jana)
    Y.applyUpdate(again.doc, copy)
    await rooms.tick()
    expect(wordsOf(await aside())).toEqual(['Der Antrag dauert zu lange'])
  })

  test('stores both in one call', async () => {
    const append = vi.spyOn(rooms.logs.updateLog, 'append')
    statement(desk.roots).insert(17, ' zu lange')
    await rooms.tick()
    const ids = append.mock.calls.map(([entries]) => entries.map(({ groupId }) => groupId))
    expect(ids).toContainEqual([rooms.groupId, draftIdOf(rooms.groupId, ASIDE, jana)])
  })
})

describe('the draft', () => {
  test('is its writer’s to clear, and nobody’s to lay open', async () => {
    statement(desk.roots).insert(17, ' zu lange')
    await rooms.tick()
    moderator.command({ type: 'revealDrafts', stepId: ASIDE, whose: { type: 'all' } })
    await rooms.tick()
    expect([...(await rooms.document()).getMap('artefacts').keys()]).toEqual([card.id])
    const draft = await aside()
    draft.doc.transact(() => draft.roots.board.delete(cardsOf(draft)[0]!.shapeId))
    await rooms.tick()
    rooms = rooms.restarted()
    expect(toldOfAside(await rooms.comeIn(jana))).toEqual([])
  })

  test('is closed to observers', async () => {
    expect((await aside(rooms.people.member('observer').id)).closed?.reason).toBe('forbidden')
  })

  test('takes no more than its share', async () => {
    const edit = (n: number) => void statement(desk.roots).insert(0, `${n} `)
    for (let n = 0; n < limits.maxCardsAside + 5; n++) {
      edit(n)
      await rooms.tick(1)
    }
    await rooms.tick()
    expect(cardsOf(await aside())).toHaveLength(limits.maxCardsAside)
  })

  test('is cut into cards that may be sent, and takes no more of one big text', async () => {
    const { maxChars } = kinds.insight.fields.statement
    for (const text of ['a', 'b', 'c']) {
      const at = statement(desk.roots).length
      statement(desk.roots).insert(at, text.repeat(maxChars / 2))
      await rooms.tick(1)
    }
    await rooms.tick()
    const words = wordsOf(await aside())
    for (const one of words) expect(one.length).toBeLessThanOrEqual(maxChars)
    for (const text of ['a', 'b', 'c'])
      expect(words.join('').split(text).length).toBeGreaterThan(maxChars / 2)
    statement(desk.roots).insert(0, 'x'.repeat(maxChars * limits.maxCardsAside * 2))
    await rooms.tick()
    expect(cardsOf(await aside())).toHaveLength(limits.maxCardsAside)
  })
})
