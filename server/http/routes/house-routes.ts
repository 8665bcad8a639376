import type { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { WorkshopId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import { Problem } from '#shared/errors/problem.ts'
import { houseFormats, type HouseFormat, type HouseTemplate } from '#shared/protocol/house-templates.ts'
import { contentDisposition, fileName } from '#shared/report/file-name.ts'
import { wordsIn } from '#shared/report/words.ts'
import type { WorkshopAction } from '#shared/workshop/permissions.ts'
import { houseOf } from '#server/export/house.ts'
import { OperatorHouse } from '#server/export/operator-house.ts'
import type { Spool } from '#server/export/spool.ts'
import type { ExportWorkers } from '#server/export/workers.ts'
import { fileTypes } from '../download-name.ts'
import { ownerOf } from '../job-owner.ts'
import type { Platform } from '../platform.ts'
import { pathId, serve } from '../serve.ts'
import { cutWhenStill, personOf, UnderWay } from '../under-way.ts'

interface HouseMeans extends Platform {
  workers: Pick<ExportWorkers, 'run'>
  spool: Pick<Spool, 'path' | 'keep' | 'readOnce' | 'remove'>
}

/** What the file is called, and the colour of a PDF; the file's bytes are the body. */
const houseTemplateQuery = z.object({
  name: z.string().trim().max(200).default(''),
  colour: z.string().max(20).toLowerCase().optional(),
})

interface Given extends Pick<HouseTemplate, 'format' | 'name' | 'colour'> {
  bytes: Uint8Array
}

/** The letterhead that documents of a workshop are written into: seen by those who take results home, set by moderators. */
export function registerHouseRoutes(root: FastifyInstance, means: HouseMeans): void {
  const { access, clock, houses, workers, spool } = means
  const underWay = new UnderWay({ atOnce: 1, waiting: 2, refusal: 'exports_waiting' })
  const operators = new OperatorHouse(means.config.dataFolder)
  const enter = (request: FastifyRequest, action: WorkshopAction) =>
    access.toWorkshop(request, pathId(request, 'workshopId'), action)

  /** A colour alone changes the colour alone, and a logo the logo. */
  const withFormer = async (workshopId: WorkshopId, given: Given): Promise<Given> => {
    const { format, name, colour, bytes } = given
    const former = format === 'pdf' ? await houses.template(workshopId, format) : null
    if (!former) return given
    if (bytes.byteLength > 0) return { format, name, colour: colour ?? former.colour, bytes }
    const all = await houses.templates(workshopId)
    return {
      format,
      name: all.find((one) => one.format === format)?.name ?? name,
      colour,
      bytes: former.bytes,
    }
  }

  serve(root, 'houseTemplates', async (request): Promise<HouseTemplate[]> => {
    const { workshop } = await enter(request, 'workshop.export')
    const [own, given] = [await houses.templates(workshop.id), await operators.given()]
    const others = given.filter(({ format }) => own.every((one) => one.format !== format))
    const paper = given.find(({ format }) => format === 'pdf')
    return [
      ...own.map((one) => (one.format === 'pdf' && paper ? completed(one, paper) : one)),
      ...others.map((one) => ({ ...one, from: 'operator' as const, addedAt: 0, sizeBytes: 0 })),
    ]
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
        const file = bodyOf(request)
        try {
          const { member } = await enter(request, 'workshop.edit')
          const { format, name, colour } = wantedIn(request)
          const job = { type: 'template' as const, file, format, colour }
          const checked = await workers.run<'template'>(job, ownerOf(reply, personOf(member)))
          if (!checked.ok) throw new Problem(checked.refusal, checked.refusal, bounds)
          // Its turn may have come minutes after it was asked for
          const { workshop } = await enter(request, 'workshop.edit')
          const given = { format, name, colour, bytes: checked.value }
          const { bytes, ...kept } = await withFormer(workshop.id, given)
          await houses.keep(workshop.id, { ...kept, addedAt: clock.now() }, bytes)
          return await houses.templates(workshop.id)
        } finally {
          await spool.remove(file)
        }
      },
      options,
    )
    serve(
      app,
      'tryHouseTemplate',
      async (request, reply) => {
        const file = bodyOf(request)
        const target = spool.path()
        try {
          const { member, workshop } = await enter(request, 'workshop.edit')
          const { format, colour } = wantedIn(request)
          const { language } = workshop
          const beside = await houseOf(houses, workshop.id, operators).paper()
          const job = { type: 'trial' as const, file, format, colour, beside, language, target }
          const tried = await workers.run<'trial'>(job, ownerOf(reply, personOf(member)))
          if (!tried.ok) throw new Problem(tried.refusal, tried.refusal, bounds)
          const { extension, mediaType } = fileTypes[format]
          const name = fileName([wordsIn(language).documents.trial.title], extension)
          return reply
            .type(mediaType)
            .header('Content-Disposition', contentDisposition(name))
            .header('Content-Length', tried.value.sizeBytes)
            .send(spool.readOnce(target))
        } catch (error) {
          await spool.remove(target)
          throw error
        } finally {
          await spool.remove(file)
        }
      },
      options,
    )
  })
}

/** What is used of both. */
const completed = (own: HouseTemplate, { name, colour }: Pick<HouseTemplate, 'name' | 'colour'>) => ({
  ...own,
  name: own.name || name,
  colour: own.colour ?? colour,
})

function bodyOf(request: FastifyRequest): string {
  if (typeof request.body !== 'string') throw new Problem('request_invalid', 'no file')
  return request.body
}

/** A file has its own colours; a PDF has a logo, a colour, or both. */
function wantedIn(request: FastifyRequest): { format: HouseFormat; name: string; colour: string | null } {
  const format = formatIn(request)
  const { name, colour } = houseTemplateQuery.parse(request.query)
  if (name === '' && (format !== 'pdf' || colour === undefined))
    throw new Problem('request_invalid', 'no name')
  return { format, name, colour: format === 'pdf' ? (colour ?? null) : null }
}

function formatIn(request: FastifyRequest): HouseFormat {
  const { format } = request.params as { format?: unknown }
  const known = houseFormats.find((one) => one === format)
  if (!known) throw new Problem('not_found', 'no such format')
  return known
}

const bounds = { mb: Math.floor(limits.maxTemplateBytes / 1024 / 1024) }
