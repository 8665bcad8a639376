import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { newId, type ArtefactId, type AssetId, type GroupId } from '#shared/base/ids.ts'
import { createArtefact, readArtefact } from '#shared/document/artefacts.ts'
import { rootsOf } from '#shared/document/roots.ts'
import { currentTranscript, isErased } from '#shared/evidence/transcripts.ts'
import { isSource } from '#shared/kinds/field.ts'
import type { UploadedAsset, VersionView, WorkshopView } from '#shared/protocol/api.ts'
import type { ErasedImage, ImageView } from '#shared/protocol/images.ts'
import { StorageError } from '#server/base/storage-error.ts'
import { compose, type Composition } from '#server/compose.ts'
import { readConfig } from '#server/config.ts'
import { Compactor } from '#server/rooms/compactor.ts'
import { Browser } from '#tests/support/http-installation.ts'
import { tinyPng } from '#tests/support/images.ts'
import { roomDocument } from '#tests/support/room-document.ts'

let folder: string
let server: Composition
let moderator: Browser
let participant: Browser
let workshop: WorkshopView
let groups: GroupId[]

/** A whole server with time that passes: what is erased waits for its commit. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'werkraum-erasing-'))
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
  const body = { token, name: 'Mara Moder', email: 'mara@example.org', password: 'eine lange Losung' }
  await moderator.ok('setUp', { body })
  workshop = await moderator.found('Werkstatt', ['Gruppe A', 'Gruppe B'])
  groups = workshop.groups.filter(({ kind }) => kind === 'project').map(({ id }) => id)
  participant = new Browser(server.app)
  const invite = await moderator.invite(workshop.id, 'participant', groups[0])
  await participant.accept({ token: invite.token })
}, 60_000)
afterEach(async () => {
  await server.stop()
  await rm(folder, { recursive: true })
})

const pathOf = (groupId = groups[0]!) => ({ workshopId: workshop.id, groupId })
const common = { phase: 'problem', createdAt: 1, authorship: { as: 'anonymous' } } as const

/** Puts a document into a group, with what `fill` makes in it. */
async function begun<Made>(
  groupId: GroupId,
  fill: (roots: ReturnType<typeof rootsOf>) => Made,
): Promise<Made> {
  const doc = new Y.Doc()
  const made = fill(rootsOf(doc))
  await server.platform.rooms.create(groupId, Y.encodeStateAsUpdate(doc))
  return made
}

async function versionsOf(groupId: GroupId): Promise<Y.Doc[]> {
  const { rooms } = server.platform
  const versions = await moderator.ok<VersionView[]>('versions', { path: pathOf(groupId) })
  return Promise.all(
    versions.map(async ({ id }) => {
      const doc = new Y.Doc()
      Y.applyUpdate(doc, (await rooms.versionState(groupId, id))!)
      return doc
    }),
  )
}

async function isOnDisk(words: string): Promise<boolean> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true })
  const contents = await Promise.all(
    files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name))),
  )
  return contents.some((bytes) => bytes.includes(words))
}

const secret = 'GEHEIM: Die Amtsleitung hat das Projekt beerdigt.'

const withInterview = () =>
  begun(groups[0]!, ({ artefacts }) => {
    const fields = { title: 'Amtsleitung', transcript: `Wir warten. ${secret}`, consent: 'given' }
    const interview = createArtefact(artefacts, { ...common, kind: 'interview', fields })
    const source = { interviewId: interview, start: 0, end: 11 }
    const quote = createArtefact(artefacts, {
      ...common,
      kind: 'quote',
      fields: { wording: 'Wir warten.', source, release: 'released' },
    })
    return { interview, quote }
  })

const kindOfSource = (doc: Y.Doc, quote: string) => {
  const { source } = readArtefact(rootsOf(doc).artefacts, quote)!.fields
  return isSource(source) && isErased(source) ? 'erased' : 'there'
}

