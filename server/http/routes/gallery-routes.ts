import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '#shared/errors/problem.ts'
import {
  galleryQuery,
  openGalleryRequest,
  publishProfileRequest,
  type GalleryView,
} from '#shared/protocol/gallery.ts'
import type { ExportWorkers } from '#server/export/workers.ts'
import type { Entry } from '#server/auth/access.ts'
import type { LookForPublication } from '#server/workshop/gallery-watch.ts'
import { ownerOf } from '../job-owner.ts'
import type { Platform } from '../platform.ts'
import { pathId, serve } from '../serve.ts'
import { personOf } from '../under-way.ts'

/** What of a workshop is public: seen by those who take results home, decided by moderators. */
export function registerGalleryRoutes(
  app: FastifyInstance,
  platform: Platform & { workers: Pick<ExportWorkers, 'run'> },
): void {
  const { access, config, gallery, workers } = platform
  const lookFor =
    ({ member }: Entry, reply: FastifyReply): LookForPublication =>
    (workshopId, published) => {
      const { dataFolder } = config
      const job = { type: 'publication' as const, dataFolder, workshopId, groupId: null, published }
      return workers.run<'publication'>(job, ownerOf(reply, personOf(member)))
    }
  const toWorkshop = (
    request: FastifyRequest,
    action: 'workshop.checkRelease' | 'gallery.open' | 'gallery.close',
  ) => access.toWorkshop(request, pathId(request, 'workshopId'), action)
  const toCard = (request: FastifyRequest, action: 'room.release' | 'room.withdraw') =>
    access.toRoom(request, pathId(request, 'workshopId'), pathId(request, 'groupId'), action)
  const requireGallery = () => {
    if (!config.gallery) throw new Problem('gallery_closed', 'the operator has not opened it')
  }

  serve(app, 'gallery', async (request, reply): Promise<GalleryView> => {
    const entry = await toWorkshop(request, 'workshop.checkRelease')
    const { lang = entry.workshop.language } = galleryQuery.parse(request.query)
    const view = await gallery.view(entry.workshop, lang, lookFor(entry, reply))
    // Its turn may have come minutes after it was asked for
    await toWorkshop(request, 'workshop.checkRelease')
    return view
  })

  serve(app, 'openGallery', async (request, reply) => {
    await toWorkshop(request, 'gallery.close')
    const { open } = openGalleryRequest.parse(request.body)
    const { workshop } = await toWorkshop(request, open ? 'gallery.open' : 'gallery.close')
    if (open) requireGallery()
    if (open && workshop.rehearsalOf)
      throw new Problem('gallery_closed', 'nothing of a rehearsal becomes public')
    await (open ? gallery.open(workshop.id) : gallery.close(workshop.id))
    return reply.code(204).send()
  })

  serve(app, 'publishProfile', async (request, reply) => {
    const entry = await toCard(request, 'room.release')
    requireGallery()
    const { digest } = publishProfileRequest.parse(request.body)
    const artefactId = pathId(request, 'artefactId')
    const card = { groupId: entry.group.id, artefactId, digest }
    const look = lookFor(entry, reply)
    await gallery.publish(entry.workshop, card, async (workshopId, published) => {
      const state = await look(workshopId, published)
      await toCard(request, 'room.release')
      return state
    })
    return reply.code(204).send()
  })

  serve(app, 'withdrawProfile', async (request, reply) => {
    const { workshop, group } = await toCard(request, 'room.withdraw')
    await gallery.withdraw(workshop.id, group.id, pathId(request, 'artefactId'))
    return reply.code(204).send()
  })
}
