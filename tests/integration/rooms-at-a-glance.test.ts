import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { GroupId } from '#shared/base/ids.ts'
import { createArtefact } from '#shared/document/artefacts.ts'
import { placeArtefact } from '#shared/document/placements.ts'
import { rootsOf } from '#shared/document/roots.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import type { OrderGiven, RoomsNow } from '#shared/protocol/rooms-now.ts'
import { openEngine } from '#server/engine.ts'
import { RoomPictures } from '#server/workshop/room-pictures.ts'
import { FakeClock } from '#tests/support/fake-clock.ts'
import { HttpInstallation, type Browser } from '#tests/support/http-installation.ts'

let installation: HttpInstallation
let workshop: WorkshopView
let moderator: Browser
let participant: Browser
const groupId = () => workshop.groups[1]!.id

beforeAll(async () => {
  installation = await HttpInstallation.open({}, 'nowhere', openEngine)
  moderator = await installation.moderator()
  workshop = await moderator.found()
  const { token } = await moderator.invite(workshop.id, 'participant', groupId())
  participant = installation.browser()
  await participant.accept({ token })
})
afterAll(() => installation.close())

const path = () => ({ workshopId: workshop.id, groupId: groupId() })
const order = (who: Browser, groupIds: GroupId[], command: object) =>
  who.call('giveOrder', { path: path(), body: { groupIds, command } })
const now = async () => (await moderator.ok<RoomsNow>('roomsNow', { path: path() })).rooms
const nowIn = async (id: GroupId) => (await now()).find((room) => room.groupId === id)!

/** A card on the page that the group works on, as its document would have got it. */
async function withCard(text: string): Promise<void> {
  const { rooms } = installation.platform
  const pageId = await rooms.look(groupId(), workshop.me.id, ({ state }) => state.place.pageId)
  const doc = new Y.Doc()
  const { artefacts, board } = rootsOf(doc)
  doc.transact(() => {
    const authorship = { as: 'anonymous' } as const
    const made = { kind: 'note', phase: 'problem', createdAt: 1, authorship, fields: { text } } as const
    placeArtefact(board, {
      artefactId: createArtefact(artefacts, made),
      parentId: pageId,
      x: 0,
      y: 0,
      w: 200,
      h: 160,
    })
  })
  await rooms.create(groupId(), Y.encodeStateAsUpdate(doc))
  await rooms.give(groupId(), workshop.me.id, { type: 'gather', pageId, area: null })
}

test('one command reaches several rooms, and only those that were meant', async () => {
  const [, here, there, other] = workshop.groups.map(({ id }) => id)
  const answer = await order(moderator, [here!, there!], { type: 'startTimer', durationMs: 600_000 })
  expect(answer.body).toEqual({ refused: [] } satisfies OrderGiven)
  expect([(await nowIn(here!)).timer.status, (await nowIn(there!)).timer.status]).toEqual([
    'running',
    'running',
  ])
  expect((await nowIn(other!)).timer.status).toBe('idle')
})

test('words to all rooms, and the way back, are there for who comes later', async () => {
  const plenum = workshop.groups[0]!.id
  const ids = workshop.groups.map(({ id }) => id)
  await order(moderator, ids, { type: 'sayToRoom', text: 'Noch fünf Minuten' })
  await order(moderator, [groupId()], { type: 'summon', to: plenum })
  const call = await installation.platform.rooms.look(groupId(), workshop.me.id, ({ state }) => state.call)
  expect(call).toMatchObject({ message: { text: 'Noch fünf Minuten' }, summons: { to: plenum } })
})

test('whoever does not lead commands no room and sees no others; nothing else than times and words is taken', async () => {
  const body = { groupIds: [groupId()], command: { type: 'sayToRoom', text: 'Hallo' } }
  expect(await participant.code('giveOrder', { path: path(), body })).toBe('forbidden')
  expect(await participant.code('roomsNow', { path: path() })).toBe('forbidden')
  expect(await participant.code('roomPicture', { path: path() })).toBe('forbidden')
  expect(
    await moderator.code('giveOrder', { path: path(), body: { ...body, command: { type: 'lock' } } }),
  ).toBe('request_invalid')
})

test('what a room works on is seen as a small picture, and nothing where nothing lies', async () => {
  await withCard('Der Antrag dauert')
  const { status, headers, bytes } = await moderator.call('roomPicture', { path: path() })
  expect([status, headers['content-type']]).toEqual([200, 'image/png'])
  expect(bytes.subarray(1, 4).toString()).toBe('PNG')
  const elsewhere = { ...path(), groupId: workshop.groups[2]!.id }
  expect(await moderator.code('roomPicture', { path: elsewhere })).toBe('not_found')
}, 120_000)

test('an overview names no person', async () => {
  const text = JSON.stringify(await now())
  expect(text).not.toContain(workshop.me.id)
  expect(text).not.toContain('Toni')
})

test('a picture is drawn once for all who look, and again only when its room has changed and some time has passed', async () => {
  const clock = new FakeClock()
  let drawn = 0
  const pictures = new RoomPictures(async () => (drawn++, 'AAAA'), clock)
  const wanted = { workshopId: workshop.id, groupId: groupId(), pageId: 'page:one', changedAt: 1 }
  await Promise.all([pictures.of(wanted), pictures.of(wanted)])
  await clock.advance(3_600_000)
  await pictures.of(wanted)
  expect(drawn).toBe(1)
  await pictures.of({ ...wanted, changedAt: 2 })
  await pictures.of({ ...wanted, changedAt: 3 })
  expect(drawn).toBe(2)
  await clock.advance(30_000)
  await pictures.of({ ...wanted, changedAt: 3 })
  await pictures.of({ ...wanted, pageId: 'page:two', changedAt: 3 })
  expect(drawn).toBe(4)
})
