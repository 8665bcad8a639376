import type { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { limits } from '#shared/base/limits.ts'
import { Problem } from '#shared/errors/problem.ts'
import { readProtocolQuery } from '#shared/protocol/api.ts'
import type { ProtocolText } from '#shared/protocol/protocol-formats.ts'
import type { Spool } from '#server/export/spool.ts'
import type { ExportWorkers } from '#server/export/workers.ts'
import { ownerOf } from '../job-owner.ts'
import type { Platform } from '../platform.ts'
import { pathId, serve } from '../serve.ts'
import { cutWhenStill, personOf, UnderWay } from '../under-way.ts'

interface ReadingMeans extends Platform {
  workers: Pick<ExportWorkers, 'run'>
  spool: Pick<Spool, 'keep' | 'remove'>
}

/** Files that other programs wrote, as text. Nothing is kept: whoever sent one decides what becomes of it. */
export function registerProtocolRoutes(root: FastifyInstance, means: ReadingMeans): void {
  const { access, workers, spool } = means
  const underWay = new UnderWay({ atOnce: 2, waiting: 10, refusal: 'rate_limited' })
  const enter = (request: FastifyRequest) =>
    access.toRoom(request, pathId(request, 'workshopId'), pathId(request, 'groupId'), 'room.upload')

  // A scope of its own: nowhere else does a file of any kind pass.
  void root.register(async (app) => {
    app.addContentTypeParser('application/octet-stream', (_request: FastifyRequest, sent: Readable) =>
      spool.keep(sent, limits.maxForeignFileBytes, 'protocol_file_too_large'),
    )
    const options = {
      bodyLimit: limits.maxForeignFileBytes,
      config: { tooLarge: 'protocol_file_too_large' as const, takesLong: true as const },
      // Before the body is read, so that strangers cannot make the server keep it, and what is too large gets an answer.
      onRequest: async (request: FastifyRequest, reply: FastifyReply) => {
        const { member } = await enter(request)
        if (Number(request.headers['content-length']) > limits.maxForeignFileBytes)
          throw new Problem('protocol_file_too_large', 'announced', refusedBounds)
        await underWay.enter(personOf(member), reply)
        cutWhenStill(request)
      },
    }
    serve(
      app,
      'readProtocol',
      async (request, reply): Promise<ProtocolText> => {
        const file = request.body
        if (typeof file !== 'string') throw new Problem('request_invalid', 'no file')
        try {
          const { member } = await enter(request)
          const { format } = readProtocolQuery.parse(request.query)
          const job = { type: 'protocol' as const, file, format }
          const read = await workers.run<'protocol'>(job, ownerOf(reply, personOf(member)))
          if (!read.ok) throw new Problem(read.refusal, read.refusal, refusedBounds)
          return read.value
        } finally {
          await spool.remove(file)
        }
      },
      options,
    )
  })
}

const refusedBounds = {
  max: limits.maxTranscriptChars,
  mb: Math.floor(limits.maxForeignFileBytes / 1024 / 1024),
}
