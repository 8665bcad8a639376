import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { compose, type Composition } from '#server/compose.ts'
import { openEngine, type Engine } from '#server/engine.ts'
import { readConfig } from '#server/config.ts'
import { newId, type MemberId } from '#shared/base/ids.ts'
import { writeRecord } from '#shared/document/board-record.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { kinds as words } from '#shared/kinds/de.ts'
import { kindNames } from '#shared/kinds/index.ts'
import type { EventEnvelope } from '#shared/facilitation/events.ts'
import type { WorkshopSummary, WorkshopView } from '#shared/protocol/api.ts'
import { workshopFileSchema, type WorkshopFile } from '#shared/report/workshop-file.ts'
import { Browser, type Answer } from '#tests/support/http-installation.ts'
import { openedBook } from '#tests/support/sheets.ts'
import { wordsInFile } from '#tests/support/words-in-file.ts'
import { everyKind } from '#tests/support/every-kind.ts'
import { released, transcript, unreleased } from '#tests/support/sample-group.ts'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
  'base64',
)

// Every file is written by a process of its own, which on a busy machine takes its time to start
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })

let folder: string
let server: Composition
let moderator: Browser
let manager: Browser
let workshop: WorkshopView
let backup: WorkshopFile
/** Of the group that was at work. */
let ofGroup: WorkshopFile
/** What a manager is given. */
let reduced: Answer & { body: WorkshopFile }
/** Made of the backup, and not changed. */
let copy: WorkshopSummary
let engine: Engine

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'werkraum-export-'))
  const config = readConfig({ WERKRAUM_DATA: folder, PORT: '0', HOST: '127.0.0.1' })
  if (!config.ok) throw new Error('the defaults are wrong')
  server = await compose(config.value, {
    passwordCost: { logN: 4, r: 8, p: 1 },
    clientFolder: 'nowhere',
    logger: pino({ level: 'silent' }),
    openEngine: async (means) => (engine = await openEngine(means)),
  })
  await server.app.ready()
  moderator = new Browser(server.app)
  const token = await server.platform.setUpLink.issue()
  const body = { token, name: 'Mara Moder', email: 'mara@example.org', password: 'eine lange Losung' }
  await moderator.ok('setUp', { body })
  workshop = await foundWithWork('Straße & Bürgerbüro: "Anträge"/2026')
  manager = new Browser(server.app)
  const invite = await moderator.invite(workshop.id, 'manager')
  await manager.accept({ token: invite.token })
  backup = await exported(moderator, workshop.id)
  ofGroup = await exported(moderator, workshop.id, { group: groupOf(workshop).id })
  reduced = (await textOf(manager, 'json', { lang: 'de' })) as typeof reduced
  const answer = await importFile(backup)
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  copy = answer.body as WorkshopSummary
})

afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true })
})

const groupOf = (view: WorkshopView) => view.groups.find(({ kind }) => kind === 'project')!

/** A workshop whose first group has been at work: cards, events, an image on the board. */
async function foundWithWork(title: string): Promise<WorkshopView> {
  const view = await moderator.found(title, ['Gruppe Ä', 'Gruppe B'])
  const group = groupOf(view)
  const { rooms, assets, people } = server.platform
  const member = (await people.members(view.id))[0]!
  const assetId = newId<never>()
  const image = {
    id: assetId,
    groupId: group.id,
    mediaType: 'image/png',
    sizeBytes: PNG.length,
    createdAt: 1,
    createdBy: member.id,
  } as const
  await assets.add(image, [PNG])
  const doc = everyKind(member.id)
  const src = `/api/workshops/${view.id}/groups/${group.id}/assets/${assetId}`
  writeRecord(rootsOf(doc).board, {
    id: 'asset:picture',
    typeName: 'asset',
    type: 'image',
    props: { src, w: 1, h: 1, name: 'Bild', isAnimated: false, mimeType: 'image/png' },
    meta: {},
  })
  await engine.events.append(group.id, historyBy(member.id))
  await rooms.create(group.id, Y.encodeStateAsUpdate(doc))
  return view
}

function historyBy(by: MemberId): EventEnvelope[] {
  const at = Date.UTC(2026, 2, 2, 10)
  return [
    { seq: 1, at, by, event: { type: 'PhaseAdvanced', phase: 'solution', pageId: 'page:solution-ideas' } },
    { seq: 2, at: at + 60_000, by, event: { type: 'BoardLocked' } },
  ]
}

