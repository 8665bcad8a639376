import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ErasedImage, ImageView } from '#shared/protocol/images.ts'
import type { Rehearsals } from '#server/rehearsal/rehearsals.ts'
import { eraseImage, eraseInterviewText, imagesOf } from '#server/workshop/erasing.ts'
import type { Platform } from '../platform.ts'
import { pathId, serve } from '../serve.ts'

/** What is erased for good, on somebody's demand: images and texts of interviews. */
export function registerErasingRoutes(
  app: FastifyInstance,
  means: Platform & { rehearsals: Pick<Rehearsals, 'endAllOf'> },
): void {
  const { access, rooms } = means
  const enter = (request: FastifyRequest) =>
    access.toRoom(request, pathId(request, 'workshopId'), pathId(request, 'groupId'), 'room.erase')

  serve(app, 'images', async (request): Promise<ImageView[]> => {
    const { group, member } = await enter(request)
    return rooms.inTurn(member.id, () => imagesOf(means, group.id, member.id))
  })

  serve(app, 'eraseImage', async (request): Promise<ErasedImage> => {
    const { workshop, group, member } = await enter(request)
    const assetId = pathId(request, 'assetId')
    // What follows is mostly waiting for the disk, which is nobody's time on the thread
    await rooms.letIn(member.id)
    return eraseImage(means, workshop.id, group.id, assetId)
  })

  serve(app, 'eraseTranscript', async (request, reply) => {
    const { workshop, group, member } = await enter(request)
    const artefactId = pathId(request, 'artefactId')
    await rooms.letIn(member.id)
    await eraseInterviewText(means, workshop.id, group.id, member.id, artefactId)
    return reply.code(204).send()
  })
}
