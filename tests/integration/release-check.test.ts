import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { GroupId } from '#shared/base/ids.ts'
import { rootsOf } from '#shared/document/roots.ts'
import type { Meeting } from '#shared/agenda/meeting.ts'
import type { InviteOffer, SessionView, WorkshopSummary, WorkshopView } from '#shared/protocol/api.ts'
import type { ReleaseCheckView } from '#shared/protocol/release-check.ts'
import { compose, type Composition } from '#server/compose.ts'
import { readConfig } from '#server/config.ts'
import { Browser } from '#tests/support/http-installation.ts'
import { roomDocument } from '#tests/support/room-document.ts'
import { sampleGroup, unreleased } from '#tests/support/sample-group.ts'

let folder: string
let server: Composition
const log: string[] = []
let moderator: Browser
let manager: Browser
let participant: Browser
let workshop: WorkshopView

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'werkraum-release-'))
  await start()
  moderator = new Browser(server.app)
  const token = await server.platform.setUpLink.issue()
  const body = { token, name: 'Mara Moder', email: 'mara@example.org', password: 'eine lange Losung' }
  await moderator.ok('setUp', { body })
  workshop = await moderator.found('Werkstatt', ['Gruppe A', 'Gruppe B'])
  for (const { id } of projects()) {
    await server.platform.rooms.create(id, Y.encodeStateAsUpdate(sampleGroup()))
  }
  manager = await moderator.guest(workshop.id, 'manager', projects()[0]!.id)
  participant = await moderator.guest(workshop.id, 'participant', projects()[0]!.id)
}, 60_000)
afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true })
})

/** A whole server with time that passes: what is released waits for its commit. */
async function start() {
  const config = readConfig({ WERKRAUM_DATA: folder, PORT: '0', HOST: '127.0.0.1' })
  if (!config.ok) throw new Error('the defaults are wrong')
  server = await compose(config.value, {
    passwordCost: { logN: 4, r: 8, p: 1 },
    clientFolder: 'nowhere',
    logger: pino({ level: 'debug' }, { write: (line: string) => void log.push(line) }),
  })
  await server.app.ready()
}

const projects = () => workshop.groups.filter(({ kind }) => kind === 'project')

const checked = (browser: Browser, group?: GroupId) =>
  browser.ok<ReleaseCheckView>('releaseCheck', {
    path: { workshopId: workshop.id },
    query: group ? { group } : {},
  })

const decide = (browser: Browser, groupId: string, artefactId: string, release: 'open' | 'closed') =>
  browser.call('decideReleases', {
    path: { workshopId: workshop.id, groupId },
    body: { decisions: [{ artefactId, release }] },
  })

const markdown = async () => {
  const call = { path: { workshopId: workshop.id }, query: { format: 'markdown' } }
  return String((await manager.call('exportWorkshop', call)).body)
}

/** Processes that were started to make files; Linux only. */
function fileMakers(): string[] {
  if (process.platform !== 'linux') return []
  const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8')
  const isMaker = (pid: string) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('export-worker')
  return children.split(' ').filter(Boolean).filter(isMaker)
}

const heldQuote = ({ groups }: ReleaseCheckView, n: number) =>
  groups[n]!.held.find(({ reason }) => reason === 'notReleased')!.artefactId!

