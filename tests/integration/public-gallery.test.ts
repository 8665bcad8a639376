import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId, type ArtefactId, type ProfileId } from '#shared/base/ids.ts'
import { publicProfileOf } from '#shared/gallery/public-profile.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import { HttpInstallation, type Browser } from '#tests/support/http-installation.ts'

let installation: HttpInstallation
let moderator: Browser
let workshop: WorkshopView

const fields = {
  name: 'Wohngeld ohne Papier <sofort>',
  purpose: 'Anträge kommen vollständig an.\n\nUnd zwar alle.',
  targetGroup: 'Städte & Landkreise',
  readiness: 'pilot',
  reuse: 'Bausteine übernehmen.',
  operator: 'Kommunale Datenwerke',
  operatorKind: 'municipalItProvider',
  costs: 'Anteil nach Größe',
  costKind: 'running',
  topic: 'Wohngeld',
  contact: 'Jana Petersen, Koordinierungsstelle',
}

beforeAll(async () => {
  installation = await HttpInstallation.open({ gallery: true })
  moderator = await installation.moderator()
  workshop = await moderator.found('Werkstatt Nord')
})
afterAll(() => installation.close())

async function publish(changes: Partial<typeof fields> = {}) {
  const { galleries } = installation.platform
  await galleries.open(workshop.id, 1)
  const at = Date.UTC(2026, 2, 5)
  const about = { workshopId: workshop.id, groupId: workshop.groups[1]!.id, artefactId: newId<ArtefactId>() }
  const profile = publicProfileOf({ ...fields, ...changes })
  const stamps = { language: 'de', publishedAt: at, changedAt: at } as const
  return (await galleries.publish({ id: newId<ProfileId>(), ...about, ...stamps, profile }, 500))!
}

const get = (url: string, headers: Record<string, string> = {}) =>
  installation.app.inject({ url, headers: { host: 'werkraum.test', ...headers } })
const found = async (query: string) => (await get(`/galerie?${query}`)).body

describe('the public pages', () => {
  it('say what is published, word for word and escaped', async () => {
    const { body } = await get(`/galerie/${await publish()}`)
    for (const words of [
      'Wohngeld ohne Papier &lt;sofort&gt;',
      'Und zwar alle.',
      'Städte &amp; Landkreise',
      'Pilot',
    ])
      expect(body).toContain(words)
    for (const words of [workshop.id, workshop.title, 'Mara Moder', '<sofort>'])
      expect(body).not.toContain(words)
  })

  it('need no script, load nothing from elsewhere and are kept by no cache', async () => {
    const id = await publish()
    for (const url of ['/galerie', `/galerie/${id}`, `/galerie/${newId()}`]) {
      const { headers, body } = await get(url)
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'self';/)
      expect(headers['content-security-policy']).not.toContain('unsafe')
      expect(headers['cache-control']).toBe('no-store')
      expect(body.match(/<script(?! type="application\/ld\+json")/g)).toBeNull()
      expect(body.match(/ (?:src|href)="https?:/g)).toBeNull()
      expect(body).not.toMatch(/ style="/)
    }
  })

  it('are found by words, topic, state, kind of body and costs, in either language', async () => {
    await publish({ name: 'Kita-Plätze', topic: 'Kita', costKind: 'free', readiness: 'inUse' })
    expect(await found('q=plaetze')).toContain('Kita-Plätze')
    expect(await found('q=wohngeld')).not.toContain('Kita-Plätze')
    for (const query of [
      'topic=Kita',
      'readiness=inUse',
      'operatorKind=municipalItProvider',
      'costKind=free',
    ])
      expect(await found(query)).toContain('Kita-Plätze')
    for (const query of ['topic=Bau', 'readiness=concept', 'operatorKind=county', 'costKind=once'])
      expect(await found(query)).not.toContain('Kita-Plätze')
    expect(await found('costKind=free&lang=en')).toContain('free of charge')
    expect(await found('readiness=nonsense&page=-4&lang=xx')).toContain('Kita-Plätze')
    expect((await get('/galerie/?lang=en')).headers.location).toBe('/galerie?lang=en')
    const { body } = await get('/galerie', { 'accept-language': 'en-GB,en;q=0.9,de;q=0.8' })
    expect(body).toContain('<html lang="en">')
  })

  it('come a page at a time', async () => {
    for (let n = 0; n < 30; n++) await publish({ topic: 'Viel', name: `Lösung ${n}` })
    const first = await found('topic=Viel')
    expect(first.match(/<li class="card">/g)).toHaveLength(24)
    expect(first).toContain('href="/galerie?topic=Viel&amp;page=2&amp;lang=de"')
    expect((await found('topic=Viel&page=2')).match(/<li class="card">/g)).toHaveLength(6)
  })

  it('can be taken along as CSV, JSON-LD and Atom, with what the filters show', async () => {
    const csv = await get('/galerie/katalog.csv?topic=Kita')
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(csv.body.split('\r\n')).toHaveLength(3)
    expect(csv.body).toContain('"Kita-Plätze"')
    const jsonLd = await get('/galerie/katalog.jsonld?topic=Kita')
    expect(jsonLd.headers['content-type']).toContain('application/ld+json')
    expect(JSON.parse(jsonLd.body)).toMatchObject({
      '@type': 'ItemList',
      numberOfItems: 1,
      itemListElement: [{ item: { '@type': 'Service', name: 'Kita-Plätze', category: 'Kita' } }],
    })
    const one: unknown = JSON.parse((await get(`/galerie/${await publish()}.jsonld`)).body)
    expect(one).toMatchObject({ '@type': 'Service', name: fields.name })
    expect((await get(`/galerie/${newId()}.jsonld`)).statusCode).toBe(404)
    const feed = await get('/galerie/neues.atom')
    expect(feed.headers['content-type']).toContain('application/atom+xml')
    expect(feed.body).toContain('<title>Kita-Plätze</title>')
    expect(feed.body).toContain('Wohngeld ohne Papier &lt;sofort&gt;')
    for (const { headers } of [csv, jsonLd, feed]) expect(headers['cache-control']).toBe('no-store')
  })

  it('carry sheet and letters of their own', async () => {
    const href = /href="(\/galerie\/stil\.css[^"]*)"/.exec(await found(''))![1]!
    expect((await get(href)).headers).toMatchObject({ 'content-type': 'text/css; charset=utf-8' })
    expect((await get('/galerie/schrift-400.ttf')).rawPayload.byteLength).toBeGreaterThan(20_000)
  })
})

it('what is public goes with its group and its workshop, and from the disk', async () => {
  const id = await publish({ name: 'Vergeht mit allem' })
  const path = { workshopId: workshop.id, groupId: workshop.groups[1]!.id }
  const { name } = workshop.groups[1]!
  await moderator.ok('deleteGroup', { path, body: { name } })
  expect((await get(`/galerie/${id}`)).statusCode).toBe(404)
  expect(await found('')).not.toContain('Vergeht mit allem')
  expect(installation.dumpDatabase()).not.toContain('Vergeht mit allem')
})

it('there is no gallery where the operator has not opened it', async () => {
  const closed = await HttpInstallation.open()
  const answer = await closed.app.inject({ url: '/galerie', headers: { accept: 'application/json' } })
  expect(answer.statusCode).toBe(404)
  await closed.close()
})
