import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { newId, type GroupId, type MemberId, type WorkshopId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import { Problem } from '#shared/errors/problem.ts'
import { copyAssetRequest, type UploadedAsset } from '#shared/protocol/api.ts'
import type { Asset, AssetContent } from '#server/ports/asset-store.ts'
import { cleanImage } from '#server/images/clean-image.ts'
import type { Platform } from '../platform.ts'
import { pathId, serve } from '../serve.ts'
import { cutWhenStill, personOf, UnderWay } from '../under-way.ts'

const detailBound = { megapixels: limits.maxImagePixels / 1_000_000 }

/** Images on boards. Only members see them, so browsers keep none: they are shared, and people log out. */
export function registerAssetRoutes(root: FastifyInstance, platform: Platform): void {
  const { access, assets, imageShelf, clock } = platform
  const sent = new UnderWay({ atOnce: 3, waiting: 200, refusal: 'rate_limited' })
  const shown = new UnderWay({ atOnce: 8, waiting: 500, refusal: 'rate_limited' })
  const enter = (request: FastifyRequest, action: 'room.upload' | 'room.read') =>
    access.toRoom(request, pathId(request, 'workshopId'), pathId(request, 'groupId'), action)

  const shelve = async (
    [workshopId, groupId, createdBy]: [WorkshopId, GroupId, MemberId],
    facts: Pick<Asset, 'mediaType' | 'sizeBytes'>,
    content: AssetContent,
  ): Promise<UploadedAsset> => {
    const now = clock.now()
    const asset: Asset = { id: newId(now), groupId, ...facts, createdAt: now, createdBy }
    const leftBytes = await imageShelf.add(workshopId, asset, content)
    const url = `/api/workshops/${workshopId}/groups/${groupId}/assets/${asset.id}`
    return { id: asset.id, url, leftBytes }
  }

  // A scope of its own: nowhere else does the server take bodies that are not JSON.
  void root.register(async (app) => {
    const take = (_request: FastifyRequest, body: Buffer, done: (error: null, body: Buffer) => void) =>
      done(null, body)
    app.addContentTypeParser(/^(image\/|application\/octet-stream)/, { parseAs: 'buffer' }, take)

    const options = {
      bodyLimit: limits.maxImageBytes,
      config: { tooLarge: 'image_too_large' as const, takesLong: true as const },
      // Before the body is read, so that strangers cannot make the server hold ten megabytes, nor members what there is
      // no space for, or as many as they like.
      onRequest: async (request: FastifyRequest, reply: FastifyReply) => {
        const { workshop, group, member } = await enter(request, 'room.upload')
        await imageShelf.requireSpace(workshop.id, group.id, Number(request.headers['content-length'] ?? 0))
        await sent.enter(personOf(member), reply)
        cutWhenStill(request)
      },
    }
    serve(
      app,
      'uploadAsset',
      async (request, reply) => {
        const { workshop, group, member } = await enter(request, 'room.upload')
        const bytes = request.body
        if (!Buffer.isBuffer(bytes)) throw new Problem('image_type_unsupported')
        const image = cleanImage(bytes)
        if (!image.ok) throw new Problem(image.refusal, image.refusal, detailBound)
        const { pieces, ...facts } = image.value
        return reply.code(201).send(await shelve([workshop.id, group.id, member.id], facts, pieces))
      },
      options,
    )
  })

  // Cards that are brought into another group bring their images; whoever may not see one cannot bring it.
  serve(root, 'copyAsset', async (request, reply) => {
    const { workshop, group, member } = await enter(request, 'room.upload')
    const from = copyAssetRequest.parse(request.body)
    await sent.enter(personOf(member), reply)
    await access.toRoom(request, from.workshopId, from.groupId, 'room.read')
    const image = await assets.asset(from.groupId, from.assetId)
    if (!image) throw new Problem('not_found', 'no such image in that group')
    const { mediaType, sizeBytes } = image
    const copy = await shelve([workshop.id, group.id, member.id], { mediaType, sizeBytes }, image.content())
    return reply.code(201).send(copy)
  })

  serve(root, 'asset', async (request, reply) => {
    const { workshop, group, member } = await enter(request, 'room.read')
    await shown.enter(personOf(member), reply)
    const assetId = pathId(request, 'assetId')
    // The images of a room that is rehearsed stay where they are
    const original = workshop.rehearsalOf?.groupId
    const asset =
      (await assets.asset(group.id, assetId)) ?? (original ? await assets.asset(original, assetId) : null)
    if (!asset) throw new Problem('not_found', 'no such image in this group')
    return reply
      .type(asset.mediaType)
      .header('Content-Security-Policy', "default-src 'none'; sandbox")
      .header('Content-Length', asset.sizeBytes)
      .send(Readable.from(asset.content(), { objectMode: false }))
  })
}
