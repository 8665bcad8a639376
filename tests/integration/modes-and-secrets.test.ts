import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { newId, type GroupId, type MemberId } from '#shared/base/ids.ts'
import type { Vote } from '#shared/facilitation/vote/vote.ts'
import { modeTypes, type ModeType } from '#shared/workshop/mode-rights.ts'
import { roles, type Role } from '#shared/workshop/roles.ts'
import { openRoomLogs } from '#server/adapters/sqlite/update-log.ts'
import { SERVER_MEMBER } from '#server/rooms/client-bindings.ts'
import { modes } from '#tests/support/facilitation.ts'
import { preparedDocument } from '#tests/support/live-rooms.ts'
import { RawClient } from '#tests/support/raw-client.ts'
import { sampleVote } from '#tests/support/sample-vote.ts'
import { ServerProcess } from '#tests/support/server-process.ts'
import { silentStep } from '#tests/support/silent-rooms.ts'

/*
 * The two columns of role × mode × action that are kept from everybody else: drafts and ballots. By clients that keep to
 * no rule; the other columns are in modes-and-roles.test.ts.
 */
const columns: readonly Role[] = ['moderator', 'manager', 'participant', 'observer']
/** ● the draft opens, · it does not. */
const mayDraft: Record<ModeType, string> = {
  open: '· · · ·',
  silent: '● ● ● ·',
  vote: '· · · ·',
  discuss: '· · · ·',
  present: '· · · ·',
  locked: '· · · ·',
}
/** ● the ballot lies in the box, · it does not. */
const mayVote: Record<ModeType, string> = {
  open: '· · · ·',
  silent: '· · · ·',
  vote: '· ● ● ·',
  discuss: '· · · ·',
  present: '· · · ·',
  locked: '· · · ·',
}

let folder: string
let server: ServerProcess
const groupIds = modes.map(() => newId<GroupId>())

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'werkraum-modes-'))
  const file = join(folder, 'rooms.sqlite')
  const logs = await openRoomLogs(file)
  for (const groupId of groupIds)
    await logs.updateLog.append([{ groupId, update: preparedDocument(), newClients: [[1, SERVER_MEMBER]] }])
  await logs.close()
  server = await ServerProcess.start(file)
}, 60_000)
afterAll(async () => {
  await server.end('SIGKILL')
  rmSync(folder, { recursive: true })
})

const url = () => `ws://127.0.0.1:${server.port}`

/** The role stands in the address of the test's server; a member keeps it. */
async function somebody(role: Role, groupId: GroupId): Promise<[MemberId, RawClient]> {
  const memberId = newId<MemberId>()
  const socket = new WebSocket(`${url()}/sync/${groupId}?member=${memberId}&role=${role}`)
  await once(socket, 'open')
  const client = await RawClient.enter(url(), groupId, memberId)
  socket.terminate()
  return [memberId, client]
}

/** Whether a member's own draft of a step opens: it is the server that speaks first there. */
async function draftOpens(groupId: GroupId, stepId: string, memberId: MemberId): Promise<boolean> {
  const socket = new WebSocket(`${url()}/drafts/${groupId}/${stepId}?member=${memberId}`)
  const opened = await Promise.race([
    once(socket, 'message').then(() => true),
    once(socket, 'close').then(() => false),
  ])
  socket.terminate()
  return opened
}

describe.each(modes)('S7 S23 while a page is in the mode $type', (mode) => {
  const groupId = groupIds[modes.indexOf(mode)]!
  const vote: Vote = {
    ...sampleVote().vote,
    electorate: { roles: ['participant', 'manager'], organisationKinds: null },
    candidates: [newId()],
  }
  const step = silentStep('named', { mode })

  test('drafts and ballots: role by role', async () => {
    const [, moderator] = await somebody('moderator', groupId)
    // The vote is open before its step goes on: what the mode says is what is asked
    await moderator.command({ type: 'prepareVote', vote })
    await moderator.command({ type: 'openVote', voteId: vote.id })
    expect(await moderator.command({ type: 'startStep', from: null, step })).toBe('accepted')
    for (const role of columns) {
      const at = columns.indexOf(role)
      const [memberId, client] = await somebody(role, groupId)
      expect(await draftOpens(groupId, step.id, memberId), `${role}, draft`).toBe(
        mayDraft[mode.type].split(' ')[at] === '●',
      )
      const answers = { type: 'dots' as const, dots: { [vote.candidates[0]!]: 1 } }
      const cast = await client.vote(vote.id, answers)
      expect(cast === 'accepted', `${role}, ballot: ${cast}`).toBe(mayVote[mode.type].split(' ')[at] === '●')
      client.leave()
    }
    moderator.leave()
  }, 60_000)
})

test('every mode and every role there is stands in both tables', () => {
  expect(Object.keys(mayDraft).sort()).toEqual([...modeTypes].sort())
  expect(Object.keys(mayVote).sort()).toEqual([...modeTypes].sort())
  expect([...columns].sort()).toEqual([...roles].sort())
})