async function exported(browser: Browser, workshopId: string, query: Record<string, string> = {}) {
  const answer = await browser.call('exportWorkshop', {
    path: { workshopId },
    query: { format: 'json', ...query },
  })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body as WorkshopFile
}

const textOf = async (browser: Browser, format: string, query: Record<string, string> = {}) => {
  const call = { path: { workshopId: workshop.id }, query: { format, ...query } }
  const answer = await browser.call('exportWorkshop', call)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer
}

/** Everything but what an import has to say anew: ids, times of creation, and what it is a copy of. */
function comparable(file: WorkshopFile): unknown {
  const names = new Map<string, string>()
  const rename = (id: string, as: string) => names.set(id, as)
  rename(file.workshop.id, 'workshop')
  file.members.forEach(({ id, name }) => rename(id, `member ${name}`))
  file.groups.forEach((group, g) => {
    rename(group.id, `group ${g}`)
    group.assets.forEach(({ id }, a) => rename(id, `image ${g}.${a}`))
  })
  const { exportedAt: _, ...rest } = file
  const { copyOf: __, ...kept } = rest.workshop
  const renamed = JSON.stringify({ ...rest, workshop: { ...kept, createdAt: 0 } })
  const text = renamed.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => names.get(id) ?? id)
  const parsed = JSON.parse(text) as WorkshopFile
  return { ...parsed, groups: parsed.groups.map((group) => ({ ...group, versions: [] })) }
}

const importFile = (file: unknown) => moderator.call('importWorkshop', { body: file })

describe('a backup', () => {
  it('is what the published schema says and holds the whole workshop', () => {
    expect(workshopFileSchema.safeParse(backup).error?.issues).toBeUndefined()
    expect(backup.groups.map(({ kind }) => kind)).toEqual(['plenum', 'project', 'project'])
    expect(backup.contents).toEqual({ scope: 'workshop', quotes: 'all', withheldQuotes: 0, isReduced: false })
    const group = backup.groups[1]!
    expect(group.phase).toBe('solution')
    expect(group.history).toHaveLength(2)
    expect(group.document.artefacts).toHaveLength(6 + kindNames.length)
    expect(new Set(group.document.artefacts.map(({ kind }) => kind))).toEqual(new Set(kindNames))
    expect(group.assets[0]!.data).toBe(PNG.toString('base64'))
    expect(JSON.stringify(group)).toContain(unreleased.replaceAll('"', '\\"'))
  })

  it('becomes an equal workshop with all work and none of the people, and so does the backup of that one', async () => {
    expect(copy).toMatchObject({ title: workshop.title, role: 'moderator', memberCount: 1, groupCount: 2 })
    const second = await exported(moderator, copy.id)
    expect(comparable(second)).toEqual(comparable(backup))
    expect(second.workshop.id).not.toBe(backup.workshop.id)
    expect(second.contents.isReduced).toBe(false)
    expect((await moderator.call('members', { path: { workshopId: copy.id } })).body).toMatchObject([
      { name: 'Mara Moder' },
    ])
    expect(await manager.code('workshop', { path: { workshopId: copy.id } })).toBe('not_found')

    const group = second.groups[1]!
    const picture = group.document.board.find(({ id }) => id === 'asset:picture')!
    const image = group.assets[0]!.id
    const src = `/api/workshops/${copy.id}/groups/${group.id}/assets/${image}`
    expect((picture.props as { src: string }).src).toBe(src)
    const path = { workshopId: copy.id, groupId: group.id, assetId: image }
    expect((await moderator.call('asset', { path })).bytes).toEqual(PNG)
  })

  it('of one group becomes a workshop with a plenum of its own', async () => {
    expect(ofGroup.contents.scope).toBe('group')
    const made = (await importFile(ofGroup)).body as WorkshopSummary
    const view = await moderator.workshop(made.id)
    expect(view.copyOf).toMatchObject({ scope: 'group', isReduced: false })
    expect(view.groups.map(({ kind, name }) => [kind, name])).toEqual([
      ['plenum', 'Plenum'],
      ['project', 'Gruppe Ä'],
    ])
  })
})

