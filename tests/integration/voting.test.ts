import { beforeEach, describe, expect, test } from 'vitest'
import { newId, type MemberId } from '#shared/base/ids.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import type { Ballot, Vote } from '#shared/facilitation/vote/vote.ts'
import { preparedDocument } from '#tests/support/live-rooms.ts'
import type { OrganisationKind, Role } from '#shared/workshop/roles.ts'
import type { RoomPeer } from '#tests/support/room-peer.ts'
import { sampleVote } from '#tests/support/sample-vote.ts'
import { SilentRooms } from '#tests/support/silent-rooms.ts'

const { red, blue, vote, step } = sampleVote()
const voteId = vote.id
const on = (candidate: string, dots = 2): Ballot => ({ type: 'dots', dots: { [candidate]: dots } })

let house: SilentRooms
let moderator: RoomPeer
let voters: RoomPeer[]
let ids: MemberId[]
beforeEach(async () => {
  house = new SilentRooms()
  await house.rooms.create(house.groupId, preparedDocument())
  moderator = await house.enter('moderator')
  ids = Array.from({ length: 3 }, () => house.people.member().id)
  voters = []
  for (const id of ids) voters.push(await house.comeIn(id))
  moderator.command({ type: 'startStep', from: null, step })
  await say({ type: 'prepareVote', vote }, { type: 'openVote', voteId })
})

async function say(...commands: Command[]): Promise<void> {
  for (const command of commands) moderator.command(command)
  await house.tick()
}
function memberOf(organisationKind: OrganisationKind): MemberId {
  const { id } = house.people.member()
  house.people.change(id, { organisationKind })
  return id
}
/** A fresh vote of these rules in the place of the one that runs. */
async function open(of: Vote): Promise<void> {
  await say({ type: 'discardVote', voteId }, { type: 'prepareVote', vote: of }, { type: 'openVote', voteId })
  await say({ type: 'setMode', stepId: step.id, mode: { type: 'vote', voteId } })
}
async function cast(peer: RoomPeer, ballot: Ballot): Promise<void> {
  peer.sendMessage({ type: 'ballot', id: newId(), voteId, ballot })
  await house.tick()
}
const refusals = (peer: RoomPeer) => peer.told.flatMap((told) => (told.type === 'refused' ? told.code : []))
const votesSeenBy = (peer: RoomPeer) =>
  peer.told.flatMap((told) => ('state' in told && told.state.votes ? [told.state.votes] : [])).at(-1)
const box = () => ({ groupId: house.groupId, voteId })

