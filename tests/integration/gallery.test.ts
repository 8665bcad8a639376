import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { newId, type InterestId } from '#shared/base/ids.ts'
import { readArtefact } from '#shared/document/artefacts.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import type { GalleryView } from '#shared/protocol/gallery.ts'
import type { AddedCards } from '#shared/protocol/keys.ts'
import { StorageError } from '#server/base/storage-error.ts'
import { compose, type Composition } from '#server/compose.ts'
import { readConfig } from '#server/config.ts'
import { Browser } from '#tests/support/http-installation.ts'

/*
 * One way through the gallery with live rooms and the process that looks through them. What is decided on the way is in
 * `tests/unit/server/workshop/gallery.test.ts`, what everybody reads in `public-gallery.test.ts`.
 */
let folder: string
let server: Composition
let moderator: Browser
let manager: Browser
let workshop: WorkshopView

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'werkraum-gallery-'))
  const env = { WERKRAUM_DATA: folder, PORT: '0', HOST: '127.0.0.1', WERKRAUM_GALLERY: 'on' }
  const config = readConfig(env)
  if (!config.ok) throw new Error('the defaults are wrong')
  server = await compose(config.value, {
    passwordCost: { logN: 4, r: 8, p: 1 },
    clientFolder: 'nowhere',
    logger: pino({ level: 'silent' }),
  })
  await server.app.ready()
  moderator = new Browser(server.app)
  const token = await server.platform.setUpLink.issue()
  const body = { token, name: 'Mara Moder', email: 'mara@example.org', password: 'eine lange Losung' }
  await moderator.ok('setUp', { body })
  workshop = await moderator.found('Werkstatt', ['Gruppe A'])
  manager = new Browser(server.app)
  await manager.accept({ token: (await moderator.invite(workshop.id, 'manager')).token })
}, 60_000)
afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true })
})

it('a profile becomes public by a preview and a second click, and is so no longer with the commit that keeps it in', async () => {
  const groupId = workshop.groups.find(({ kind }) => kind === 'project')!.id
  const path = { workshopId: workshop.id, groupId }
  const fields = { name: 'Wohngeld ohne Papier', purpose: 'Kommt vollständig an.', publication: 'released' }
  const cards = [1, 2].map(() => ({ kind: 'profile', fields, tags: [] }))
  const { artefactIds } = await moderator.ok<AddedCards>('addCards', { path, body: { cards } })
  const [artefactId, other] = [artefactIds[0]!, artefactIds[1]!]
  const get = (url: string) => server.app.inject({ url, headers: { host: 'werkraum.test' } })
  const publish = (card: string, digest: string) =>
    moderator.call('publishProfile', { path: { ...path, artefactId: card }, body: { digest } })

  expect(await manager.code('openGallery', { path, body: { open: true } })).toBe('forbidden')
  await moderator.ok('openGallery', { path, body: { open: true } })
  const before = await moderator.ok<GalleryView>('gallery', { path, query: { lang: 'en' } })
  expect(before.profiles.map((one) => one.artefactId).sort()).toEqual([artefactId, other].sort())
  expect(before.profiles.map(({ released, published }) => [released, published])).toEqual([
    [true, null],
    [true, null],
  ])
  expect(before.profiles[0]!.shown).toContainEqual({ label: 'What for?', text: fields.purpose })

  const { digest } = before.profiles[0]!
  for (const card of [artefactId, other]) expect((await publish(card, digest)).status).toBe(204)
  const [first, second] = await server.platform.galleries.published()
  const idOf = (card: string) => [first!, second!].find((one) => one.artefactId === card)!.id
  expect((await get(`/galerie/${idOf(artefactId)}`)).body).toContain(fields.purpose)

  const decisions = [{ artefactId, release: 'closed' }]
  await moderator.ok('decideReleases', { path, body: { decisions } })
  expect((await get(`/galerie/${idOf(artefactId)}`)).statusCode).toBe(404)
  expect((await get(`/galerie/${idOf(other)}`)).statusCode).toBe(200)

  const { interests } = server.platform
  const facts = { organisation: 'Stadt Aue', organisationKind: 'municipality', name: 'Bo Berg' } as const
  const about = { workshopId: workshop.id, groupId, solution: fields.name, sentAt: 1, confirmedAt: null }
  const interest = {
    ...about,
    id: newId<InterestId>(),
    artefactId,
    facts: { ...facts, email: 'bo@aue.example', offer: 'Daten' },
  }
  await interests.add(interest, null, { listed: 9, waiting: 9 })
  const accept = { path: { workshopId: workshop.id, interestId: interest.id } }
  expect(await manager.code('acceptInterest', accept)).toBe('forbidden')
  // Its card stands, and it could not be removed: nothing is lost, and the next attempt makes no second one
  const failing = vi.spyOn(interests, 'take').mockRejectedValueOnce(new StorageError('unavailable', 'full'))
  expect((await moderator.call('acceptInterest', accept)).status).toBe(503)
  failing.mockRestore()
  expect(await interests.interestsOf(workshop.id)).toHaveLength(1)
  await moderator.ok('acceptInterest', accept)
  expect(await moderator.code('acceptInterest', accept)).toBe('not_found')
  const room = await server.platform.rooms.look(groupId, workshop.me.id, ({ roots }) =>
    [...roots.artefacts.keys()].flatMap((id) => readArtefact(roots.artefacts, id) ?? []),
  )
  const partnerships = room.filter(({ kind }) => kind === 'partnership')
  expect(partnerships).toHaveLength(1)
  expect(partnerships[0]!.fields).toMatchObject({
    partner: 'Stadt Aue',
    contact: 'Bo Berg, bo@aue.example',
    commitment: 'interest',
    people: 'Daten',
    partnerRole: expect.stringMatching(
      /^Kreisangehörige Stadt oder Gemeinde · Interesse aus der Galerie vom 01\.01\.1970 · Adresse nicht bestätigt$/,
    ) as string,
  })
  expect(partnerships[0]!.links).toEqual([{ type: 'derivedFrom', to: artefactId }])

  await moderator.ok('archiveWorkshop', { path, body: { archived: true } })
  expect((await get(`/galerie/${idOf(other)}`)).statusCode).toBe(200)
  expect((await publish(other, digest)).body).toMatchObject({ error: { code: 'archived' } })
  expect((await moderator.call('openGallery', { path, body: { open: true } })).status).toBe(409)
  await moderator.ok('withdrawProfile', { path: { ...path, artefactId: other } })
  expect((await get(`/galerie/${idOf(other)}`)).statusCode).toBe(404)
}, 180_000)
