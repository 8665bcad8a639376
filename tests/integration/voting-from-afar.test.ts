import { beforeEach, expect, test } from 'vitest'
import { newId, type MemberId } from '#shared/base/ids.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import { voteOf } from '#shared/facilitation/vote/rules.ts'
import { MemoryDraftVault } from '#server/adapters/memory/draft-vault.ts'
import { MemoryEventLog } from '#server/adapters/memory/event-log.ts'
import { MemoryUpdateLog } from '#server/adapters/memory/update-log.ts'
import { DistantBallotBox } from '#tests/support/distant-ballot-box.ts'
import { preparedDocument } from '#tests/support/live-rooms.ts'
import type { RoomPeer } from '#tests/support/room-peer.ts'
import { sampleVote } from '#tests/support/sample-vote.ts'
import { SilentRooms } from '#tests/support/silent-rooms.ts'

/*
 * Ballots lie on a database in the network: between a look and what is done about it there is time for others. What
 * holds then holds everywhere (docs/decisions/0061).
 */
const { red, vote, step } = sampleVote()
const voteId = vote.id
/** Longer than many ticks. */
const WAY_MS = 500
const ballot = { type: 'dots', dots: { [red]: 2 } } as const

let house: SilentRooms
let moderator: RoomPeer
let voters: RoomPeer[]
let ids: MemberId[]

beforeEach(async () => {
  const [updateLog, eventLog, box] = [
    new MemoryUpdateLog(),
    new MemoryEventLog(),
    new DistantBallotBox(WAY_MS),
  ]
  house = new SilentRooms({ updateLog, eventLog, vault: new MemoryDraftVault(updateLog, eventLog), box })
  await house.rooms.create(house.groupId, preparedDocument())
  moderator = await house.enter('moderator')
  ids = Array.from({ length: 4 }, () => house.people.member().id)
  voters = []
  for (const id of ids) voters.push(await house.comeIn(id))
  box.clock = house.clock
  say({ type: 'startStep', from: null, step }, { type: 'prepareVote', vote }, { type: 'openVote', voteId })
  await later(3)
})

/** So many ways there and back, in steps in which everybody has their turn. */
async function later(ways: number): Promise<void> {
  for (let n = 0; n < ways * 10; n++) await house.clock.advance(WAY_MS / 10)
}
function say(...commands: Command[]): void {
  for (const command of commands) moderator.command(command)
}
const cast = (peer: RoomPeer) => peer.sendMessage({ type: 'ballot', id: newId(), voteId, ballot })
const state = async () => voteOf((await house.rooms.facilitation(house.groupId)).votes, voteId)
const answersTo = (peer: RoomPeer) =>
  peer.told.flatMap((told) =>
    told.type === 'accepted' ? 'accepted' : told.type === 'refused' ? told.code : [],
  )

test('a ballot that was on its way when the vote closed is counted, and its voter hears that it was taken', async () => {
  for (const voter of voters) cast(voter)
  say({ type: 'closeVote', voteId }, { type: 'countVote', voteId })
  await later(20)
  expect(await state()).toMatchObject({ status: 'counted', result: { ballots: voters.length } })
  expect(voters.map(answersTo)).toEqual(voters.map(() => ['accepted']))
})

test('a ballot that comes after the vote closed is refused and not counted, however slow the box is', async () => {
  for (const voter of voters.slice(1)) cast(voter)
  say({ type: 'closeVote', voteId }, { type: 'countVote', voteId })
  await house.tick()
  expect((await state())?.status).toBe('closed')
  cast(voters[0]!)
  await later(20)
  expect(await state()).toMatchObject({ status: 'counted', result: { ballots: voters.length - 1 } })
  expect(answersTo(voters[0]!)).toEqual(['vote_not_ready'])
})

test('a ballot in a vote that is being discarded is taken or void, and gone in either case', async () => {
  cast(voters[0]!)
  say({ type: 'discardVote', voteId })
  await house.tick()
  cast(voters[1]!)
  await later(20)
  expect(await state()).toBeNull()
  expect(answersTo(voters[0]!)).toEqual(['accepted'])
  expect(['vote_void', 'vote_not_ready']).toContain(answersTo(voters[1]!)[0])
  expect(await house.logs.box.ids()).toEqual([])
})

test('who comes in while others vote is told nothing older than the others know, and their own ballot', async () => {
  cast(voters[0]!)
  cast(voters[1]!)
  const phone = await house.comeIn(ids[1]!)
  cast(voters[2]!)
  cast(voters[3]!)
  await later(30)
  const turnouts = phone.told.flatMap((told) => (told.type === 'turnout' ? [told.ballots ?? -1] : []))
  expect(turnouts.length).toBeGreaterThan(1)
  expect(turnouts).toEqual([...turnouts].sort((a, b) => a - b))
  expect(turnouts.at(-1)).toBe(voters.length)
  expect(phone.told).toContainEqual({ type: 'ownBallot', voteId, ballot })
})

test('an open vote is not open before its box is there', async () => {
  say({ type: 'discardVote', voteId }, { type: 'prepareVote', vote }, { type: 'openVote', voteId })
  await later(1.5)
  expect((await state())?.status).toBe('prepared')
  await later(20)
  expect([(await state())?.status, await house.logs.box.ids()]).toEqual([
    'open',
    [{ groupId: house.groupId, voteId }],
  ])
})
