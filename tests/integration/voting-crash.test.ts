import { beforeEach, describe, expect, test } from 'vitest'
import { newId, type MemberId } from '#shared/base/ids.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import { voteOf } from '#shared/facilitation/vote/rules.ts'
import type { VoteState } from '#shared/facilitation/vote/state.ts'
import { MemoryBallotBox } from '#server/adapters/memory/ballot-box.ts'
import { MemoryDraftVault } from '#server/adapters/memory/draft-vault.ts'
import { MemoryEventLog } from '#server/adapters/memory/event-log.ts'
import { MemoryUpdateLog } from '#server/adapters/memory/update-log.ts'
import type { BoxId } from '#server/ports/ballot-box.ts'
import { preparedDocument } from '#tests/support/live-rooms.ts'
import type { RoomPeer } from '#tests/support/room-peer.ts'
import { sampleVote } from '#tests/support/sample-vote.ts'
import { SilentRooms } from '#tests/support/silent-rooms.ts'

/*
 * A server that is killed at each moment of a vote's life. What is on the disk afterwards is all there is: a new server
 * begins with it.
 */
const { red, blue, vote, step } = sampleVote()
const voteId = vote.id
const result = { ballots: 3, lines: [{ candidate: red, points: 4 }, { points: 2 }] }

class Killed extends Error {}

/** Where the server dies next. */
let deathAt: 'never' | 'beforeStoring' | 'afterStoring' | 'beforeDestroying' = 'never'
const dieAt = (moment: typeof deathAt) => {
  if (deathAt === moment) throw new Killed(moment)
}

class MortalLog extends MemoryEventLog {
  override async append(...entry: Parameters<MemoryEventLog['append']>): Promise<boolean> {
    dieAt('beforeStoring')
    const isStored = await super.append(...entry)
    dieAt('afterStoring')
    return isStored
  }
}
class MortalBox extends MemoryBallotBox {
  override async destroy(id: BoxId): Promise<void> {
    dieAt('beforeDestroying')
    await super.destroy(id)
  }
}

let house: SilentRooms
let moderator: RoomPeer
let ids: MemberId[]

beforeEach(async () => {
  deathAt = 'never'
  const [updateLog, eventLog] = [new MemoryUpdateLog(), new MortalLog()]
  const vault = new MemoryDraftVault(updateLog, eventLog)
  house = new SilentRooms({ updateLog, eventLog, vault, box: new MortalBox() })
  await house.rooms.create(house.groupId, preparedDocument())
  ids = Array.from({ length: 3 }, () => house.people.member().id)
  moderator = await house.enter('moderator')
  moderator.command({ type: 'startStep', from: null, step })
  await say({ type: 'prepareVote', vote })
})

async function say(...commands: Command[]): Promise<void> {
  for (const command of commands) moderator.command(command)
  await house.tick()
}

async function allVote(): Promise<void> {
  for (const [n, id] of ids.entries()) {
    const ballot = { type: 'dots' as const, dots: { [n === 0 ? blue : red]: 2 } }
    ;(await house.comeIn(id)).sendMessage({ type: 'ballot', id: newId(), voteId, ballot })
    await house.tick()
  }
}

/** Says it to a server that dies of it, and begins a new one with what is left. */
async function killedBy(command: Command, moment: typeof deathAt): Promise<void> {
  deathAt = moment
  moderator.command(command)
  await house.tick()
  deathAt = 'never'
  house = house.restarted()
  await house.polling.sweep()
  moderator = await house.enter('moderator')
}

const state = async (): Promise<VoteState | null> =>
  voteOf((await house.rooms.facilitation(house.groupId)).votes, voteId)
const turnout = () => house.logs.box.turnout({ groupId: house.groupId, voteId })

describe('R1 a server that is killed', () => {
  test('while a vote opens has not opened it, and opens it with an empty box', async () => {
    await killedBy({ type: 'openVote', voteId }, 'beforeStoring')
    expect([(await state())?.status, await turnout()]).toEqual(['prepared', null])
    await say({ type: 'openVote', voteId })
    expect([(await state())?.status, await turnout()]).toEqual(['open', 0])
  })

  test('right after a vote opened goes on with it', async () => {
    await killedBy({ type: 'openVote', voteId }, 'afterStoring')
    expect([(await state())?.status, await turnout()]).toEqual(['open', 0])
    await allVote()
    expect(await turnout()).toBe(3)
  })

  test.each(['beforeStoring', 'afterStoring'] as const)(
    'while a vote closes (%s) has lost no ballot',
    async (moment) => {
      await say({ type: 'openVote', voteId })
      await allVote()
      await killedBy({ type: 'closeVote', voteId }, moment)
      expect([(await state())?.status, await turnout()]).toEqual([
        moment === 'beforeStoring' ? 'open' : 'closed',
        3,
      ])
      await say({ type: 'closeVote', voteId }, { type: 'countVote', voteId })
      expect(await state()).toMatchObject({ status: 'counted', result })
    },
  )

  test.each(['beforeStoring', 'afterStoring', 'beforeDestroying'] as const)(
    'while a vote is counted (%s) has one result, once, and no ballots beside it',
    async (moment) => {
      await say({ type: 'openVote', voteId })
      await allVote()
      await say({ type: 'closeVote', voteId })
      await killedBy({ type: 'countVote', voteId }, moment)
      const isCounted = moment !== 'beforeStoring'
      expect([(await state())?.status, await turnout()]).toEqual(
        isCounted ? ['counted', null] : ['closed', 3],
      )
      await say({ type: 'countVote', voteId })
      expect(await state()).toMatchObject({ status: 'counted', result })
      expect(await house.logs.box.ids()).toEqual([])
      const log = await house.logs.eventLog.load(house.groupId)
      expect(log.filter(({ event }) => event.type === 'VoteCounted')).toHaveLength(1)
    },
  )

  test.each(['beforeStoring', 'afterStoring', 'beforeDestroying'] as const)(
    'while a vote is discarded (%s) has either the vote with its ballots, or neither',
    async (moment) => {
      await say({ type: 'openVote', voteId })
      await allVote()
      await killedBy({ type: 'discardVote', voteId }, moment)
      const isGone = moment !== 'beforeStoring'
      expect([(await state())?.status, await turnout()]).toEqual(isGone ? [undefined, null] : ['open', 3])
    },
  )
})
