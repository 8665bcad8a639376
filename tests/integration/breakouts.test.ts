import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { newId, type GroupId, type MemberId } from '#shared/base/ids.ts'
import { createArtefact, readArtefact } from '#shared/document/artefacts.ts'
import { pageOf } from '#shared/document/board-record.ts'
import { placeArtefact } from '#shared/document/placements.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { breakoutPageId } from '#shared/methods/breakout-page.ts'
import type { MemberView, WorkshopView } from '#shared/protocol/api.ts'
import type { BreakoutsView, BroughtResults, OpenBreakoutsRequest } from '#shared/protocol/breakouts.ts'
import type { RoomsNow } from '#shared/protocol/rooms-now.ts'
import { systemClock } from '#server/base/system-clock.ts'
import { openEngine } from '#server/engine.ts'
import { openBreakouts } from '#server/workshop/breakouts.ts'
import { HttpInstallation, type Browser } from '#tests/support/http-installation.ts'

let installation: HttpInstallation
let moderator: Browser
let workshop: WorkshopView
let guests: Browser[]
let ids: MemberId[]
beforeEach(async () => {
  installation = await HttpInstallation.open({}, 'nowhere', (means) =>
    // What is brought is durable, for which time has to pass
    openEngine({ ...means, clock: systemClock }),
  )
  moderator = await installation.moderator()
  workshop = await moderator.found()
  const { token } = await moderator.invite(workshop.id, 'participant', workshop.groups[1]!.id)
  guests = [installation.browser(), installation.browser(), installation.browser()]
  ids = []
  for (const guest of guests) ids.push((await guest.accept({ token })).memberId)
})
afterEach(() => installation.close())

const path = () => ({ workshopId: workshop.id })
const request = (over: Partial<OpenBreakoutsRequest> = {}): OpenBreakoutsRequest => ({
  rooms: [
    { name: 'Kleingruppe 1', memberIds: [ids[0]!, ids[1]!] },
    { name: 'Kleingruppe 2', memberIds: [ids[2]!] },
  ],
  ...{ byChoice: false, task: 'Drei Ideen gegen das Warten', minutes: 12 },
  ...over,
})
const open = (over?: Partial<OpenBreakoutsRequest>) =>
  moderator.ok<BreakoutsView>('openBreakouts', { path: path(), body: request(over) })
const seenBy = (who: Browser) => who.ok<WorkshopView>('workshop', { path: path() })
const breakoutsOf = async (who: Browser) =>
  (await seenBy(who)).groups.filter(({ kind }) => kind === 'breakout')
const enterableBy = async (who: Browser) => {
  const { me, groups } = await seenBy(who)
  return groups
    .filter(({ id, kind }) => kind === 'breakout' && me.groupIds.includes(id))
    .map(({ name }) => name)
}
const stateIn = (groupId: GroupId) =>
  installation.platform.rooms.look(groupId, workshop.me.id, ({ state }) => state)
/** People of one moment come in any order. */
const inOrder = (rooms: readonly { name: string; memberIds: MemberId[] }[]) =>
  rooms.map(({ name, memberIds }) => [name, [...memberIds].sort()])
const plenum = () => workshop.groups[0]!.id

test('rooms open with their people, their task above the board and a common time, and the plenum is asked in', async () => {
  const { open: rooms } = await open()
  expect(inOrder(rooms)).toEqual(inOrder(request().rooms))
  for (const { groupId } of rooms) {
    const { step, timer, place } = await stateIn(groupId)
    expect(step.running?.step).toMatchObject({
      instruction: 'Drei Ideen gegen das Warten',
      mode: { type: 'open' },
    })
    expect(timer).toMatchObject({ status: 'running', plannedMs: 12 * 60_000 })
    expect(place.pageId).toBe(step.running?.step.pageId)
  }
  expect((await stateIn(plenum())).call.summons?.to).toBe('breakout')
  expect(await enterableBy(guests[0]!)).toEqual(['Kleingruppe 1'])
  expect(await enterableBy(guests[2]!)).toEqual(['Kleingruppe 2'])
  const { rooms: overview } = await moderator.ok<RoomsNow>('roomsNow', { path: path() })
  expect(overview.map(({ groupId }) => groupId)).toEqual(
    expect.arrayContaining(rooms.map(({ groupId }) => groupId)),
  )
})

