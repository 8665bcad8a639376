import { beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { newId, type ArtefactId, type GroupId, type WorkshopId } from '#shared/base/ids.ts'
import { publicationState } from '#shared/consent/publishable.ts'
import { createArtefact, replaceText, setField, textOf } from '#shared/document/artefacts.ts'
import { placeArtefact } from '#shared/document/placements.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { MemoryGalleryStore } from '#server/adapters/memory/gallery-store.ts'
import { snapshotOf } from '#server/export/leaving-of.ts'
import { Gallery } from '#server/workshop/gallery.ts'
import { GalleryWatch, type LookForPublication } from '#server/workshop/gallery-watch.ts'
import { FakeClock, settle } from '#tests/support/fake-clock.ts'
import { sampleGroup, unreleased } from '#tests/support/sample-group.ts'
import { silentLogger } from '#tests/support/silent-logger.ts'

const workshop = { id: newId<WorkshopId>(), language: 'de' } as const
const [groupId, besideId] = [newId<GroupId>(), newId<GroupId>()]
const fields = {
  name: 'Wohngeld ohne Papier',
  purpose: 'Anträge kommen vollständig an.',
  operator: 'Kommunale Datenwerke',
  contact: 'Mara Moder, mara@example.org',
  publication: 'released',
}

let doc: Y.Doc
let beside: Y.Doc
let store: MemoryGalleryStore
let clock: FakeClock
let watch: GalleryWatch
let gallery: Gallery
let looks: number

const look: LookForPublication = async (_, published) => {
  looks++
  const groups = [
    { id: groupId, name: 'A', kind: 'project' as const, document: snapshotOf([Y.encodeStateAsUpdate(doc)]) },
    {
      id: besideId,
      name: 'B',
      kind: 'project' as const,
      document: snapshotOf([Y.encodeStateAsUpdate(beside)]),
    },
  ]
  return publicationState(groups, published, '[nicht freigegeben]')
}

beforeEach(async () => {
  ;[doc, beside, looks] = [new Y.Doc(), new Y.Doc(), 0]
  store = new MemoryGalleryStore()
  clock = new FakeClock()
  const people = {
    group: async (id: GroupId) => ({ id, workshopId: workshop.id }) as never,
    members: async () => [{ name: 'Mara Moder' }, { name: 'Ada' }] as never,
  }
  watch = new GalleryWatch({ store, people, clock, logger: silentLogger, look })
  gallery = new Gallery({ store, people, clock, watch })
  await gallery.open(workshop.id)
})

const roots = () => rootsOf(doc)

function add(changes: Partial<typeof fields> = {}): ArtefactId {
  return doc.transact(() => {
    const artefactId = createArtefact(roots().artefacts, {
      kind: 'profile',
      phase: 'closing',
      createdAt: 1,
      authorship: { as: 'anonymous' },
      fields: { ...fields, ...changes },
    })
    const parentId = 'page:closing-profiles'
    placeArtefact(roots().board, { artefactId, parentId, x: 0, y: 0, w: 384, h: 224 })
    return artefactId
  })
}

const seen = async (id: ArtefactId) =>
  (await gallery.view(workshop, 'de', look)).profiles.find(({ artefactId }) => artefactId === id)!
const publish = async (artefactId: ArtefactId, digest?: string) => {
  const card = { groupId, artefactId, digest: digest ?? (await seen(artefactId)).digest }
  await gallery.publish(workshop, card, look)
}
const isPublic = async (id: ArtefactId) =>
  (await store.published()).some(({ artefactId }) => artefactId === id)
const concernsOf = async (id: ArtefactId) =>
  (await seen(id)).concerns.map(({ reason, field }) => `${reason} ${field}`)
const takeOffSheet = (id: ArtefactId) =>
  doc.transact(() => {
    const { board } = roots()
    for (const [key, record] of board) if (record.get('p.artefactId') === id) board.delete(key)
  })

describe('publishing a profile', () => {
  it('shows word for word what becomes public, and publishes that (1)', async () => {
    const id = add()
    const { shown, digest, namesContact } = await seen(id)
    expect(namesContact).toBe(true)
    expect((await seen(add({ contact: '' }))).namesContact).toBe(false)
    expect(shown.map(({ text }) => text)).toEqual([
      fields.name,
      fields.purpose,
      'Konzept',
      fields.operator,
      fields.contact,
    ])
    await publish(id, digest)
    const { profile } = (await store.published())[0]!
    expect(Object.values(profile).filter(Boolean)).toEqual(
      expect.arrayContaining([fields.name, fields.purpose, fields.operator, fields.contact]),
    )
  })

  it('asks about everybody else who seems to be named, outside the contact', async () => {
    const id = add({ purpose: 'Erprobt von Frau Petersen und Dr. Ney.', contact: 'Herr Ott' })
    expect((await seen(id)).persons).toEqual(['Petersen', 'Ney'])
    expect((await seen(add({ publication: 'group', purpose: 'Von Frau Petersen.' }))).persons).toEqual([])
  })

  it('refuses what changed since it was shown (1)', async () => {
    const id = add()
    const { digest } = await seen(id)
    replaceText(textOf(roots().artefacts, id, 'purpose')!, 'Etwas anderes.')
    await expect(publish(id, digest)).rejects.toMatchObject({ code: 'profile_changed' })
    expect(await isPublic(id)).toBe(false)
  })

  it('tells nothing of a card that is not released, and does not publish it (1)', async () => {
    const id = add({ publication: 'group' })
    expect(await seen(id)).toMatchObject({
      ...{ released: false, name: '', shown: [], namesContact: false, persons: [], concerns: [] },
    })
    await expect(publish(id)).rejects.toMatchObject({ code: 'profile_not_publishable' })
  })

  it('publishes nothing of a workshop whose gallery is closed, and withdraws all as it closes', async () => {
    const id = add()
    await publish(id)
    await gallery.close(workshop.id)
    expect(await isPublic(id)).toBe(false)
    await expect(publish(id)).rejects.toMatchObject({ code: 'gallery_closed' })
  })

  it('keeps out what is withheld, people of the workshop and ways to reach them, but for the contact (3)', async () => {
    beside = sampleGroup()
    expect(await concernsOf(add())).toEqual([])
    expect(await concernsOf(add({ name: '' }))).toEqual(['nameless name'])
    expect(await concernsOf(add({ purpose: unreleased }))).toEqual(['withheld purpose'])
    expect(await concernsOf(add({ operator: 'Stadt, MARA  MODER' }))).toEqual(['person operator'])
    expect(await concernsOf(add({ operator: 'Ada AG' }))).toEqual([])
    expect(await concernsOf(add({ purpose: 'Fragen an post@stadt.example' }))).toEqual(['reachable purpose'])
    expect(await concernsOf(add({ purpose: 'Rufen Sie 0441 / 23 50 an' }))).toEqual(['reachable purpose'])
    expect(await concernsOf(add({ purpose: '12.000 Anträge, 2024 bis 2026' }))).toEqual([])
    const withheld = add({ purpose: unreleased })
    await expect(publish(withheld)).rejects.toMatchObject({ code: 'profile_not_publishable' })
  })

  it('stays as it was published while the card is written on, and says so (2)', async () => {
    const id = add()
    await publish(id)
    replaceText(textOf(roots().artefacts, id, 'purpose')!, 'Neu und noch nicht gesehen.')
    watch.committed(groupId, roots())
    await clock.advance(120_000)
    expect((await store.published())[0]!.profile.purpose).toBe(fields.purpose)
    expect((await seen(id)).published!.isOutdated).toBe(true)
    await publish(id)
    expect((await seen(id)).published!.isOutdated).toBe(false)
  })
})

describe('watching what is public', () => {
  it('withdraws with the commit by which a card is kept in again, or is gone (1)', async () => {
    const [closed, gone, stays] = [add(), add(), add()]
    for (const id of [closed, gone, stays]) await publish(id)
    setField(roots().artefacts, closed, 'publication', 'group')
    roots().artefacts.delete(gone)
    watch.committed(groupId, roots())
    await settle()
    expect(await Promise.all([closed, gone, stays].map(isPublic))).toEqual([false, false, true])
  })

  it('withdraws what lies on no sheet any more, once the rooms were looked through (2)', async () => {
    const id = add()
    await publish(id)
    takeOffSheet(id)
    watch.committed(groupId, roots())
    await clock.advance(5_000)
    expect(await isPublic(id)).toBe(false)
  })

  it('withdraws what says something that another room of the workshop withholds by now (2)', async () => {
    const [id, other] = [add({ purpose: unreleased }), add()]
    for (const one of [id, other]) await publish(one)
    beside = sampleGroup()
    watch.committed(besideId, rootsOf(beside))
    await clock.advance(5_000)
    expect([await isPublic(id), await isPublic(other)]).toEqual([false, true])
  })

  it('looks through the rooms once a minute while people go on working (2)', async () => {
    await publish(add())
    await clock.advance(5_000)
    const before = looks
    for (let second = 0; second < 120; second++) {
      watch.committed(groupId, roots())
      await clock.advance(1_000)
    }
    expect(looks - before).toBe(2)
  })

  it('withdraws what storage refused to withdraw, once the rooms were looked through (1, 2)', async () => {
    const id = add()
    await publish(id)
    await clock.advance(120_000)
    vi.spyOn(store, 'withdraw').mockRejectedValueOnce(new Error('full'))
    setField(roots().artefacts, id, 'publication', 'group')
    watch.committed(groupId, roots())
    await settle()
    expect(await isPublic(id)).toBe(true)
    await clock.advance(5_000)
    expect(await isPublic(id)).toBe(false)
  })

  it('begins nothing any more once it is stopped, while rooms make their last commits', async () => {
    await publish(add())
    watch.stop()
    watch.committed(groupId, roots())
    await settle()
    expect(clock.pendingTimers).toBe(0)
  })

  it('looks at what was committed before a crash', async () => {
    const id = add()
    await publish(id)
    watch.stop()
    takeOffSheet(id)
    await watch.start()
    await clock.advance(5_000)
    expect(await isPublic(id)).toBe(false)
  })

  it('does nothing where nothing is public (3)', async () => {
    const id = add()
    watch.committed(groupId, roots())
    await clock.advance(120_000)
    expect([looks, clock.pendingTimers]).toEqual([0, 0])
    await publish(id)
    await gallery.withdraw(workshop.id, groupId, id)
    await clock.advance(120_000)
    const before = looks
    watch.committed(groupId, roots())
    await clock.advance(120_000)
    expect([looks - before, clock.pendingTimers]).toEqual([0, 0])
  })
})
