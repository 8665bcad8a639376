import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { GroupId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import { rootsOf } from '#shared/document/roots.ts'
import type { Step } from '#shared/facilitation/step/step.ts'
import type { Vote } from '#shared/facilitation/vote/vote.ts'
import { MemoryAssetStore } from '#server/adapters/memory/asset-store.ts'
import { MemoryBallotBox } from '#server/adapters/memory/ballot-box.ts'
import { MemoryDraftVault } from '#server/adapters/memory/draft-vault.ts'
import { MemoryEventLog } from '#server/adapters/memory/event-log.ts'
import { MemoryPeopleStore } from '#server/adapters/memory/people-store.ts'
import { MemoryPlanStore } from '#server/adapters/memory/plan-store.ts'
import { MemoryUpdateLog } from '#server/adapters/memory/update-log.ts'
import { createMembership } from '#server/auth/admit.ts'
import { Polling } from '#server/ballots/polling.ts'
import { Silence } from '#server/drafts/silence.ts'
import { Rehearsals } from '#server/rehearsal/rehearsals.ts'
import type { RehearsalRoom } from '#server/rehearsal/copy-room.ts'
import { RoomMetrics } from '#server/rooms/metrics.ts'
import { createRooms, type Rooms } from '#server/rooms/rooms.ts'
import { Turns } from '#server/rooms/turns.ts'
import { roomSecrets } from '#server/secrets.ts'
import { sweepLeftovers } from '#server/workshop/deleting.ts'
import { group, member, workshop } from '#tests/contract/people-store.ts'
import { meetingWith, plannedStep } from '#tests/support/agenda.ts'
import { HttpInstallation } from '#tests/support/http-installation.ts'
import type { WorkshopSummary } from '#shared/protocol/api.ts'
import type { StartedRehearsal } from '#shared/protocol/rehearsal.ts'
import { FakeClock } from '#tests/support/fake-clock.ts'
import { addNote, preparedDocument, TICK_MS } from '#tests/support/live-rooms.ts'
import { RoomPeer } from '#tests/support/room-peer.ts'
import { sampleVote } from '#tests/support/sample-vote.ts'
import { seededRandom } from '#tests/support/seeded-random.ts'
import { silentStep } from '#tests/support/silent-rooms.ts'
import { silentLogger } from '#tests/support/silent-logger.ts'

/* A whole rehearsal in memory, with time in the test's hand. The numbers are the invariants of `Rehearsals`. */

const house = workshop()
const plenum = group(house.id, 0)
const team = { ...group(house.id, 1), name: 'Gruppe A' }
const mara = member(house.id, { role: 'moderator', groupIds: 'all', name: 'Mara Moder' })

let clock: FakeClock
let logs: {
  updateLog: MemoryUpdateLog
  eventLog: MemoryEventLog
  vault: MemoryDraftVault
  box: MemoryBallotBox
}
let people: MemoryPeopleStore
let plans: MemoryPlanStore
let rooms: Rooms
let rehearsals: Rehearsals
let copy: RehearsalRoom
let lead: RoomPeer

beforeEach(async () => {
  clock = new FakeClock()
  const [updateLog, eventLog] = [new MemoryUpdateLog(), new MemoryEventLog()]
  logs = { updateLog, eventLog, vault: new MemoryDraftVault(updateLog, eventLog), box: new MemoryBallotBox() }
  people = new MemoryPeopleStore()
  plans = new MemoryPlanStore()
  await people.addWorkshop(house, [plenum, team], mara)
  const turns = new Turns(clock, () => 0)
  const tuning = { tickMs: TICK_MS, busyTickMs: TICK_MS, unloadAfterMs: 1_000 }
  const membership = createMembership(people)
  const means = {
    ...logs,
    clock,
    logger: silentLogger,
    metrics: new RoomMetrics(),
    turns,
    membership,
    tuning,
  }
  const silence: Silence = new Silence({ ...means, rooms: () => rooms })
  const polling: Polling = new Polling({ ...means, rooms: () => rooms })
  rooms = createRooms({ ...means, secrets: roomSecrets(silence, polling) })
  await rooms.create(plenum.id, preparedDocument())
  await rooms.create(team.id, preparedDocument())
  const own = await enter(team.id, mara.id)
  addNote(own.doc, 'Schon da')
  await clock.advance(200)
  own.leave()
  const meeting = meetingWith([plannedStep('a')], { groupIds: [team.id] })
  await plans.add(house.id, [meeting], { meetings: 9, bytes: limits.maxPlanBytes })
  const random = seededRandom(3)
  rehearsals = new Rehearsals({
    ...{ people, plans, rooms, membership, clock, logger: silentLogger, events: eventLog },
    seats: { join: (...seat) => rooms.join(...seat), joinDraft: (...seat) => silence.join(...seat) },
    chance: () => random.below(1_000) / 1_000,
  })
  copy = await rehearsals.start(house, team, mara)
  lead = await enter(copy.groupId, copy.moderator.id)
})
afterEach(() => rehearsals.close())

async function enter(groupId: GroupId, memberId: typeof mara.id): Promise<RoomPeer> {
  const admitted = (await createMembership(people)(memberId, groupId, Number.MAX_SAFE_INTEGER))!
  const peer = await new RoomPeer().join(rooms, admitted)
  await clock.advance(200)
  return peer
}

/** Half a minute, in steps that leave the simulated people time to finish what they do. */
async function pass(seconds = 40) {
  for (let n = 0; n < seconds * 4; n++) await clock.advance(250)
}
const begin = (step: Step, from: string | null = null) => lead.command({ type: 'startStep', from, step })
const textsIn = async (groupId: GroupId) => {
  const { artefacts } = rootsOf(await rooms.copy(groupId))
  return [...artefacts.values()].map((card) => String(card.get('f.text')))
}
const stateOf = (groupId: GroupId) => rooms.look(groupId, mara.id, ({ state }) => state)
const everybody = () => copy.participants.map(({ id }) => id).sort()
const whoIsDone = async () => [...(await stateOf(copy.groupId)).finished.who].sort()

describe('a rehearsal', () => {
  it('(1, 3) is the room as it is, with its agenda, and people whose names say what they are', async () => {
    expect(await textsIn(copy.groupId)).toEqual(['Schon da'])
    expect(copy.workshop.rehearsalOf).toEqual({ workshopId: house.id, groupId: team.id })
    const [meeting] = await plans.meetings(copy.workshop.id)
    expect(meeting).toMatchObject({ title: 'Zweites Treffen', groupIds: [copy.groupId] })
    expect(copy.participants).toHaveLength(6)
    for (const { name } of copy.participants) expect(name).toMatch(/^\w+ \(simuliert\)$/)
    await pass(10)
    expect(new Set(rooms.here(copy.groupId))).toEqual(new Set([...everybody(), copy.moderator.id]))
    expect(await people.membershipsOf(null, [mara.id, copy.moderator.id])).toHaveLength(1)
  })

  it('(3) they write and are done, in the open and in silence, and nobody sees what is not revealed', async () => {
    const open = silentStep('named', { id: 'open', mode: { type: 'open' } })
    begin(open)
    await pass()
    expect(await textsIn(copy.groupId)).toHaveLength(1 + 12)
    expect(await whoIsDone()).toEqual(everybody())

    begin(silentStep('anonymous'), 'open')
    await pass()
    expect(await textsIn(copy.groupId)).toHaveLength(13)
    expect(lead.told).toContainEqual({ type: 'drafts', stepId: 'step-ideas', cards: 18 })
    expect(await whoIsDone()).toEqual(everybody())
    lead.command({ type: 'revealDrafts', stepId: 'step-ideas', whose: { type: 'all' } })
    await pass(2)
    const texts = await textsIn(copy.groupId)
    expect(texts).toHaveLength(13 + 18)
    // Cards without a name, too, say on their face that nobody wrote them
    expect(texts.filter((text) => !text.endsWith(' (simuliert)'))).toEqual(['Schon da'])
  })

  it('(3) they vote, each once, and the vote is counted', async () => {
    const { vote, step } = sampleVote()
    const scale: Vote = { ...vote, kind: { type: 'scale' } }
    lead.command({ type: 'prepareVote', vote: scale })
    begin(step)
    lead.command({ type: 'openVote', voteId: vote.id })
    await pass()
    expect(await whoIsDone()).toEqual(everybody())
    lead.command({ type: 'closeVote', voteId: vote.id })
    await pass(1)
    lead.command({ type: 'countVote', voteId: vote.id })
    await pass(1)
    const [counted] = (await stateOf(copy.groupId)).votes
    expect(counted).toMatchObject({ status: 'counted', result: { ballots: 6 } })
  })

  it('(1, 2) leaves no trace: not in the room, not in the log, not in the plan, not on the disk', async () => {
    const before = [
      await logs.updateLog.load(team.id),
      await logs.eventLog.load(team.id),
      await plans.meetings(house.id),
    ]
    begin(silentStep('named'))
    await pass(15)
    await rehearsals.end(copy.workshop.id)
    expect(lead.closed?.reason).toBe('membership_ended')
    expect([
      await logs.updateLog.load(team.id),
      await logs.eventLog.load(team.id),
      await plans.meetings(house.id),
    ]).toEqual(before)
    expect(await people.workshop(copy.workshop.id)).toBeNull()
    expect(await people.member(copy.moderator.id)).toBeNull()
    expect((await logs.updateLog.load(copy.groupId)).updates).toEqual([])
    expect(await logs.vault.draftsOf(copy.groupId, 'step-ideas')).toEqual([])
    expect(await people.removals()).toEqual([])
    await pass(5)
    expect(await people.workshop(house.id)).not.toBeNull()
  })

  it('(2) ends when something is erased in the workshop, also where it was being copied at that moment', async () => {
    const starting = rehearsals.start(house, team, { ...mara, id: crypto.randomUUID() as typeof mara.id })
    await rehearsals.endAllOf(house.id)
    for (const { workshop } of [copy, await starting]) expect(await people.workshop(workshop.id)).toBeNull()
  })

  it('(2) ends by itself some minutes after its moderator has gone, and by the next of theirs', async () => {
    await pass(5)
    const next = await rehearsals.start(house, team, mara)
    expect(await people.workshop(copy.workshop.id)).toBeNull()
    for (let minute = 0; minute < 12; minute++) {
      await clock.advance(60_000)
      await pass(1)
    }
    expect(await people.workshop(next.workshop.id)).toBeNull()
  })

  it('(2) ends at once when who began it leads the room no longer, or the room is gone', async () => {
    await people.removeWorkshop(house.id)
    await pass(3)
    expect(await people.workshop(copy.workshop.id)).toBeNull()
  })

  it('(2) ends by itself also where the storage once gave no answer', async () => {
    vi.spyOn(people, 'groups').mockRejectedValueOnce(new Error('disk'))
    await pass(3)
    lead.leave()
    for (let minute = 0; minute < 12; minute++) {
      await clock.advance(60_000)
      await pass(1)
    }
    expect(await people.workshop(copy.workshop.id)).toBeNull()
  })

  it('(2) goes at the start of a server that was killed in the middle of one', async () => {
    rehearsals.close()
    await sweepLeftovers({ people, rooms, assets: new MemoryAssetStore() })
    expect(await people.workshop(copy.workshop.id)).toBeNull()
    expect((await logs.updateLog.load(copy.groupId)).updates).toEqual([])
    expect(await people.workshop(house.id)).not.toBeNull()
  })

  it('is refused where too many run', async () => {
    for (let n = 1; n < limits.maxRehearsals; n++)
      await rehearsals.start(house, team, { ...mara, id: crypto.randomUUID() as typeof mara.id })
    await expect(
      rehearsals.start(house, team, { ...mara, id: crypto.randomUUID() as typeof mara.id }),
    ).rejects.toMatchObject({ code: 'rehearsals_full' })
  })

  it('is refused where too many begin at the same moment', async () => {
    const starts = Array.from({ length: limits.maxRehearsals }, () =>
      rehearsals.start(house, team, { ...mara, id: crypto.randomUUID() as typeof mara.id }),
    )
    const refused = (await Promise.allSettled(starts)).filter(({ status }) => status === 'rejected')
    expect(refused).toHaveLength(1)
  })
})

describe('over HTTP', () => {
  it('begins for whoever leads, whether they have an account or a link, is in no list, and ends', async () => {
    const installation = await HttpInstallation.open()
    try {
      const founder = await installation.moderator()
      const { id: workshopId, groups } = await founder.found()
      const path = { workshopId, groupId: groups[1]!.id }
      const { token } = await founder.invite(workshopId, 'moderator')
      const byLink = installation.browser()
      await byLink.accept({ token })
      for (const browser of [founder, byLink]) {
        const started = await browser.ok<StartedRehearsal>('startRehearsal', { path })
        const there = await browser.workshop(started.workshopId)
        expect(there.rehearsalOf).toEqual(path)
        expect(there.groups.map(({ name }) => name)).toEqual(groups.map(({ name }) => name))
        const listed = await browser.ok<WorkshopSummary[]>('workshops')
        expect(listed.map(({ id }) => id)).toEqual([workshopId])
        expect(await browser.code('startRehearsal', { path: { ...started } })).toBe('request_invalid')
        const other = browser === founder ? byLink : founder
        expect(await other.code('endRehearsal', { path: { ...started } })).toBe('not_found')
        await browser.ok('endRehearsal', { path: { ...started } })
        expect(await browser.code('workshop', { path: { ...started } })).toBe('not_found')
        expect((await browser.workshop(workshopId)).rehearsalOf).toBeNull()
      }
    } finally {
      await installation.close()
    }
  })
})