test('where everybody chooses, whoever takes part may enter every room, and whoever observes none', async () => {
  const observer = installation.browser()
  await observer.accept({ token: (await moderator.invite(workshop.id, 'observer', plenum())).token })
  await open({ byChoice: true, rooms: request().rooms.map(({ name }) => ({ name, memberIds: [] })) })
  for (const guest of guests) expect(await enterableBy(guest)).toEqual(['Kleingruppe 1', 'Kleingruppe 2'])
  const { byChoice } = await moderator.ok<BreakoutsView>('breakouts', { path: path() })
  expect(byChoice).toBe(true)
  expect(await enterableBy(observer)).toEqual([])
})

test('one room alone is assigned or chosen as was said, and nobody is invited into it', async () => {
  const one = [{ name: 'Kleingruppe 1', memberIds: [ids[0]!] }]
  const { byChoice, open: rooms } = await open({ rooms: one })
  expect(byChoice).toBe(false)
  const { groupId } = rooms[0]!
  const invitation = { role: 'participant', groupId, label: '', validDays: 1 }
  expect(await moderator.code('createInvite', { path: path(), body: invitation })).toBe('group_not_open')
  await moderator.ok('closeBreakouts', { path: path() })
  installation.clock.pass(1_000)
  expect((await open({ rooms: one, byChoice: true })).byChoice).toBe(true)
})

test('who is moved may enter the new room and no longer the one before', async () => {
  const { open: rooms } = await open()
  const move = (groupId: GroupId | null) =>
    moderator.ok('moveToBreakout', { path: { ...path(), memberId: ids[0]! }, body: { groupId } })
  await move(rooms[1]!.groupId)
  expect(await enterableBy(guests[0]!)).toEqual(['Kleingruppe 2'])
  await move(null)
  expect(await enterableBy(guests[0]!)).toEqual([])
  const { me } = await seenBy(guests[0]!)
  expect(me.groupIds).toEqual([plenum(), workshop.groups[1]!.id])
  const other = { path: { ...path(), memberId: ids[0]! }, body: { groupId: workshop.groups[2]!.id } }
  expect(await moderator.code('moveToBreakout', other)).toBe('group_not_open')
})

test('who is moved between project groups stays in their breakout', async () => {
  await open()
  const [, first, second] = workshop.groups.map(({ id }) => id)
  const member = { path: { ...path(), memberId: ids[0]! } }
  const move = (from: GroupId[], to: GroupId | null) =>
    moderator.ok('editMember', { ...member, body: { move: { from, to } } })
  const projects = async () => {
    const { me } = await seenBy(guests[0]!)
    expect(await enterableBy(guests[0]!)).toEqual(['Kleingruppe 1'])
    return [first, second].filter((id) => me.groupIds.includes(id!))
  }
  expect(await projects()).toEqual([first])
  await move([first!], second!)
  expect(await projects()).toEqual([second])
  await move([], first!)
  expect(await projects()).toEqual([first, second])
  await move([first!], null)
  expect(await projects()).toEqual([second])
  const elsewhere = { ...member, body: { move: { from: [], to: newId<GroupId>() } } }
  expect(await moderator.code('editMember', elsewhere)).toBe('group_not_open')
})

test('closing calls everybody back, puts the rooms into the archive, and they can be made again with the same people', async () => {
  const { open: rooms } = await open()
  const closed = await moderator.ok<BreakoutsView>('closeBreakouts', { path: path() })
  expect(closed.open).toEqual([])
  expect(inOrder(closed.last)).toEqual(inOrder(request().rooms))
  expect((await breakoutsOf(guests[0]!)).every(({ archivedAt }) => archivedAt !== null)).toBe(true)
  expect((await stateIn(plenum())).call.summons).toBeNull()
  const { call, timer } = await stateIn(rooms[0]!.groupId)
  expect(call.summons?.to).toBe(plenum())
  expect(timer.status).toBe('idle')
  const { rooms: overview } = await moderator.ok<RoomsNow>('roomsNow', { path: path() })
  expect(overview).toHaveLength(workshop.groups.length)
  installation.clock.pass(1_000)
  expect((await open({ rooms: closed.last })).open).toHaveLength(2)
})

