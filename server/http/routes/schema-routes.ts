import type { FastifyInstance } from 'fastify'
import { Problem } from '#shared/errors/problem.ts'
import { fileSchemas } from '../file-schemas.ts'
import { serve } from '../serve.ts'

/** Whoever reads a file has its schema a day long; a version never changes what it says of files there are. */
const A_DAY = 'public, max-age=86400'

/** What files that leave Werkraum hold, for programs that read them: as in `docs/schema`, at addresses that stay. */
export function registerSchemaRoutes(app: FastifyInstance): void {
  serve(app, 'fileSchema', async (request, reply) => {
    const { name = '' } = request.params as { name?: string }
    const schema = fileSchemas().get(name)
    if (schema === undefined) throw new Problem('not_found', 'no such schema')
    return reply.header('Cache-Control', A_DAY).type('application/schema+json; charset=utf-8').send(schema)
  })
}