describe('a ballot', () => {
  test('is told to its voter’s own devices and to nobody else, the moderation included', async () => {
    const phone = await house.comeIn(ids[0]!)
    await cast(voters[0]!, on(red))
    await house.tick(60)
    expect(phone.told).toContainEqual({ type: 'ownBallot', voteId, ballot: on(red) })
    for (const peer of [moderator, voters[1]!]) {
      expect(peer.told.some(({ type }) => type === 'ownBallot')).toBe(false)
      expect(peer.told).toContainEqual({ type: 'turnout', voteId, ballots: 1 })
    }
    expect(JSON.stringify(await house.logs.eventLog.load(house.groupId))).not.toContain(ids[0])
  })

  test('can be changed until the vote is closed, and is one vote', async () => {
    await cast(voters[0]!, on(red))
    await cast(voters[0]!, on(blue))
    expect(await house.logs.box.turnout(box())).toBe(1)
    await say({ type: 'closeVote', voteId })
    await cast(voters[0]!, on(red))
    expect(refusals(voters[0]!)).toEqual(['vote_not_ready'])
    expect((await house.comeIn(ids[0]!)).told).toContainEqual({ type: 'ownBallot', voteId, ballot: on(blue) })
  })

  test('of those whom the rule leaves out, or that breaks it, is refused', async () => {
    await cast(moderator, on(red))
    await cast(voters[0]!, on(red, 3))
    expect([refusals(moderator), refusals(voters[0]!)]).toEqual([['vote_not_eligible'], ['ballot_invalid']])
    expect(await house.logs.box.turnout(box())).toBe(0)
  })

  test('is taken only while the step of its vote runs', async () => {
    await cast(voters[0]!, on(red))
    await say({ type: 'setMode', stepId: step.id, mode: { type: 'discuss' } })
    await cast(voters[1]!, on(red))
    await say({ type: 'setMode', stepId: step.id, mode: { type: 'vote', voteId: 'another' } })
    await cast(voters[1]!, on(red))
    await say({ type: 'endStep', stepId: step.id })
    await cast(voters[1]!, on(red))
    expect(refusals(voters[1]!)).toEqual(['vote_paused', 'vote_paused', 'vote_paused'])
    await say({ type: 'startStep', from: null, step })
    await cast(voters[1]!, on(blue))
    expect(await house.logs.box.turnout(box())).toBe(2)
  })

  test.each<[Role, boolean]>([
    ['moderator', false],
    ['manager', true],
    ['participant', true],
    ['observer', false],
  ])('of a %s is taken: %s', async (role, taken) => {
    const electorate = { roles: ['manager', 'participant'] as const, organisationKinds: null }
    await open({ ...vote, electorate: { ...electorate, roles: [...electorate.roles] } })
    const peer = await house.enter(role)
    await cast(peer, on(red))
    expect(await house.logs.box.turnout(box())).toBe(taken ? 1 : 0)
    expect(refusals(peer)).toEqual(taken ? [] : ['vote_not_eligible'])
  })

  test('is taken of the kinds of organisation that the rule named at the opening, late joiners included', async () => {
    await open({ ...vote, electorate: { roles: ['participant'], organisationKinds: ['county'] } })
    await say({ type: 'prepareVote', vote })
    expect(refusals(moderator)).toEqual(['vote_not_ready'])
    const [county, town] = [
      await house.comeIn(memberOf('county')),
      await house.comeIn(memberOf('municipality')),
    ]
    await cast(county, on(red))
    await cast(town, on(red))
    expect([refusals(county), refusals(town)]).toEqual([[], ['vote_not_eligible']])
  })

  test('is there again for somebody who comes back, and late joiners vote like everybody', async () => {
    await cast(voters[0]!, on(red))
    const late = await house.enter()
    await cast(late, on(blue))
    expect((await house.comeIn(ids[0]!)).told).toContainEqual({ type: 'ownBallot', voteId, ballot: on(red) })
    expect(await house.logs.box.turnout(box())).toBe(2)
  })
})

