import { afterEach, beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { newId } from '#shared/base/ids.ts'
import { createArtefact } from '#shared/document/artefacts.ts'
import { rootsOf } from '#shared/document/roots.ts'
import type { WorkshopView } from '#shared/protocol/api.ts'
import { openEngine } from '#server/engine.ts'
import { storeImport } from '#server/export/import-workshop.ts'
import { tellFigure } from '#tests/support/figures.ts'
import { HttpInstallation, type Browser } from '#tests/support/http-installation.ts'
import { tinyPng } from '#tests/support/images.ts'

let installation: HttpInstallation
let moderator: Browser

beforeEach(async () => {
  installation = await HttpInstallation.open({}, 'nowhere', openEngine)
  moderator = await installation.moderator()
})
afterEach(() => installation.close())

const secrets = [
  'GEHEIM-TITEL',
  'GEHEIM-GRUPPE',
  'GEHEIM-KARTE',
  'GEHEIM-NAME',
  'GEHEIM-STAND',
  'GEHEIM-BILD',
]
const kept = ['BLEIBT-TITEL', 'BLEIBT-KARTE']

function documentWith(text: string): Uint8Array {
  const doc = new Y.Doc()
  createArtefact(rootsOf(doc).artefacts, {
    kind: 'note',
    phase: 'problem',
    createdAt: 1,
    authorship: { as: 'anonymous' },
    fields: { text },
  })
  return Y.encodeStateAsUpdate(doc)
}

/** A workshop that has been at work: words, an image, a guest, a version. */
async function foundWithWork(title: string, group: string, card: string): Promise<WorkshopView> {
  const workshop = await moderator.found(title, [group])
  const { rooms, assets } = installation.platform
  const groupId = workshop.groups[1]!.id
  await rooms.create(groupId, documentWith(card))
  const secret = Buffer.from('GEHEIM-BILD'.repeat(title.startsWith('GEHEIM') ? 90_000 : 0))
  const image = {
    id: newId<never>(),
    groupId,
    mediaType: 'image/png',
    sizeBytes: tinyPng.length + secret.length,
    createdAt: 1,
    createdBy: workshop.me.id,
  } as const
  await assets.add(image, [tinyPng, secret])
  return workshop
}

it('S41: a deleted workshop leaves no byte on the disk, and its neighbour stays', async (context) => {
  const workshop = await foundWithWork('GEHEIM-TITEL', 'GEHEIM-GRUPPE', 'GEHEIM-KARTE')
  const other = await foundWithWork('BLEIBT-TITEL', 'Gruppe', 'BLEIBT-KARTE')
  const guest = installation.browser()
  const invite = await moderator.invite(workshop.id, 'participant', workshop.groups[1]!.id)
  await guest.accept({ token: invite.token }, { name: 'GEHEIM-NAME' })
  await installation.platform.rooms.saveVersion(workshop.groups[1]!.id, 'GEHEIM-STAND', 'Mara')
  expect(await installation.holdsOnDisk([...secrets, ...kept])).toEqual([...secrets, ...kept])

  const path = { workshopId: workshop.id }
  expect(await moderator.code('deleteWorkshop', { path, body: { title: 'GEHEIM' } })).toBe('request_invalid')
  expect(await guest.code('deleteWorkshop', { path, body: { title: 'GEHEIM-TITEL' } })).toBe('forbidden')
  await moderator.ok('deleteWorkshop', { path, body: { title: 'GEHEIM-TITEL' } })

  expect(await installation.holdsOnDisk([...secrets, ...kept])).toEqual(kept)
  expect(await moderator.code('workshop', { path })).toBe('not_found')
  expect((await moderator.session()).workshops.map(({ title }) => title)).toEqual(['BLEIBT-TITEL'])
  expect((await guest.session()).workshops).toEqual([])
  expect((await moderator.workshop(other.id)).groups).toHaveLength(2)
  tellFigure(context, `${secrets.length} kinds of words and images looked for in all files, 0 found`)
})

it('S41: what a stop left half removed, and an import that was killed, go at the next start', async () => {
  const workshop = await foundWithWork('GEHEIM-TITEL', 'GEHEIM-GRUPPE', 'GEHEIM-KARTE')
  const { people, rooms, assets, clock } = installation.platform
  await people.removeWorkshop(workshop.id)
  expect(await installation.holdsOnDisk(['GEHEIM-KARTE'])).toEqual(['GEHEIM-KARTE'])

  const account = (await people.accountByEmail('mara@example.org'))!
  const broken = {
    ...assets,
    use: assets.use.bind(assets),
    add: () => Promise.reject(new Error('killed')),
  } as typeof assets
  const plan = {
    workshopId: newId<never>(),
    title: 'GEHEIM-TITEL',
    copyOf: { title: 'GEHEIM-URSPRUNG', exportedAt: 1, scope: 'workshop' as const, isReduced: false },
    language: 'de' as const,
    summary: '',
    members: [],
    groups: [
      {
        id: newId<never>(),
        kind: 'project' as const,
        name: 'GEHEIM-GRUPPE',
        position: 1,
        summary: '',
        document: documentWith('GEHEIM-KARTE'),
        history: [],
        assets: [
          {
            id: newId<never>(),
            mediaType: 'image/png' as const,
            sizeBytes: tinyPng.length,
            createdAt: 1,
            content: [tinyPng],
          },
        ],
      },
    ],
  }
  const stores = {
    people,
    rooms,
    assets: broken,
    clock,
    events: { append: async () => true },
    plans: { writeSummary: async () => true },
  }
  await expect(storeImport(stores, plan, { accountId: account.id, name: account.name })).rejects.toThrow(
    'killed',
  )

  await installation.stop()
  await installation.start({}, 'nowhere', openEngine)
  await installation.listenOnFreePort()
  expect(await installation.holdsOnDisk(['GEHEIM-KARTE', 'GEHEIM-TITEL', 'GEHEIM-GRUPPE'])).toEqual([])
})

it('S41: a deleted group leaves no byte on the disk, and its people stay in the workshop', async (context) => {
  const workshop = await foundWithWork('BLEIBT-TITEL', 'GEHEIM-GRUPPE', 'GEHEIM-KARTE')
  const path = { workshopId: workshop.id, groupId: workshop.groups[1]!.id }
  const guest = installation.browser()
  const invite = await moderator.invite(workshop.id, 'participant', path.groupId)
  await guest.accept({ token: invite.token })
  const body = { name: 'GEHEIM-GRUPPE' }
  expect(await moderator.code('deleteGroup', { path, body })).toBe('last_group')
  const other = await moderator.ok<{ id: string }>('addGroup', { path, body: { name: 'Bleibt' } })
  const plenum = { ...path, groupId: workshop.groups[0]!.id }
  expect(await moderator.code('deleteGroup', { path: plenum, body: { name: 'Plenum' } })).toBe('last_group')
  expect(await moderator.code('deleteGroup', { path, body: { name: 'Anders' } })).toBe('request_invalid')
  expect(await guest.code('deleteGroup', { path, body })).toBe('forbidden')
  await moderator.ok('deleteGroup', { path, body })

  const words = ['GEHEIM-GRUPPE', 'GEHEIM-KARTE']
  expect(await installation.holdsOnDisk([...words, 'BLEIBT-TITEL'])).toEqual(['BLEIBT-TITEL'])
  expect(await moderator.code('deleteGroup', { path, body })).toBe('not_found')
  const { me, groups } = await guest.workshop(workshop.id)
  expect(groups.map(({ id }) => id)).toEqual([workshop.groups[0]!.id, other.id])
  expect(me).toMatchObject({ groupIds: [workshop.groups[0]!.id], mayChooseGroup: true })
  await guest.ok('chooseGroup', { path, body: { groupId: other.id } })
  expect(
    await installation.browser().code('inspectInvite', { body: { invitation: { token: invite.token } } }),
  ).toMatch(/^invite_/)
  tellFigure(context, 'a deleted group: 0 of its words found in all files')
})
