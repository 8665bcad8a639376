import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type { OwnMatters } from '#shared/agenda/own-matters.ts'
import { newId, type GroupId, type MemberId } from '#shared/base/ids.ts'
import type { Command } from '#shared/facilitation/commands.ts'
import { errorCatalogue } from '#shared/errors/catalogue.ts'
import type { UploadedAsset, WorkshopView } from '#shared/protocol/api.ts'
import { endpoints, type Endpoint } from '#shared/protocol/endpoints.ts'
import { openEngine } from '#server/engine.ts'
import { HttpInstallation, type Browser } from '#tests/support/http-installation.ts'
import { tinyPng } from '#tests/support/images.ts'
import { silentStep, stepId } from '#tests/support/silent-rooms.ts'

/* Before a closed door, by requests: whoever waits gets nothing of the room, however they ask. */

let installation: HttpInstallation
let url: string
let workshop: WorkshopView
let groupId: GroupId
let moderator: Browser
let waiting: Browser
let me: MemberId
let assetId: string

beforeAll(async () => {
  installation = await HttpInstallation.open({}, 'nowhere', openEngine)
  url = (await installation.listenOnFreePort()).url
  moderator = await installation.moderator()
  workshop = await moderator.found('Hier')
  groupId = workshop.groups.find(({ kind }) => kind === 'project')!.id
  const invite = await moderator.invite(workshop.id, 'participant', groupId)
  waiting = installation.browser()
  me = (await waiting.accept({ token: invite.token })).memberId
  const headers = { 'content-type': 'image/png' }
  const path = { workshopId: workshop.id, groupId }
  assetId = (await waiting.ok<UploadedAsset>('uploadAsset', { path, body: tinyPng, headers })).id
  const { rooms } = installation.platform
  const pageId = await rooms.look(groupId, workshop.me.id, ({ state }) => state.place.pageId)
  const step = silentStep('named', { pageId, deadline: installation.clock.now() + 60_000 })
  await decide({ type: 'startStep', from: null, step })
  await decide({ type: 'closeDoor', inside: [] })
}, 60_000)
afterAll(() => installation.close())

async function decide(command: Command): Promise<void> {
  const answer = await installation.platform.rooms.give(groupId, workshop.me.id, command)
  expect(answer).toMatchObject({ ok: true })
}

const pathOf = () => ({
  ...{ workshopId: workshop.id, groupId, assetId },
  ...{ versionId: newId<string>(), artefactId: newId<string>() },
})
const ofARoom = (Object.keys(endpoints) as Endpoint[]).filter((name) => endpoints[name].includes('/:groupId'))

test('nothing of a room is answered to who waits before it, whatever is asked of it', async () => {
  const answers: Record<string, string> = {}
  for (const endpoint of ofARoom) answers[endpoint] = await waiting.code(endpoint, { path: pathOf() })
  const byRole = (code: string) => code === 'forbidden' || code === 'lobby_waiting'
  expect(Object.entries(answers).filter(([, code]) => !byRole(code))).toEqual([])
  for (const endpoint of ['asset', 'phasesNow', 'precedents', 'uploadAsset', 'addCards'] as const)
    expect(answers[endpoint], endpoint).toBe('lobby_waiting')
})

test('its images come into no other room, and what is open in it stands on no page of one’s own', async () => {
  const plenum = workshop.groups.find(({ kind }) => kind === 'plenum')!.id
  const from = { workshopId: workshop.id, groupId, assetId }
  const path = { workshopId: workshop.id, groupId: plenum }
  expect(await waiting.code('copyAsset', { path, body: from })).toBe('lobby_waiting')
  const own = await waiting.ok<OwnMatters>('ownMatters', {
    path: { workshopId: workshop.id },
    query: { since: '1' },
  })
  expect(JSON.stringify([own.open, own.news])).not.toContain(groupId)
})

test('what they wrote in silence before stays closed as well', async () => {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/drafts/${groupId}/${stepId}`, {
    headers: { cookie: waiting.cookie!, origin: url },
  })
  const [code] = (await once(socket, 'close')) as [number]
  expect(code).toBe(errorCatalogue.lobby_waiting.close)
})

test('whoever leads, and whoever was let in, is answered as always', async () => {
  await moderator.ok('asset', { path: pathOf() })
  await decide({ type: 'openDoor' })
  await decide({ type: 'closeDoor', inside: [me] })
  await waiting.ok('asset', { path: pathOf() })
  await decide({ type: 'openDoor' })
})

test('in the archive no door is closed, because nobody could open it', async () => {
  await decide({ type: 'closeDoor', inside: [] })
  expect(await waiting.code('asset', { path: pathOf() })).toBe('lobby_waiting')
  await moderator.ok('archiveGroup', { path: pathOf(), body: { archived: true } })
  await waiting.ok('asset', { path: pathOf() })
})
