import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Meeting } from '#shared/agenda/meeting.ts'
import type { MemberView, WorkshopSummary } from '#shared/protocol/api.ts'
import type { WorkshopFile } from '#shared/report/workshop-file.ts'
import { workshopSample } from '#shared/sample/workshop-sample.ts'
import { compose } from '#server/compose.ts'
import { readConfig } from '#server/config.ts'
import { buildWorkshop } from '#server/demo/build-workshop.ts'
import { Visitor } from '#server/demo/visitor.ts'
import { openEngine } from '#server/engine.ts'
import { HttpInstallation, moderatorAccount, type Browser } from '#tests/support/http-installation.ts'

let installation: HttpInstallation
let moderator: Browser
const words = ['Nicht die Dauer ärgert, sondern das Schweigen', 'Gesine Onken', 'Gemeinde Birkenmoor']

describe('the sample that is offered at the start', () => {
  beforeEach(async () => {
    installation = await HttpInstallation.open({}, 'nowhere', openEngine)
    moderator = await installation.moderator()
  })
  afterEach(() => installation.close())

  it('is there at once, with its people and a tour that has begun', async () => {
    const made = await moderator.ok<WorkshopSummary>('createSample')
    expect(made).toMatchObject({ role: 'moderator', isSample: true, groupCount: 1 })
    const path = { workshopId: made.id }
    const view = await moderator.workshop(made.id)
    expect(view.groups.find(({ id }) => id === made.homeGroupId)?.kind).toBe('project')
    const members = await moderator.ok<MemberView[]>('members', { path })
    expect(members.map(({ name }) => name)).toContain('Gesine Onken')
    const [tour] = await moderator.ok<Meeting[]>('meetings', { path })
    expect(tour!.steps.length).toBeGreaterThan(5)
    expect(tour!.minutes).toBe(10)
    const file = await moderator.ok<WorkshopFile>('exportWorkshop', { path, query: { format: 'json' } })
    const [begun] = file.groups[1]!.history
    expect(begun!.event).toMatchObject({ type: 'StepStarted', step: { id: tour!.steps[0]!.id } })
    const cards = file.groups.map(({ document }) => document.artefacts.length)
    expect(cards).toEqual(workshopSample('small', 0).groups.map((group) => group.cards.length))
  })

  it('leaves nothing on the disk when it is removed', async () => {
    const { id, title } = await moderator.ok<WorkshopSummary>('createSample')
    await moderator.ok('deleteWorkshop', { path: { workshopId: id }, body: { title } })
    expect((await moderator.session()).workshops).toEqual([])
    await installation.stop()
    expect(await installation.holdsOnDisk(words)).toEqual([])
    await installation.start()
  })

  it('is for those who may found a workshop', async () => {
    expect(await installation.browser().code('createSample')).toBe('login_required')
  })
})

describe('the sample that is built by script', () => {
  const now = Date.UTC(2026, 5, 12)

  it('comes through HTTP and websockets alone, and nothing of it is corrected', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'werkraum-'))
    const config = readConfig({ WERKRAUM_DATA: folder, PORT: '0', HOST: '127.0.0.1' })
    if (!config.ok) throw new Error('the defaults are wrong')
    const server = await compose(
      { ...config.value, logLevel: 'silent' },
      { clientFolder: 'nowhere', passwordCost: { logN: 4, r: 8, p: 1 } },
    )
    const { url, setUpUrl } = await server.start()
    const visitor = new Visitor(url)
    const token = new URL(setUpUrl!).hash.slice(1)
    await visitor.call('setUp', { body: { token, ...moderatorAccount } })
    const built = await buildWorkshop(url, { visitor, name: moderatorAccount.name }, 'small', now)
    const file = await visitor.call<WorkshopFile>('exportWorkshop', {
      path: { workshopId: built.workshopId },
      query: { format: 'json' },
    })
    for (const [n, { cards }] of workshopSample('small', now).groups.entries()) {
      const { artefacts, board } = file.groups[n]!.document
      const written = new Map(artefacts.map(({ id, fields, links }) => [id, { fields, links }]))
      const parents = new Map(board.map(({ id, parentId }) => [id, parentId]))
      expect(written.size).toBe(cards.length)
      for (const { id, fields, links, parentId } of cards) {
        expect(written.get(id)!.fields).toMatchObject(fields)
        expect(written.get(id)!.links).toHaveLength(links.length)
        expect(parents.get(`shape:${id}`)).toBe(parentId)
      }
    }
    expect(file.groups.map(({ phase }) => phase)).toEqual(['closing', 'closing'])
    await new Visitor(url).call('returnByLink', { body: { token: built.participantToken } })
    await server.stop()
    await rm(folder, { recursive: true })
  })
})
