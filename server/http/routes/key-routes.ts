import type { FastifyInstance, FastifyRequest } from 'fastify'
import { newId, type AccessKeyId } from '#shared/base/ids.ts'
import { limits } from '#shared/base/limits.ts'
import { Problem } from '#shared/errors/problem.ts'
import { createKeyRequest, type CreatedKey, type KeyView } from '#shared/protocol/keys.ts'
import { hashOf, newToken } from '#server/auth/secrets.ts'
import type { AccessKey } from '#server/ports/key-store.ts'
import { interfaceDescription } from '../machine-interface.ts'
import { originOf, type Platform } from '../platform.ts'
import { pathId, serve } from '../serve.ts'

/** By which keys are known where they turn up: in a search for secrets in files, for instance. */
const KEY_MARK = 'werkraum_'
const dayMs = 24 * 60 * 60 * 1000

/** Keys for programs, and what programs can ask for. */
export function registerKeyRoutes(
  app: FastifyInstance,
  { access, people, keys, clock, config }: Platform,
): void {
  const owner = async (request: FastifyRequest) => {
    const session = await access.session(request)
    await access.letIn(session)
    if (!session.accountId) throw new Problem('forbidden', 'no account')
    return session.accountId
  }

  serve(app, 'keys', async (request): Promise<KeyView[]> => {
    return (await keys.keysOf(await owner(request))).map(keyView)
  })

  serve(app, 'createKey', async (request, reply) => {
    const accountId = await owner(request)
    const { name, scopes, workshopId, validDays } = createKeyRequest.parse(request.body)
    if (workshopId !== null && !(await people.memberOfAccount(workshopId, accountId)))
      throw new Problem('not_found', 'no such workshop, or not a member')
    const [now, secret] = [clock.now(), KEY_MARK + newToken()]
    const expiresAt = now + validDays * dayMs
    const id = newId<AccessKeyId>(now)
    const key: AccessKey = { id, accountId, workshopId, name, scopes, createdAt: now, expiresAt }
    if (!(await keys.addKey(key, hashOf(secret), limits.maxKeysPerAccount))) throw new Problem('keys_full')
    return reply.code(201).send({ key: keyView(key), secret } satisfies CreatedKey)
  })

  serve(app, 'revokeKey', async (request, reply) => {
    await keys.revokeKey(await owner(request), pathId(request, 'keyId'))
    return reply.code(204).send()
  })

  serve(app, 'interfaceDescription', async (request) =>
    interfaceDescription(originOf({ config }, request), config.gallery),
  )
}

const keyView = ({ accountId: _, ...key }: AccessKey): KeyView => key
