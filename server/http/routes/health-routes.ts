import type { FastifyInstance } from 'fastify'
import { Problem } from '#shared/errors/problem.ts'
import type { Platform } from '../platform.ts'

/** For whatever watches the installation. `live`: the process answers. `ready`: it can also store. */
export function registerHealthRoutes(app: FastifyInstance, { readiness }: Platform): void {
  app.get('/health/live', async () => ({ status: 'live' }))

  app.get('/health/ready', async (request) => {
    const fault = await readiness.fault()
    if (fault !== null) {
      request.log.error({ error: fault }, 'storage does not answer')
      throw new Problem('storage_unavailable')
    }
    return { status: 'ready' }
  })
}
