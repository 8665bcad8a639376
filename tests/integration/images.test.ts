import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GroupId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import type { UploadedAsset } from '#shared/protocol/api.ts'
import { HttpInstallation, type Browser } from '#tests/support/http-installation.ts'
import { jpegHead, scriptedSvg, tinyGif, tinyPng, webpHead } from '#tests/support/images.ts'

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
    ['image/jpeg', jpegHead],
    ['image/webp', webpHead],
  ])('of type %s comes back byte by byte, whatever it was called', async (type, bytes) => {
    const { url, id } = (await upload(bytes, 'application/octet-stream')).body as UploadedAsset
    const answer = await member.call('asset', { path: { ...path, assetId: id } })
    expect(url).toBe(`/api/workshops/${path.workshopId}/groups/${path.groupId}/assets/${id}`)
    expect(answer.bytes.equals(bytes)).toBe(true)
    expect(answer.headers).toMatchObject({
      'content-type': type,
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
    const largest = Buffer.concat([tinyPng, Buffer.alloc(limits.maxImageBytes - tinyPng.length)])
    expect((await upload(largest)).status).toBe(201)
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
