import type { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { limits } from '#shared/base/limits.ts'
import { Problem } from '#shared/errors/problem.ts'
import { houseFormats, type HouseFormat, type HouseTemplate } from '#shared/protocol/house-templates.ts'
import type { WorkshopAction } from '#shared/workshop/permissions.ts'
import type { Spool } from '#server/export/spool.ts'
import type { ExportWorkers } from '#server/export/workers.ts'
import { ownerOf } from '../job-owner.ts'
import type { Platform } from '../platform.ts'
import { pathId, serve } from '../serve.ts'
import { cutWhenStill, personOf, UnderWay } from '../under-way.ts'

interface HouseMeans extends Platform {
  workers: Pick<ExportWorkers, 'run'>
  spool: Pick<Spool, 'keep' | 'remove'>
}

/** What the file is called; its bytes are the body. */
const houseTemplateQuery = z.object({ name: z.string().trim().min(1).max(200) })

/** The letterhead that documents of a workshop are written into: seen by those who take results home, set by moderators. */
export function registerHouseRoutes(root: FastifyInstance, means: HouseMeans): void {
  const { access, clock, houses, workers, spool } = means
  const underWay = new UnderWay({ atOnce: 1, waiting: 2, refusal: 'exports_waiting' })
  const enter = (request: FastifyRequest, action: WorkshopAction) =>
    access.toWorkshop(request, pathId(request, 'workshopId'), action)

  serve(root, 'houseTemplates', async (request): Promise<HouseTemplate[]> => {
    const { workshop } = await enter(request, 'workshop.export')
    return houses.templates(workshop.id)
  })

  serve(root, 'removeHouseTemplate', async (request, reply) => {
    const { workshop } = await enter(request, 'workshop.edit')
    await houses.remove(workshop.id, formatIn(request))
    return reply.code(204).send()
  })

  // A scope of its own: nowhere else does a file of any kind pass.
  void root.register(async (app) => {
    app.addContentTypeParser('application/octet-stream', (_request: FastifyRequest, sent: Readable) =>
      spool.keep(sent, limits.maxTemplateBytes, 'template_too_large'),
    )
    const options = {
      bodyLimit: limits.maxTemplateBytes,
      config: { tooLarge: 'template_too_large' as const, takesLong: true as const },
      // Before the body is read, so that strangers cannot make the server keep it
      onRequest: async (request: FastifyRequest, reply: FastifyReply) => {
        const { member } = await enter(request, 'workshop.edit')
        if (Number(request.headers['content-length']) > limits.maxTemplateBytes)
          throw new Problem('template_too_large', 'announced', bounds)
        await underWay.enter(personOf(member), reply)
        cutWhenStill(request)
      },
    }
    serve(
      app,
      'keepHouseTemplate',
      async (request, reply): Promise<HouseTemplate[]> => {
        const file = request.body
        if (typeof file !== 'string') throw new Problem('request_invalid', 'no file')
        try {
          const { member } = await enter(request, 'workshop.edit')
          const format = formatIn(request)
          const { name } = houseTemplateQuery.parse(request.query)
          const job = { type: 'template' as const, file, format }
          const checked = await workers.run<'template'>(job, ownerOf(reply, personOf(member)))
          if (!checked.ok) throw new Problem(checked.refusal, checked.refusal, bounds)
          // Its turn may have come minutes after it was asked for
          const { workshop } = await enter(request, 'workshop.edit')
          await houses.keep(workshop.id, { format, name, addedAt: clock.now() }, checked.value)
          return await houses.templates(workshop.id)
        } finally {
          await spool.remove(file)
        }
      },
      options,
    )
  })
}

function formatIn(request: FastifyRequest): HouseFormat {
  const { format } = request.params as { format?: unknown }
  const known = houseFormats.find((one) => one === format)
  if (!known) throw new Problem('not_found', 'no such format')
  return known
}

const bounds = { mb: Math.floor(limits.maxTemplateBytes / 1024 / 1024) }
