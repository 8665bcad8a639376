import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '#shared/errors/problem.ts'
import { endpoints, type Endpoint } from '#shared/protocol/endpoints.ts'
import { hashOf } from '#server/auth/secrets.ts'
import type { AccessKey } from '#server/ports/key-store.ts'
import { scopeOf } from './machine-interface.ts'
import type { Platform } from './platform.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** With what a program came in; null for people. */
    accessKey: AccessKey | null
  }
}

const endpointAt = new Map<string, Endpoint>(
  Object.entries(endpoints).map(([name, address]) => [address, name as Endpoint]),
)

/**
 * The only place where a key becomes somebody.
 * Invariants (cited by the tests):
 * 1. A request with a key is its program's, whatever cookie came with it; where the key does not count, it is nobody's.
 * 2. A key reaches what `machineInterface` lists, within its scopes, and in its workshop if it has one. Nothing else:
 *    no room's socket, no account, no other key.
 * 3. Within that its owner must be allowed to do it at this moment (`Access`).
 * 4. Where a secret is tried is a stranger's request, as slow as theirs.
 */
export function registerKeys(app: FastifyInstance, { keys, clock, doorstep }: Platform): void {
  app.decorateRequest('accessKey', null)
  app.addHook('onRequest', async (request) => {
    const secret = secretIn(request)
    if (secret === null) return
    const key = await keys.keyBySecret(hashOf(secret), clock.now())
    if (!key) {
      await doorstep.enter(request.ip)
      throw new Problem('key_invalid')
    }
    requireReach(key, request)
    request.accessKey = key
  })
}

/** Other schemes are a proxy's in front of us, and none of our business. */
function secretIn({ headers }: FastifyRequest): string | null {
  return /^Bearer +(\S+) *$/i.exec(headers.authorization ?? '')?.[1] ?? null
}

function requireReach({ scopes, workshopId }: AccessKey, request: FastifyRequest): void {
  const endpoint = endpointAt.get(`${request.method} ${request.routeOptions.url}`)
  const scope = endpoint && scopeOf(endpoint)
  if (!scope || !scopes.includes(scope)) throw new Problem('key_not_allowed')
  if (workshopId !== null && (request.params as { workshopId?: string }).workshopId !== workshopId)
    throw new Problem('key_not_allowed', 'another workshop')
}