test('without open rooms nothing is closed: who was asked to go elsewhere still is', async () => {
  const { rooms } = installation.platform
  await rooms.give(plenum(), workshop.me.id, { type: 'summon', to: 'own' })
  const before = await seenBy(moderator)
  await moderator.ok('closeBreakouts', { path: path() })
  expect((await stateIn(plenum())).call.summons?.to).toBe('own')
  expect((await seenBy(moderator)).groups).toEqual(before.groups)
})

test('nobody is put into two sets of rooms, into a room that is none, or by somebody who does not lead', async () => {
  const stranger = '01900000-0000-7000-8000-000000000000' as MemberId
  const rooms = [{ name: 'Kleingruppe 1', memberIds: [stranger] }]
  expect(await moderator.code('openBreakouts', { path: path(), body: request({ rooms }) })).toBe('not_found')
  const me = [{ name: 'Kleingruppe 1', memberIds: [workshop.me.id] }]
  expect(await moderator.code('openBreakouts', { path: path(), body: request({ rooms: me }) })).toBe(
    'not_found',
  )
  expect(await breakoutsOf(moderator)).toEqual([])
  await open()
  expect(await moderator.code('openBreakouts', { path: path(), body: request() })).toBe('breakouts_open')
  for (const [endpoint, more] of [
    ['breakouts', {}],
    ['openBreakouts', { body: request() }],
    ['closeBreakouts', {}],
  ] as const)
    expect(await guests[0]!.code(endpoint, { path: path(), ...more }), endpoint).toBe('forbidden')
  const move = { path: { ...path(), memberId: ids[0]! }, body: { groupId: null } }
  expect(await guests[0]!.code('moveToBreakout', move)).toBe('forbidden')
})

describe('a program that stops while rooms open', () => {
  const stopped = new Error('the program has stopped')
  const opening = async () => {
    const stored = (await installation.platform.people.workshop(workshop.id))!
    return openBreakouts(installation.platform, stored, workshop.me.id, request())
  }

  test('leaves none before they are there, and nobody is sent anywhere', async () => {
    vi.spyOn(installation.platform.people, 'unitOfWork').mockRejectedValueOnce(stopped)
    await expect(opening()).rejects.toThrow(stopped)
    expect(await breakoutsOf(moderator)).toEqual([])
    expect((await stateIn(plenum())).call.summons).toBeNull()
    expect((await open()).open).toHaveLength(2)
  })

  test('leaves nothing to be done once they are there: all have their task and their time, and the plenum is asked', async () => {
    vi.spyOn(installation.platform.rooms, 'memberChanged').mockRejectedValueOnce(stopped)
    await expect(opening()).rejects.toThrow(stopped)
    const { open: there } = await moderator.ok<BreakoutsView>('breakouts', { path: path() })
    expect(inOrder(there)).toEqual(inOrder(request().rooms))
    for (const { groupId } of there) {
      const { step, timer } = await stateIn(groupId)
      expect([step.running?.step.instruction, timer.status]).toEqual([request().task, 'running'])
    }
    expect((await stateIn(plenum())).call.summons?.to).toBe('breakout')
  })
})

test('of two who open rooms at once one does, and the plenum is asked into theirs', async () => {
  const ask = () => moderator.call('openBreakouts', { path: path(), body: request() })
  const answers = await Promise.all([ask(), ask()])
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
  expect(await breakoutsOf(moderator)).toHaveLength(2)
  expect((await stateIn(plenum())).call.summons?.to).toBe('breakout')
})