describe('an import', () => {
  it('stores nothing of a file that is wrong anywhere', async () => {
    const file = structuredClone(backup)
    file.groups[2]!.document.board.find(({ typeName }) => typeName === 'shape')!.x = 1e300
    const before = (await moderator.session()).workshops.length
    expect(await moderator.code('importWorkshop', { body: file })).toBe('import_unreadable')
    expect((await moderator.session()).workshops).toHaveLength(before)
  })

  it('is for people with an account only', async () => {
    expect(await manager.code('importWorkshop', { body: backup })).toBe('forbidden')
    expect(await new Browser(server.app).code('importWorkshop', { body: backup })).toBe('login_required')
  })
})

describe('consent', () => {
  // Every format and content is tried in tests/unit/server/export/every-format.test.ts; here, that managers get no other
  it.each(['pdf', 'csv'] as const)('keeps quotes that are not released out of %s files', async (format) => {
    const query: Record<string, string> = format === 'csv' ? { group: groupOf(workshop).id } : {}
    const text = await wordsInFile((await textOf(manager, format, query)).bytes, format)
    expect(text).toContain('weiterreicht')
    expect(text).not.toMatch(/still beerdigt|keiner laut/)
  })

  it('keeps them and all transcripts out of the JSON of a manager, who sees how many are missing', () => {
    const file = reduced.body
    const text = JSON.stringify(file)
    expect(text).not.toContain('still beerdigt')
    expect(text).not.toContain(JSON.stringify(transcript).slice(1, -1))
    expect(text).toContain(released)
    expect(file.contents).toEqual({
      scope: 'workshop',
      quotes: 'released',
      withheldQuotes: 1,
      isReduced: true,
    })
  })
})

describe('a file without what is withheld', () => {
  it('says so in its name, and so do the workshop made of it, its files and their copies, whatever they are called', async () => {
    const { headers: given, body: file } = reduced
    expect(decodeURIComponent(String(given['content-disposition']))).toContain('Daten-ohne-Zurückgehaltenes')
    const made = (await importFile(file)).body as WorkshopSummary
    expect(made.title).toBe(`${workshop.title} (ohne Zurückgehaltenes)`)
    const { id } = made
    const { title } = file.workshop
    const copyOf = { title, exportedAt: file.exportedAt, scope: 'workshop', isReduced: true }
    expect((await moderator.workshop(id)).copyOf).toEqual(copyOf)
    await moderator.ok('editWorkshop', { path: { workshopId: id }, body: { title: 'Umbenannt' } })

    const call = { path: { workshopId: id }, query: { format: 'json', lang: 'de' } }
    const { headers, body } = await moderator.call('exportWorkshop', call)
    expect(decodeURIComponent(String(headers['content-disposition']))).toContain(
      'Umbenannt_Sicherung-vertraulich_unvollständige-Kopie',
    )
    const again = body as WorkshopFile
    expect(workshopFileSchema.safeParse(again).error?.issues).toBeUndefined()
    expect(again.contents).toMatchObject({ quotes: 'all', isReduced: true })
    expect(again.workshop.copyOf).toEqual(copyOf)

    // A group that lacks nothing itself: the workshop did not have all that it is a copy of
    const plenum = (await moderator.workshop(id)).groups.find(({ kind }) => kind === 'plenum')!
    const table = { path: { workshopId: id }, query: { format: 'csv', group: plenum.id } }
    const { headers: named } = await moderator.call('exportWorkshop', table)
    expect(String(named['content-disposition'])).toContain('ohne-Zurueckgehaltenes')

    const second = (await importFile(again)).body as WorkshopSummary
    expect(second.title).toBe('Umbenannt')
    expect((await moderator.workshop(second.id)).copyOf).toEqual({
      title: 'Umbenannt',
      exportedAt: again.exportedAt,
      scope: 'workshop',
      isReduced: true,
    })
  })
})