describe('a vote', () => {
  test('is counted once it is closed, for all at once, and its ballots are gone then', async () => {
    for (const [n, voter] of voters.entries()) await cast(voter, on(n === 0 ? red : blue))
    await say({ type: 'countVote', voteId })
    expect(refusals(moderator)).toEqual(['vote_not_ready'])
    await say({ type: 'closeVote', voteId })
    expect(JSON.stringify(votesSeenBy(moderator))).not.toContain('points')
    await say({ type: 'countVote', voteId }, { type: 'countVote', voteId }, { type: 'reopenVote', voteId })
    expect(votesSeenBy(voters[0]!)?.[0]).toMatchObject({
      status: 'counted',
      result: { ballots: 3, lines: [{ candidate: blue, points: 4 }, { points: 2 }] },
    })
    expect(await house.logs.box.ids()).toEqual([])
    expect(refusals(moderator)).toEqual(['vote_not_ready', 'vote_not_ready'])
  })

  test('that is opened again keeps its ballots', async () => {
    await cast(voters[0]!, on(red))
    await say({ type: 'closeVote', voteId }, { type: 'reopenVote', voteId })
    await cast(voters[1]!, on(red))
    expect(await house.logs.box.turnout(box())).toBe(2)
  })

  test('of fewer than three is not counted', async () => {
    await cast(voters[0]!, on(red))
    await say({ type: 'closeVote', voteId }, { type: 'countVote', voteId })
    expect(refusals(moderator)).toEqual(['vote_too_small'])
  })

  test('that is not secret, or only to try out, is counted however few vote', async () => {
    for (const of of [
      { ...vote, secret: false },
      { ...vote, id: 'vote-2', trial: true },
    ]) {
      await say({ type: 'discardVote', voteId: of.id })
      await say({ type: 'prepareVote', vote: of }, { type: 'openVote', voteId: of.id })
      moderator.command({
        type: 'startStep',
        from: step.id,
        step: { ...step, mode: { type: 'vote', voteId: of.id } },
      })
      voters[0]!.sendMessage({ type: 'ballot', id: newId(), voteId: of.id, ballot: on(red) })
      await house.tick()
      await say({ type: 'closeVote', voteId: of.id }, { type: 'countVote', voteId: of.id })
    }
    expect(refusals(moderator)).toEqual([])
    expect(votesSeenBy(voters[1]!)?.map(({ status }) => status)).toEqual(['counted', 'counted'])
  })

  test('that is counted is talked about: its page says so', async () => {
    for (const voter of voters) await cast(voter, on(red))
    await say({ type: 'closeVote', voteId }, { type: 'countVote', voteId })
    const steps = voters[0]!.told.flatMap((told) => ('state' in told ? (told.state.step ?? []) : []))
    expect(steps.at(-1)?.running?.step.mode).toEqual({ type: 'discuss' })
  })

  test('shows kinds of organisation apart where nobody is told of by that, as they were when they voted', async () => {
    await open({ ...vote, parts: 'organisationKinds' })
    for (const [organisationKind, count] of [
      ['county', 3],
      ['municipality', 4],
    ] as const)
      for (let n = 0; n < count; n++) {
        const id = memberOf(organisationKind)
        await cast(await house.comeIn(id), on(organisationKind === 'county' ? red : blue))
        house.people.change(id, { organisationKind: 'state' })
      }
    await say({ type: 'closeVote', voteId }, { type: 'countVote', voteId })
    expect(votesSeenBy(moderator)).toMatchObject([
      {
        result: {
          ballots: 7,
          parts: [
            { of: 'municipality', ballots: 4 },
            { of: 'county', ballots: 3 },
          ],
        },
      },
    ])
  })

  test('whose ballots are gone is void and says so', async () => {
    await house.logs.box.destroy(box())
    await cast(voters[0]!, on(red))
    await say({ type: 'closeVote', voteId }, { type: 'countVote', voteId })
    expect([refusals(voters[0]!), refusals(moderator)]).toEqual([['vote_void'], ['vote_void']])
    expect((await house.enter()).told).toContainEqual({ type: 'turnout', voteId, ballots: null })
  })

  test('goes on over a restart, and the sweep destroys only what is over', async () => {
    await cast(voters[0]!, on(red))
    const counted = { groupId: house.groupId, voteId: 'vote-gone' }
    await house.logs.box.open(counted)
    house = house.restarted()
    await house.polling.sweep()
    expect(await house.logs.box.ids()).toEqual([box()])
    expect(await house.logs.box.turnout(box())).toBe(1)
  })
})

describe('S27 the share of the thread', () => {
  test('S27 is billed for ballots as well: who used it up waits, others do not', async () => {
    let [measured, costMs] = [0, 0]
    house = new SilentRooms(undefined, undefined, () => (measured += costMs))
    await house.rooms.create(house.groupId, preparedDocument())
    moderator = await house.enter('moderator')
    moderator.command({ type: 'startStep', from: null, step })
    await say({ type: 'prepareVote', vote }, { type: 'openVote', voteId })
    const [busy, other] = [await house.enter(), await house.enter()]
    const send = (peer: RoomPeer, ballot: Ballot) =>
      peer.sendMessage({ type: 'ballot', id: newId(), voteId, ballot })
    const own = (peer: RoomPeer) =>
      peer.told.flatMap((told) => (told.type === 'ownBallot' ? [told.ballot] : []))
    costMs = 300
    send(busy, on(red))
    costMs = 0
    send(busy, on(blue))
    send(other, on(red))
    await house.tick(1)
    expect(own(busy)).toEqual([on(red)])
    expect(own(other)).toEqual([on(red)])
    await house.clock.advance(2_000)
    expect(own(busy)).toEqual([on(red), on(blue)])
    expect(busy.closed).toBeNull()
  })
})
