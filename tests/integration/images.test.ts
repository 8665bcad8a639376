import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { GroupId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import type { UploadedAsset, WorkshopView } from '#shared/protocol/api.ts'
import { tellFigure } from '#tests/support/figures.ts'
import { HttpInstallation, type Browser } from '#tests/support/http-installation.ts'
import {
  picturesThatTell,
  scriptedSvg,
  secretsInPictures,
  tinyGif,
  tinyJpeg,
  tinyPng,
  tinyWebp,
} from '#tests/support/images.ts'

let installation: HttpInstallation
let moderator: Browser
let member: Browser
let path: { workshopId: string; groupId: string }

beforeAll(async () => {
  installation = await HttpInstallation.open()
  moderator = await installation.moderator()
  const workshop = await moderator.found()
  path = { workshopId: workshop.id, groupId: workshop.groups[1]!.id }
  const { token } = await moderator.invite(path.workshopId, 'participant', path.groupId)
  member = installation.browser()
  await member.accept({ token })
})
afterAll(() => installation.close())

const upload = (body: Buffer, type = 'image/png') =>
  member.call('uploadAsset', { path, body, headers: { 'content-type': type } })

describe('an uploaded image', () => {
  it.each([
    ['image/png', tinyPng],
    ['image/gif', tinyGif],
    ['image/jpeg', tinyJpeg],
    ['image/webp', tinyWebp],
  ])('of type %s comes back byte by byte, whatever it was called', async (type, bytes) => {
    const { url, id } = (await upload(bytes, 'application/octet-stream')).body as UploadedAsset
    const answer = await member.call('asset', { path: { ...path, assetId: id } })
    expect(url).toBe(`/api/workshops/${path.workshopId}/groups/${path.groupId}/assets/${id}`)
    expect(answer.bytes.equals(bytes)).toBe(true)
    expect(answer.headers).toMatchObject({
      'content-type': type,
      'content-length': String(bytes.length),
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    })
  })

  it.each([
    ['SVG, which can hold scripts', scriptedSvg, 'image/svg+xml'],
    ['SVG that calls itself PNG', scriptedSvg, 'image/png'],
    ['a web page', Buffer.from('<!doctype html>'), 'image/gif'],
    ['nothing', Buffer.alloc(0), 'image/png'],
  ])('is refused when it is %s', async (_, bytes, type) => {
    expect(await upload(bytes, type)).toMatchObject({
      status: 415,
      body: { error: { code: 'image_type_unsupported' } },
    })
  })

  it('may have ten megabytes and not a byte more', async () => {
    const largest = pngOf(limits.maxImageBytes)
    const taken = await upload(largest)
    expect(taken.status).toBe(201)
    const { id } = taken.body as UploadedAsset
    const answer = await member.call('asset', { path: { ...path, assetId: id } })
    expect(answer.bytes.equals(largest)).toBe(true)
    expect(answer.headers['content-length']).toBe(String(limits.maxImageBytes))
    const larger = Buffer.concat([largest, Buffer.alloc(1)])
    expect(await upload(larger)).toMatchObject({ status: 413, body: { error: { code: 'image_too_large' } } })
  })

  it('is refused while the room is locked, except from those who may write in it then', async () => {
    const groupId = path.groupId as GroupId
    installation.rooms.lockedGroups.add(groupId)
    expect(await upload(tinyPng)).toMatchObject({ status: 423, body: { error: { code: 'room_locked' } } })
    const asModerator = { path, body: tinyPng, headers: { 'content-type': 'image/png' } }
    expect((await moderator.call('uploadAsset', asModerator)).status).toBe(201)
    installation.rooms.lockedGroups.delete(groupId)
    expect((await upload(tinyPng)).status).toBe(201)
  })

  it.each(Object.entries(picturesThatTell()))(
    'S34: keeps nothing of who took it where with what: %s',
    async (_, photo) => {
      const uploaded = await upload(photo)
      expect(uploaded.status).toBe(201)
      const { id } = uploaded.body as UploadedAsset
      const answer = await member.call('asset', { path: { ...path, assetId: id } })
      for (const secret of secretsInPictures) expect(answer.bytes.includes(secret)).toBe(false)
      expect(await installation.holdsOnDisk(secretsInPictures)).toEqual([])
    },
  )

  it('is not read at all from somebody who may not upload', async () => {
    const stranger = installation.browser()
    const body = Buffer.alloc(limits.maxImageBytes + 1)
    const answer = await stranger.call('uploadAsset', {
      path,
      body,
      headers: { 'content-type': 'image/png' },
    })
    expect(answer.status).toBe(401)
  })
})

describe('S40: the space for images', () => {
  const large = pngOf(limits.maxImageBytes)
  const perGroup = limits.maxImageBytesPerGroup / limits.maxImageBytes
  const perWorkshop = limits.maxImageBytesPerWorkshop / limits.maxImageBytes
  let roomy: HttpInstallation
  afterEach(() => roomy.close())

  it('is limited for a group and told before it ends, however many come at once', async (context) => {
    roomy = await HttpInstallation.open()
    const { moderator, workshop } = await founded(roomy)
    const group = workshop.groups[1]!.id
    const send = () =>
      moderator.call('uploadAsset', {
        path: { workshopId: workshop.id, groupId: group },
        body: large,
        headers: { 'content-type': 'image/png' },
      })
    const answers = await Promise.all(Array.from({ length: perGroup + 3 }, send))
    const taken = answers.filter(({ status }) => status === 201)
    const lefts = taken.map(({ body }) => (body as UploadedAsset).leftBytes).sort((a, b) => a - b)
    expect(lefts.slice(0, 2)).toEqual([0, limits.maxImageBytes])
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(3)
    expect(answers.at(-1)!.body).toMatchObject({ error: { code: 'images_full', values: { mb: 150 } } })
    tellFigure(context, `${answers.length} images of 10 MB at once: ${taken.length} taken, 3 refused by name`)
  })

  it('is limited for a workshop, too', async () => {
    roomy = await HttpInstallation.open()
    const { moderator, workshop } = await founded(roomy)
    const { assets } = roomy.platform
    const [full, other] = workshop.groups.map(({ id }) => id)
    const use = { bytes: limits.maxImageBytes * (perWorkshop - 1), count: 1 }
    assets.use = async (groupId) => (groupId === full ? use : { bytes: 0, count: 0 })
    const upload = (body: Buffer) =>
      moderator.call('uploadAsset', {
        path: { workshopId: workshop.id, groupId: other! },
        body,
        headers: { 'content-type': 'image/png' },
      })
    expect(await upload(large)).toMatchObject({ status: 201, body: { leftBytes: 0 } })
    use.bytes += large.length
    expect(await upload(tinyPng)).toMatchObject({
      status: 409,
      body: { error: { code: 'images_full', values: { mb: 600 } } },
    })
  })
})

async function founded(at: HttpInstallation) {
  const moderator = await at.moderator()
  return { moderator, workshop: await moderator.found() }
}

/** A picture of so many bytes, nearly all of them pixels as far as anybody can tell without drawing it. */
function pngOf(bytes: number): Buffer {
  const end = Buffer.from('0000000049454e44ae426082', 'hex')
  const pixels = Buffer.alloc(bytes - tinyPng.length)
  pixels.writeUInt32BE(pixels.length - 12)
  pixels.write('IDAT', 4)
  return Buffer.concat([tinyPng.subarray(0, -end.length), pixels, end])
}

describe('an image that comes along into another group', () => {
  const fromHere = async () => ({ ...path, assetId: ((await upload(tinyPng)).body as UploadedAsset).id })

  it('is copied by the server for whoever may see it there', async () => {
    const from = await fromHere()
    const other = await moderator.found('Anderswo')
    const into = { workshopId: other.id, groupId: other.groups[1]!.id }
    const copy = await moderator.ok<UploadedAsset>('copyAsset', { path: into, body: from })
    expect(copy.id).not.toBe(from.assetId)
    const answer = await moderator.call('asset', { path: { ...into, assetId: copy.id } })
    expect(answer.bytes.equals(tinyPng)).toBe(true)
    expect(answer.headers['content-type']).toBe('image/png')
  })

  it('is told of to nobody else', async () => {
    const hidden = await moderator.found('Verborgen')
    const there = { workshopId: hidden.id, groupId: hidden.groups[1]!.id }
    const body = tinyPng
    const headers = { 'content-type': 'image/png' }
    const { id } = await moderator.ok<UploadedAsset>('uploadAsset', { path: there, body, headers })
    const ask = (from: object) => member.code('copyAsset', { path, body: from })
    expect(await ask({ ...there, assetId: id })).toBe('not_found')
    const nextDoor = (await moderator.ok<WorkshopView>('workshop', { path })).groups[2]!.id
    expect(await ask({ ...path, groupId: nextDoor, assetId: id })).toBe('forbidden')
    expect(await ask({ ...path, assetId: id })).toBe('not_found')
    expect(await ask({ ...path, assetId: '../x' })).toBe('request_invalid')
  })

  it('counts against the space of the group it comes into', async () => {
    const from = await fromHere()
    const { assets } = installation.platform
    const use = assets.use.bind(assets)
    assets.use = () => Promise.resolve({ bytes: limits.maxImageBytesPerGroup, count: 1 })
    expect(await member.code('copyAsset', { path, body: from })).toBe('images_full')
    assets.use = use
    expect((await member.call('copyAsset', { path, body: from })).status).toBe(201)
  })
})
