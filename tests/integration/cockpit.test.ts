import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Meeting } from '#shared/agenda/meeting.ts'
import { createArtefact } from '#shared/document/artefacts.ts'
import { placeArtefact } from '#shared/document/placements.ts'
import { rootsOf } from '#shared/document/roots.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import type { ReleaseCheckView } from '#shared/protocol/release-check.ts'
import type { CockpitGroup, CockpitView } from '#shared/protocol/cockpit.ts'
import { systemClock } from '#server/base/system-clock.ts'
import { compose, type Composition } from '#server/compose.ts'
import { readConfig } from '#server/config.ts'
import type { Clock } from '#server/ports/clock.ts'
import { Browser, moderatorAccount } from '#tests/support/http-installation.ts'
import { sampleGroup, unreleased } from '#tests/support/sample-group.ts'

let folder: string
let server: Composition
let workshop: WorkshopView
let moderator: Browser
let manager: Browser
let participant: Browser

/** Time that passes, and can be made to pass faster: what is released waits for its commit. */
const ahead = { ms: 0 }
const clock: Clock = { ...systemClock, now: () => systemClock.now() + ahead.ms }

const groupId = () => workshop.groups[1]!.id
const path = () => ({ workshopId: workshop.id })
const day = 24 * 60 * 60_000

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'werkraum-cockpit-'))
  const config = readConfig({ WERKRAUM_DATA: folder, PORT: '0', HOST: '127.0.0.1' })
  if (!config.ok) throw new Error('the defaults are wrong')
  server = await compose(config.value, {
    clock,
    passwordCost: { logN: 4, r: 8, p: 1 },
    clientFolder: 'nowhere',
    logger: pino({ level: 'silent' }),
  })
  await server.app.ready()
  moderator = new Browser(server.app)
  const setUp = { token: await server.platform.setUpLink.issue(), ...moderatorAccount }
  await moderator.ok('setUp', { body: setUp })
  workshop = await moderator.found()
  manager = new Browser(server.app)
  const invitation = await moderator.invite(workshop.id, 'manager')
  await manager.accept({ token: invitation.token }, { name: 'Mina Manage' })
  participant = new Browser(server.app)
  const { token } = await moderator.invite(workshop.id, 'participant', groupId())
  await participant.accept({ token }, { name: 'Toni Teil', organisation: 'Stadt Birkhafen' })
  const doc = sampleGroup()
  const { artefacts, board } = rootsOf(doc)
  doc.transact(() => {
    const common = { createdAt: 1, authorship: { as: 'anonymous' }, phase: 'accompanying' } as const
    const fields = { text: 'Testpersonen finden', owner: 'Toni Teil und Imke Irgendwer', due: '2026-01-03' }
    const artefactId = createArtefact(artefacts, { ...common, kind: 'task', fields })
    placeArtefact(board, { artefactId, parentId: 'page:solution-ideas', x: 0, y: 0, w: 200, h: 100 })
  })
  await server.platform.rooms.create(groupId(), Y.encodeStateAsUpdate(doc))
}, 60_000)
afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true })
})

const cockpit = (who: Browser) => who.ok<CockpitView>('cockpit', { path: path() })
const groupIn = ({ groups }: CockpitView): CockpitGroup => groups.find((one) => one.groupId === groupId())!

test('managers see where each group is and what it has, and load no room for it', async () => {
  const view = await cockpit(manager)
  expect(view.groups.map((one) => one.groupId)).toEqual(workshop.groups.map(({ id }) => id))
  const group = groupIn(view)
  expect(group).toMatchObject({ phase: 'preparation', municipalities: 1, bodies: 1, nextMeeting: null })
  expect(group.results.map(({ kind, count }) => [kind, count])).toEqual([
    ['interview', 1],
    ['quote', 2],
    ['idea', 2],
    ['task', 1],
  ])
  expect(server.platform.metrics.rooms).toBe(0)
}, 120_000)

test('nobody is told of one person: no name, no id, no amount', async () => {
  const text = JSON.stringify(await cockpit(manager))
  const members = await server.platform.people.members(workshop.id)
  for (const { id, name } of members) {
    expect(text).not.toContain(id)
    expect(text).not.toContain(name)
  }
  // Written under "Wer?", and nobody who takes part
  expect(text).not.toContain('Imke')
  expect(groupIn(await cockpit(manager)).tasks).toMatchObject([
    { title: 'Testpersonen finden', bodies: ['Stadt Birkhafen'], day: '2026-01-03' },
  ])
})

test('what is not released is counted and not told; once it is released it is told after the commit', async () => {
  const before = await cockpit(manager)
  expect(JSON.stringify(before)).not.toContain('still beerdigt')
  expect(groupIn(before).unreleased.map(({ count }) => count)).toEqual([1])
  const check = await moderator.ok<ReleaseCheckView>('releaseCheck', { path: path() })
  const held = check.groups
    .find((one) => one.groupId === groupId())!
    .held.find(({ reason }) => reason === 'notReleased')!
  ahead.ms += 20_000
  await moderator.ok('decideReleases', {
    path: { ...path(), groupId: groupId() },
    body: { decisions: [{ artefactId: held.artefactId, release: 'open' }] },
  })
  const after = await cockpit(manager)
  expect(after.asOf).toBeGreaterThan(before.asOf)
  expect(groupIn(after).unreleased).toEqual([])
  expect(JSON.stringify(after)).toContain(JSON.stringify(unreleased).slice(1, -1))
  expect(groupIn(after).activeAt).toBeGreaterThan(before.at)
}, 120_000)

test('the next meeting of a group is the one that runs or comes next', async () => {
  const now = clock.now()
  const add = (title: string, startsAt: number, groupIds: string[] | 'all') =>
    moderator.ok<Meeting>('addMeeting', {
      path: path(),
      body: {
        ...{ title, startsAt, groupIds, minutes: 60, note: '', steps: [] },
        place: { type: 'online', link: '' },
      },
    })
  await add('Vorbei', now - day, 'all')
  await add('Nächste Woche', now + 7 * day, 'all')
  await add('Der anderen', now + day, [workshop.groups[2]!.id])
  const view = await cockpit(manager)
  expect(view.groups.map(({ nextMeeting }) => nextMeeting?.title)).toEqual([
    'Nächste Woche',
    'Nächste Woche',
    'Der anderen',
    'Nächste Woche',
  ])
})

test('only those who look after several groups see it', async () => {
  expect(await participant.code('cockpit', { path: path() })).toBe('forbidden')
  expect(await new Browser(server.app).code('cockpit', { path: path() })).toBe('login_required')
  expect((await cockpit(moderator)).groups).toHaveLength(4)
})
