import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ErasedImage, ImageView } from '#shared/protocol/api.ts'
import { eraseImage, eraseInterviewText, imagesOf } from '#server/workshop/erasing.ts'
import type { Platform } from '../platform.ts'
import { pathId, serve } from '../serve.ts'

/** What is erased for good, on somebody's demand: images and texts of interviews. */
export function registerErasingRoutes(app: FastifyInstance, platform: Platform): void {
  const { access, rooms } = platform
  const enter = (request: FastifyRequest) =>
    access.toRoom(request, pathId(request, 'workshopId'), pathId(request, 'groupId'), 'room.erase')

  serve(app, 'images', async (request): Promise<ImageView[]> => {
    const { group, member } = await enter(request)
    return rooms.inTurn(member.id, () => imagesOf(platform, group.id, member.id))
  })

  serve(app, 'eraseImage', async (request): Promise<ErasedImage> => {
    const { workshop, group, member } = await enter(request)
    const assetId = pathId(request, 'assetId')
    return rooms.inTurn(member.id, () => eraseImage(platform, workshop.id, group.id, assetId))
  })

  serve(app, 'eraseTranscript', async (request, reply) => {
    const { group, member } = await enter(request)
    const artefactId = pathId(request, 'artefactId')
    await rooms.inTurn(member.id, () => eraseInterviewText(platform, group.id, artefactId))
    return reply.code(204).send()
  })
}