describe('a copy', () => {
  it('of everything is not reduced, and what was founded here is none', async () => {
    expect((await moderator.workshop(copy.id)).copyOf).toEqual({
      title: workshop.title,
      exportedAt: backup.exportedAt,
      scope: 'workshop',
      isReduced: false,
    })
    expect((await moderator.workshop(workshop.id)).copyOf).toBeNull()
    expect(backup.workshop).not.toHaveProperty('copyOf')
  })

  it('made of a file of an earlier version is reduced where its quotes say so', async () => {
    const { isReduced: _, ...contents } = reduced.body.contents
    const { id } = (await importFile({ ...backup, contents })).body as WorkshopSummary
    expect((await moderator.workshop(id)).copyOf?.isReduced).toBe(true)
  })

  it('says to those who are not in every room no more of the title than they are told', async () => {
    const { title } = backup.workshop
    const file = { ...backup, workshop: { ...backup.workshop, title: unreleased } }
    const { id } = (await importFile(file)).body as WorkshopSummary
    await moderator.ok('editWorkshop', { path: { workshopId: id }, body: { title } })
    const { groups } = await moderator.workshop(id)
    const participant = new Browser(server.app)
    const { token } = await moderator.invite(
      id,
      'participant',
      groups.find(({ kind }) => kind === 'project')!.id,
    )
    await participant.accept({ token })
    expect((await moderator.workshop(id)).copyOf?.title).toBe(unreleased)
    const told = (await participant.workshop(id)).copyOf!
    expect(told.title).not.toContain('still beerdigt')
    expect(JSON.stringify((await exported(moderator, id)).workshop.copyOf)).toContain('still beerdigt')
  })
})

describe('downloads', () => {
  it('carry German names that are safe everywhere', async () => {
    const { headers } = await textOf(moderator, 'csv', { group: groupOf(workshop).id })
    const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(Date.now())
    const ascii = `Strasse-Buergerbuero-Antraege-2026_Gruppe-Ae_Karten_ohne-Zurueckgehaltenes_${day}.csv`
    const exact = `Stra%C3%9Fe-B%C3%BCrgerb%C3%BCro-Antr%C3%A4ge-2026_Gruppe-%C3%84_Karten_ohne-Zur%C3%BCckgehaltenes_${day}.csv`
    expect(headers['content-disposition']).toBe(`attachment; filename="${ascii}"; filename*=UTF-8''${exact}`)
  })

  it('that lack something say so in their name and on top, and those that lack nothing do not', async () => {
    const plenum = workshop.groups.find(({ kind }) => kind === 'plenum')!.id
    const whole = await textOf(moderator, 'csv', { group: plenum })
    expect(String(whole.headers['content-disposition'])).not.toContain('ohne-Zurueckgehaltenes')
    const markdown = await textOf(moderator, 'markdown', { lang: 'de' })
    expect(String(markdown.headers['content-disposition'])).toContain('ohne-Zurueckgehaltenes')
    expect(String(markdown.body)).toContain('O-Ton nicht freigegeben')
    const top = String(markdown.body).split('\n').slice(0, 6).join(' ')
    expect(top).toMatch(/nicht freigegeben.*Platzhalter/)
    const csv = String((await textOf(moderator, 'csv', { lang: 'de' })).body)
    expect(csv.split('\r\n')[0]).toMatch(/nicht freigegeben.*Platzhalter/)
  })

  it('are refused to participants and to members of other workshops', async () => {
    const participant = new Browser(server.app)
    const invite = await moderator.invite(workshop.id, 'participant', groupOf(workshop).id)
    await participant.accept({ token: invite.token })
    const call = { path: { workshopId: workshop.id }, query: { format: 'markdown' } }
    expect(await participant.code('exportWorkshop', call)).toBe('forbidden')
    expect(
      await participant.code('exportWorkshop', {
        ...call,
        query: { ...call.query, group: groupOf(workshop).id },
      }),
    ).toBe('forbidden')
    const other = await moderator.found('Andere', ['Eins'])
    expect(await manager.code('exportWorkshop', { ...call, path: { workshopId: other.id } })).toBe(
      'not_found',
    )
  })

  it('hold one sheet per kind of card and nothing to calculate', async () => {
    const { bytes } = await textOf(moderator, 'xlsx', { lang: 'de' })
    const { names, sheet } = openedBook(bytes)
    const sheets = kindNames.map((kind) => words[kind].plural.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31))
    expect(names).toEqual(['Hinweis', 'Übersicht', ...sheets])
    expect(sheet('Hinweis').get('A1')?.v).toMatch(/nicht freigegeben.*Platzhalter/)
    const ideas = ['A2', 'A3', 'A4'].map((at) => sheet('Ideen').get(at)?.v)
    expect(ideas).toContain('Jeder Antrag zeigt, bei wem er liegt.')
  })

  it('are what they are asked for, and nothing else', async () => {
    const call = { path: { workshopId: workshop.id }, query: { format: 'xlsx', content: 'results' } }
    expect(await moderator.code('exportWorkshop', call)).toBe('request_invalid')
  })
})