describe('the release check of a workshop', () => {
  it('tells moderators and managers alike what is withheld, where, and who could release it', async () => {
    const asManager = await checked(manager)
    expect(asManager.groups.map(({ name }) => name)).toEqual(['Plenum', 'Gruppe A', 'Gruppe B'])
    expect(asManager.groups.map(({ held }) => held.length)).toEqual([0, 2, 2])
    expect(asManager.moderators).toEqual(['Mara Moder'])
    expect(await checked(moderator)).toEqual(asManager)
    const one = await checked(manager, projects()[1]!.id)
    expect(one.groups.map(({ name }) => name)).toEqual(['Gruppe B'])
    expect(await participant.code('releaseCheck', { path: { workshopId: workshop.id } })).toBe('forbidden')
  })

  it('keeps names that repeat it from those who are not inside, before and after they join', async () => {
    const [own, other] = projects()
    const rename = (name: string) =>
      moderator.ok('renameGroup', {
        path: { workshopId: workshop.id, groupId: other!.id },
        body: { name },
      })
    const namesFor = async (browser: Browser) =>
      (await browser.ok<WorkshopView>('workshop', { path: { workshopId: workshop.id } })).groups.map(
        ({ name }) => name,
      )
    await rename(unreleased)
    const held = '[Text nicht freigegeben, bleibt in der Gruppe]'
    expect(await namesFor(participant)).toEqual(['Plenum', own!.name, held])
    expect(await namesFor(moderator)).toEqual(['Plenum', own!.name, unreleased])
    const { token } = await moderator.invite(workshop.id, 'participant', null)
    const offer = await new Browser(server.app).ok<InviteOffer>('inspectInvite', {
      body: { invitation: { token } },
    })
    expect(offer.groups.map(({ name }) => name)).toEqual([own!.name, held])
    await rename('Gruppe für alles Weitere')
    expect(await namesFor(participant)).toEqual(['Plenum', own!.name, 'Gruppe für alles Weitere'])
    await rename(other!.name)
  })

  it('keeps a title of the workshop that repeats it from them, and so does a calendar entry', async () => {
    const path = { workshopId: workshop.id }
    const titled = (title: string) => moderator.ok('editWorkshop', { path, body: { title } })
    const spelled = unreleased.normalize('NFD').replace('Projekt', 'Pro-\njekt')
    const held = '[Text nicht freigegeben, bleibt in der Gruppe]'
    await titled(spelled)
    const place = { type: 'inPerson', where: 'Rathaus' }
    const meeting = { title: `Rückblick: ${unreleased}`, startsAt: 1_800_000_000_000, minutes: 60, note: '' }
    const { id: meetingId } = await moderator.ok<Meeting>('addMeeting', {
      path,
      body: { ...meeting, place, groupIds: 'all', steps: [] },
    })
    const { token } = await moderator.invite(workshop.id, 'participant', null)
    const offer = await new Browser(server.app).ok<InviteOffer>('inspectInvite', {
      body: { invitation: { token } },
    })
    expect(offer.workshopTitle).toBe(held)
    expect((await participant.ok<WorkshopView>('workshop', { path })).title).toBe(held)
    expect((await participant.ok<WorkshopSummary[]>('workshops')).map(({ title }) => title)).toEqual([held])
    expect((await participant.ok<SessionView>('session')).workshops.map(({ title }) => title)).toEqual([held])
    expect((await manager.ok<WorkshopView>('workshop', { path })).title).toBe(spelled)
    const calendar = String(
      (await participant.call('meetingCalendar', { path: { ...path, meetingId } })).body,
    ).replaceAll('\r\n ', '')
    expect(calendar).toContain('LOCATION:Rathaus')
    expect(calendar).toContain('Text nicht freigegeben')
    expect(calendar).not.toMatch(/beerdigt|keiner laut/)
    await titled(workshop.title)
    expect((await participant.ok<WorkshopView>('workshop', { path })).title).toBe(workshop.title)
  })

  it('knows no groups of other workshops', async () => {
    const other = await moderator.found('Andere', ['Fremde'])
    const call = { path: { workshopId: workshop.id }, query: { group: other.groups[1]!.id } }
    expect(await moderator.code('releaseCheck', call)).toBe('not_found')
  })

  it('is empty, and files hold the words, once moderators have released in all rooms; nobody else can', async () => {
    const view = await checked(moderator)
    const [a, b] = projects()
    expect((await decide(manager, a!.id, heldQuote(view, 1), 'open')).status).toBe(403)
    expect((await decide(participant, a!.id, heldQuote(view, 1), 'open')).status).toBe(403)
    expect(await markdown()).not.toContain('still beerdigt')
    expect((await decide(moderator, a!.id, heldQuote(view, 1), 'open')).body).toEqual({ changed: 1 })
    expect((await decide(moderator, b!.id, heldQuote(view, 2), 'open')).body).toEqual({ changed: 1 })
    expect((await checked(manager)).groups.flatMap(({ held }) => held)).toEqual([])
    expect(await markdown()).toContain(unreleased)
    expect(log.filter((line) => line.includes('/releases') && line.includes(a!.id))).not.toEqual([])
    expect(log.join('\n')).not.toContain('still beerdigt')
  })

  it('leaves out what was withdrawn between two files, though one process makes both', async () => {
    const quotes = await Promise.all(
      projects().map(async ({ id }) => {
        const doc = await roomDocument(server.platform.rooms, id)
        const [quote] = [...rootsOf(doc).artefacts].find(
          ([, map]) => String(map.get('f.wording')) === unreleased,
        )!
        doc.destroy()
        return { groupId: id, quote }
      }),
    )
    const decideAll = (release: 'open' | 'closed') =>
      Promise.all(quotes.map(({ groupId, quote }) => decide(moderator, groupId, quote, release)))
    expect(await markdown()).toContain(unreleased)
    const makers = fileMakers()
    await decideAll('closed')
    const without = await markdown()
    expect(without).not.toContain('still beerdigt')
    expect(without).toContain('nicht freigegeben')
    expect(fileMakers()).toEqual(makers)
    await decideAll('open')
    expect(await markdown()).toContain(unreleased)
  })

  it('stays so after a restart', async () => {
    const { id } = projects()[0]!
    await server.stop()
    await start()
    const doc = await roomDocument(server.platform.rooms, id)
    const quotes = [...rootsOf(doc).artefacts.values()].filter((map) => map.get('kind') === 'quote')
    expect(quotes.map((map) => map.get('f.release'))).toEqual(['released', 'released'])
    doc.destroy()
  })
})
