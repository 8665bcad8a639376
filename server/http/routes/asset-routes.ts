import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { newId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import { Problem } from '#shared/errors/problem.ts'
import type { UploadedAsset } from '#shared/protocol/api.ts'
import type { Asset } from '#server/ports/asset-store.ts'
import { cleanImage } from '#server/images/clean-image.ts'
import type { Platform } from '../platform.ts'
import { pathId, serve } from '../serve.ts'

const detailBound = { megapixels: limits.maxImagePixels / 1_000_000 }

/** Images on boards. Only members see them, so browsers keep none: they are shared, and people log out. */
export function registerAssetRoutes(root: FastifyInstance, platform: Platform): void {
  const { access, assets, imageShelf, clock } = platform
  const enter = (request: FastifyRequest, action: 'room.upload' | 'room.read') =>
    access.toRoom(request, pathId(request, 'workshopId'), pathId(request, 'groupId'), action)

  // A scope of its own: nowhere else does the server take bodies that are not JSON.
  void root.register(async (app) => {
    const take = (_request: FastifyRequest, body: Buffer, done: (error: null, body: Buffer) => void) =>
      done(null, body)
    app.addContentTypeParser(/^(image\/|application\/octet-stream)/, { parseAs: 'buffer' }, take)

    const options = {
      bodyLimit: limits.maxImageBytes,
      config: { tooLarge: 'image_too_large' as const, takesLong: true as const },
      // Before the body is read, so that strangers cannot make the server hold ten megabytes.
      onRequest: async (request: FastifyRequest) => void (await enter(request, 'room.upload')),
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
        const now = clock.now()
        const asset: Asset = {
          id: newId(now),
          groupId: group.id,
          ...facts,
          createdAt: now,
          createdBy: member.id,
        }
        const leftBytes = await imageShelf.add(workshop.id, asset, pieces)
        const url = `/api/workshops/${workshop.id}/groups/${group.id}/assets/${asset.id}`
        return reply.code(201).send({ id: asset.id, url, leftBytes } satisfies UploadedAsset)
      },
      options,
    )
  })

  serve(root, 'asset', async (request, reply) => {
    const { group } = await enter(request, 'room.read')
    const asset = await assets.asset(group.id, pathId(request, 'assetId'))
    if (!asset) throw new Problem('not_found', 'no such image in this group')
    return reply
      .type(asset.mediaType)
      .header('Content-Security-Policy', "default-src 'none'; sandbox")
      .header('Content-Length', asset.sizeBytes)
      .send(Readable.from(asset.content(), { objectMode: false }))
  })
}