test('breakouts are no choice for whoever joins or changes group, and no project groups', async () => {
  const { open: rooms } = await open()
  const { token } = await moderator.invite(workshop.id, 'participant', null)
  const offer = await installation.browser().ok<{ groups: { id: GroupId }[] }>('inspectInvite', {
    body: { invitation: { token } },
  })
  expect(offer.groups.map(({ id }) => id)).toEqual(workshop.groups.slice(1).map(({ id }) => id))
  const newcomer = installation.browser()
  await newcomer.accept({ token }, { groupId: workshop.groups[1]!.id })
  const choose = { path: path(), body: { groupId: rooms[0]!.groupId } }
  expect(await newcomer.code('chooseGroup', choose)).toBe('group_not_open')
  const members = await moderator.ok<MemberView[]>('members', { path: path() })
  expect(members).toHaveLength(5)
})

test('what a group brings back lies in the plenum once, as the group’s, with the way home; what is withheld stays', async () => {
  const { open: rooms } = await open()
  const { groupId } = rooms[1]!
  const { rooms: service } = installation.platform
  const ids = await lay(groupId)
  const bring = (artefactIds: string[] | null) =>
    moderator.ok<BroughtResults>('bringResults', { path: { ...path(), groupId }, body: { artefactIds } })
  const none = { brought: 0, renewed: 0, apart: 0, withheld: 0 }
  expect(await bring(null)).toEqual({ ...none, brought: 1, withheld: 1 })
  expect(await bring(null)).toEqual({ ...none, withheld: 1 })
  expect(await bring([ids.thought])).toEqual({ ...none, brought: 1 })
  const { cards, places } = await service.look(plenum(), workshop.me.id, ({ roots, state }) => ({
    cards: [...roots.artefacts.keys()].map((id) => readArtefact(roots.artefacts, id)!),
    places: [...roots.board.keys()]
      .filter((id) => id.startsWith('shape:'))
      .map((id) => pageOf(roots.board, id) === state.place.pageId),
  }))
  expect(cards.map(({ home }) => home && { groupId: home.groupId, artefactId: home.artefactId })).toEqual([
    { groupId, artefactId: ids.result },
    { groupId, artefactId: ids.thought },
  ])
  expect(cards[0]).toMatchObject({
    kind: 'note',
    fields: { text: 'Ein Anruf weniger' },
    authorship: { as: 'organisation', organisation: 'Kleingruppe 2' },
  })
  expect(JSON.stringify(cards)).not.toContain('vertraulich gesagt')
  expect(places.filter(Boolean).length).toBeGreaterThanOrEqual(2)
  const stranger = { path: { ...path(), groupId }, body: { artefactIds: null } }
  expect(await guests[2]!.code('bringResults', stranger)).toBe('forbidden')
  const here = { path: { ...path(), groupId: plenum() }, body: { artefactIds: null } }
  expect(await moderator.code('bringResults', here)).toBe('request_invalid')
})

/** A thought, a result, and among the results a quote that nobody has released. */
async function lay(groupId: GroupId) {
  const doc = new Y.Doc()
  const { artefacts, board } = rootsOf(doc)
  const authorship = { as: 'anonymous' } as const
  const make = (kind: 'note' | 'quote', fields: Record<string, string>, parentId: string) => {
    const id = createArtefact(artefacts, { kind, phase: 'preparation', createdAt: 1, authorship, fields })
    placeArtefact(board, { artefactId: id, parentId, x: 0, y: 0, w: 200, h: 160 })
    return id
  }
  const page = breakoutPageId('preparation')
  const results = `shape:${page.slice('page:'.length)}-results`
  const ids = doc.transact(() => ({
    thought: make('note', { text: 'Jede zweite Person ruft noch einmal an' }, page),
    result: make('note', { text: 'Ein Anruf weniger' }, results),
    quote: make('quote', { wording: 'Das hat mir jemand vertraulich gesagt' }, results),
  }))
  await installation.platform.rooms.create(groupId, Y.encodeStateAsUpdate(doc))
  return ids
}
