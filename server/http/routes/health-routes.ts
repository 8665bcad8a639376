import type { FastifyInstance } from 'fastify'
import { Problem } from '#shared/errors/problem.ts'
import type { Platform } from '../platform.ts'

/** For whatever watches the installation. `live`: the process answers. `ready`: it can also store. */
export function registerHealthRoutes(app: FastifyInstance, { people }: Platform): void {
  app.get('/health/live', async () => ({ status: 'live' }))

  app.get('/health/ready', async (request) => {
    try {
      await people.ping()
    } catch (error) {
      request.log.error(
        { error: error instanceof Error ? error.message : 'unknown' },
        'storage does not answer',
      )
      throw new Problem('storage_unavailable')
    }
    return { status: 'ready' }
  })
}
