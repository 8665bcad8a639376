import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { GroupId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import type { WorkshopSummary, WorkshopView } from '#shared/protocol/api.ts'
import type { Summary, SummaryDraft } from '#shared/protocol/summaries.ts'
import { compose, type Composition } from '#server/compose.ts'
import { readConfig } from '#server/config.ts'
import { Browser } from '#tests/support/http-installation.ts'
import { sampleGroup, unreleased } from '#tests/support/sample-group.ts'

let folder: string
let server: Composition
let moderator: Browser
let manager: Browser
let workshop: WorkshopView
let groupId: GroupId

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'werkraum-summaries-'))
  const config = readConfig({ WERKRAUM_DATA: folder, PORT: '0', HOST: '127.0.0.1' })
  if (!config.ok) throw new Error('the defaults are wrong')
  server = await compose(config.value, {
    passwordCost: { logN: 4, r: 8, p: 1 },
    clientFolder: 'nowhere',
    logger: pino({ level: 'silent' }),
  })
  await server.app.ready()
  moderator = new Browser(server.app)
  const token = await server.platform.setUpLink.issue()
  await moderator.ok('setUp', {
    body: { token, name: 'Mara Moder', email: 'mara@example.org', password: 'eine lange Losung' },
  })
  workshop = await moderator.found('Werkstatt', ['Gruppe A'])
  groupId = workshop.groups.find(({ kind }) => kind === 'project')!.id
  await server.platform.rooms.create(groupId, Y.encodeStateAsUpdate(sampleGroup()))
  manager = new Browser(server.app)
  await manager.accept({ token: (await moderator.invite(workshop.id, 'manager', groupId)).token })
}, 60_000)
afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true })
})

const path = () => ({ workshopId: workshop.id })
const write = (who: Browser, text: string, from = '', of: GroupId | null = groupId) =>
  who.call('writeSummary', { path: path(), body: { groupId: of, from, text } })
const read = () => manager.ok<Summary[]>('summaries', { path: path() })
const dossier = async () => {
  const query = { format: 'markdown', content: 'dossier', group: groupId }
  return (await manager.call('exportWorkshop', { path: path(), query })).bytes.toString()
}

it('a dossier begins with what people wrote; what is withheld stays out', async () => {
  const text = `Wir wissen, was fehlt.\n\n${unreleased}`
  expect((await write(manager, text)).status).toBe(204)
  const written = await dossier()
  expect(written).toContain('Wir wissen, was fehlt.')
  expect(written).not.toContain('Entwurf aus den Karten')
  expect(written).not.toContain(unreleased)
})

it('of two who write the same summary at once the second is told, and nothing is lost', async () => {
  const [{ text } = { text: '' }] = await read()
  expect((await write(moderator, 'Erste Hand', text)).status).toBe(204)
  const late = await write(manager, 'Zweite Hand', text)
  expect(late.body).toMatchObject({ error: { code: 'plan_changed' } })
  expect(await read()).toEqual([{ groupId, text: 'Erste Hand' }])
})

it('a summary of another workshop or one that is too long is refused', async () => {
  const other = await moderator.found('Andere', ['Gruppe B'])
  expect((await write(manager, 'x', '', other.groups[0]!.id)).body).toMatchObject({
    error: { code: 'group_not_open' },
  })
  expect((await write(manager, 'x'.repeat(limits.maxSummaryChars + 1), '', null)).status).toBe(400)
})

it('the draft is made of what may leave', async () => {
  const { text } = await manager.ok<SummaryDraft>('summaryDraft', { path: path(), query: { group: groupId } })
  expect(text).not.toContain(unreleased)
})

it('a file of the workshop takes summaries along, and the workshop made of it has them', async () => {
  await write(moderator, 'Über alles', '', null)
  const { bytes } = await moderator.call('exportWorkshop', { path: path(), query: { format: 'json' } })
  const { id: workshopId } = await moderator.ok<WorkshopSummary>('importWorkshop', {
    body: JSON.parse(bytes.toString()) as object,
  })
  const summaries = await moderator.ok<Summary[]>('summaries', { path: { workshopId } })
  expect(summaries.map(({ text }) => text)).toEqual(['Über alles', 'Erste Hand'])
  expect(summaries[1]!.groupId).not.toBe(groupId)
})
