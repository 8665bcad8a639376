import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { afterEach, expect, test } from 'vitest'
import { createArtefact } from '#shared/document/artefacts.ts'
import type { Step } from '#shared/facilitation/step/step.ts'
import type { Vote } from '#shared/facilitation/vote/vote.ts'
import { SqliteBallotBox } from '#server/adapters/sqlite/ballot-box.ts'
import { MemoryDraftVault } from '#server/adapters/memory/draft-vault.ts'
import { MemoryEventLog } from '#server/adapters/memory/event-log.ts'
import { MemoryUpdateLog } from '#server/adapters/memory/update-log.ts'
import { Polling } from '#server/ballots/polling.ts'
import { systemClock } from '#server/base/system-clock.ts'
import { Silence } from '#server/drafts/silence.ts'
import { RoomMetrics } from '#server/rooms/metrics.ts'
import { Turns } from '#server/rooms/turns.ts'
import { roomSecrets } from '#server/secrets.ts'
import { isLong, tellFigure } from '#tests/support/figures.ts'
import { preparedDocument } from '#tests/support/live-rooms.ts'
import { RawClient } from '#tests/support/raw-client.ts'
import { silentLogger } from '#tests/support/silent-logger.ts'
import { silentStep } from '#tests/support/silent-rooms.ts'
import { SyncServer } from '#tests/support/sync-server.ts'

const VOTERS = isLong ? 400 : 60
const WITHIN_MS = isLong ? 10_000 : 1_500
const CHANGES = isLong ? 80 : 12
const voteId = 'vote-1'
const step: Step = { ...silentStep('named'), title: 'Abstimmen', mode: { type: 'vote', voteId } }

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** A server with its ballots on a real disk. */
async function voteServer(): Promise<SyncServer> {
  const folder = mkdtempSync(join(tmpdir(), 'werkraum-voting-'))
  closing.push(() => rmSync(folder, { recursive: true }))
  const box = new SqliteBallotBox(folder, systemClock)
  const [updateLog, eventLog] = [new MemoryUpdateLog(), new MemoryEventLog()]
  const vault = new MemoryDraftVault(updateLog, eventLog)
  const means = { updateLog, eventLog, clock: systemClock, logger: silentLogger }
  const server = await SyncServer.start({
    ...means,
    secrets: (rooms, membership) => {
      const polling = new Polling({ ...means, box, rooms })
      closing.push(() => polling.close())
      const [metrics, turns] = [new RoomMetrics(), new Turns(systemClock)]
      return roomSecrets(new Silence({ ...means, vault, metrics, turns, membership, rooms }), polling)
    },
  })
  closing.push(() => server.stop())
  return server
}

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const p95 = (times: number[]) => [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0

test('R21 a hall that votes at once is counted to the last ballot, and whoever leads goes on working', async (context) => {
  const server = await voteServer()
  const { id: groupId } = server.people.group()
  await server.rooms.create(groupId, preparedDocument())
  const moderator = await RawClient.enter(server.url, groupId, server.people.member('moderator').id)
  closing.push(() => moderator.leave())
  const note = () => ({
    kind: 'note' as const,
    phase: 'problem' as const,
    createdAt: 1,
    authorship: { as: 'anonymous' as const },
    fields: { text: 'Karte' },
  })
  let card = ''
  await moderator.change(({ artefacts }) => (card = createArtefact(artefacts, note())))
  const vote: Vote = {
    id: voteId,
    question: 'Womit beginnen wir?',
    pageId: null,
    kind: { type: 'yesNo' },
    candidates: [card],
    electorate: { roles: ['participant'], organisationKinds: null },
    secret: true,
    trial: false,
    parts: 'none',
  }
  expect(await moderator.command({ type: 'startStep', from: null, step })).toBe('accepted')
  expect(await moderator.command({ type: 'prepareVote', vote })).toBe('accepted')
  expect(await moderator.command({ type: 'openVote', voteId })).toBe('accepted')
  const voters: RawClient[] = []
  for (let n = 0; n < VOTERS; n++) {
    const voter = await RawClient.enter(server.url, groupId, server.people.member().id)
    closing.push(() => voter.leave())
    voters.push(voter)
  }

  const waits = { ballots: [] as number[], changes: [] as number[] }
  const timed = async (times: number[], work: () => Promise<string>, expected: string) => {
    const from = performance.now()
    expect(await work()).toBe(expected)
    times.push(performance.now() - from)
  }
  const voting = voters.map(async (voter, n) => {
    await rest((n / VOTERS) * WITHIN_MS)
    const ballot = {
      type: 'yesNo' as const,
      answers: { [card]: n % 3 === 0 ? ('no' as const) : ('yes' as const) },
    }
    await timed(waits.ballots, () => voter.vote(voteId, ballot), 'accepted')
  })
  const working = (async () => {
    for (let n = 0; n < CHANGES; n++) {
      await rest(WITHIN_MS / CHANGES)
      await timed(
        waits.changes,
        () => moderator.change(({ artefacts }) => createArtefact(artefacts, note())),
        'durable',
      )
    }
  })()
  await Promise.all([...voting, working])

  expect(await moderator.command({ type: 'closeVote', voteId })).toBe('accepted')
  expect(await moderator.command({ type: 'countVote', voteId })).toBe('accepted')
  const { votes } = await server.rooms.facilitation(groupId)
  const no = Math.ceil(VOTERS / 3)
  expect(votes).toMatchObject([{ result: { ballots: VOTERS, lines: [{ spread: [VOTERS - no, no, 0] }] } }])
  const figures = [p95(waits.changes), p95(waits.ballots)].map(Math.round)
  tellFigure(
    context,
    `${VOTERS} votes within ${WITHIN_MS / 1000} s: others’ changes durable p95 ${figures[0]} ms, ballots in the box p95 ${figures[1]} ms`,
  )
}, 300_000)