describe('the text of an interview that a moderator deletes', () => {
  const erase = (browser: Browser, artefactId: ArtefactId) =>
    browser.call('eraseTranscript', { path: { ...pathOf(), artefactId } })

  it('is in the room, its versions and on the disk no more; its quotes stay and say so', async () => {
    const { interview, quote } = await withInterview()
    const { rooms } = server.platform
    const before = await rooms.saveVersion(groups[0]!, 'Davor', 'Mara')
    expect(await isOnDisk(secret)).toBe(true)
    expect((await erase(participant, interview)).status).toBe(403)
    expect((await erase(moderator, interview)).status).toBe(204)

    const now = await roomDocument(rooms, groups[0]!)
    for (const doc of [now, ...(await versionsOf(groups[0]!))]) {
      const { artefacts } = rootsOf(doc)
      expect(currentTranscript(readArtefact(artefacts, interview)!.fields).text).toBe('')
      expect(readArtefact(artefacts, quote)!.fields.wording).toBe('Wir warten.')
      expect(kindOfSource(doc, quote)).toBe('erased')
      expect(Buffer.from(Y.encodeStateAsUpdate(doc)).includes('GEHEIM')).toBe(false)
    }
    const versions = await moderator.ok<VersionView[]>('versions', { path: pathOf() })
    expect(versions.at(-1)).toMatchObject({ name: 'Davor', createdAt: before.createdAt })
    expect(await isOnDisk(secret)).toBe(false)
  })

  it('is deleted by the next attempt where the first one came half the way, and then again without a word', async () => {
    const { interview } = await withInterview()
    const { rooms } = server.platform
    const failing = vi.spyOn(Compactor.prototype, 'compact').mockResolvedValueOnce(false)
    expect((await erase(moderator, interview)).status).toBe(503)
    failing.mockRestore()
    const { artefacts } = rootsOf(await roomDocument(rooms, groups[0]!))
    expect(currentTranscript(readArtefact(artefacts, interview)!.fields).text).toBe('')
    expect((await erase(moderator, interview)).status).toBe(204)
    expect(await isOnDisk(secret)).toBe(false)
    expect((await erase(moderator, interview)).status).toBe(204)
    expect((await erase(moderator, newId<ArtefactId>())).status).toBe(404)
  })

  it('goes from the archive, too, where consent is withdrawn as well and nothing else is changed', async () => {
    const { interview, quote } = await withInterview()
    await moderator.ok('archiveGroup', { path: pathOf(), body: { archived: true } })
    const decide = (browser: Browser, release: 'open' | 'closed') =>
      browser.call('decideReleases', {
        path: pathOf(),
        body: { decisions: [{ artefactId: quote, release }] },
      })
    expect((await decide(participant, 'closed')).status).toBe(403)
    expect((await decide(moderator, 'open')).status).toBe(409)
    expect(await decide(moderator, 'closed')).toMatchObject({ status: 200, body: { changed: 1 } })
    expect((await erase(moderator, interview)).status).toBe(204)
    const { artefacts } = rootsOf(await roomDocument(server.platform.rooms, groups[0]!))
    expect(readArtefact(artefacts, quote)!.fields.release).toBe('group')
    expect(currentTranscript(readArtefact(artefacts, interview)!.fields).text).toBe('')
  })
})

describe('an image that a moderator deletes', () => {
  const upload = async () => {
    const headers = { 'content-type': 'image/png' }
    return (await participant.ok<UploadedAsset>('uploadAsset', { path: pathOf(), body: tinyPng, headers })).id
  }
  const persona = (groupId: GroupId, portrait: AssetId) =>
    begun(groupId, ({ artefacts }) =>
      createArtefact(artefacts, { ...common, kind: 'persona', fields: { portrait } }),
    )

  it('goes from the cards of all groups that have it, from their versions and from the disk', async () => {
    const [here, there] = [groups[0]!, groups[1]!]
    const assetId = await upload()
    const from = { ...pathOf(here), assetId }
    const copy = await moderator.ok<UploadedAsset>('copyAsset', { path: pathOf(there), body: from })
    const cards = [await persona(here, assetId), await persona(there, copy.id)] as const
    await server.platform.rooms.saveVersion(there, 'Davor', 'Mara')
    const list = () => moderator.ok<ImageView[]>('images', { path: pathOf(here) })
    expect(await list()).toMatchObject([{ id: assetId, sizeBytes: tinyPng.length, uses: 1 }])

    const path = { ...pathOf(here), assetId }
    expect(await participant.code('eraseImage', { path })).toBe('forbidden')
    expect(await moderator.ok<ErasedImage>('eraseImage', { path })).toEqual({ groups: 2, places: 2 })

    expect(await list()).toEqual([])
    const { assets, rooms } = server.platform
    for (const [n, groupId] of [here, there].entries()) {
      expect(await assets.use(groupId)).toEqual({ bytes: 0, count: 0 })
      for (const doc of [await roomDocument(rooms, groupId), ...(await versionsOf(groupId))])
        expect(readArtefact(rootsOf(doc).artefacts, cards[n]!)!.fields.portrait).toBeNull()
    }
    expect(await moderator.code('eraseImage', { path })).toBe('not_found')
  })

  it('is deleted by the next attempt where the first one came half the way', async () => {
    const [here, there] = [groups[0]!, groups[1]!]
    const assetId = await upload()
    const from = { ...pathOf(here), assetId }
    await moderator.ok<UploadedAsset>('copyAsset', { path: pathOf(there), body: from })
    const { assets } = server.platform
    // Of two images only the first one can be removed
    const remove = assets.remove.bind(assets)
    const failing = vi.spyOn(assets, 'remove')
    failing.mockImplementationOnce(remove).mockRejectedValueOnce(new StorageError('unavailable', 'full'))
    const path = { ...pathOf(here), assetId }
    expect((await moderator.call('eraseImage', { path })).status).toBe(503)
    failing.mockRestore()
    await moderator.ok<ErasedImage>('eraseImage', { path })
    for (const groupId of [here, there]) expect(await assets.use(groupId)).toEqual({ bytes: 0, count: 0 })
  })

  it('is one that no card shows, and only that', async () => {
    const assetId = await upload()
    const other = newId<AssetId>()
    const card = await persona(groups[0]!, other)
    expect(await moderator.ok<ErasedImage>('eraseImage', { path: { ...pathOf(), assetId } })).toEqual({
      groups: 1,
      places: 0,
    })
    const doc = await roomDocument(server.platform.rooms, groups[0]!)
    expect(readArtefact(rootsOf(doc).artefacts, card)!.fields.portrait).toBe(other)
  })
})
