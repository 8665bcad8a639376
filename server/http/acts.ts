import type { FastifyInstance } from 'fastify'
import type { Logins } from '#server/auth/logins.ts'

/** Ids that stand in addresses; codes and links never do. */
const ids = [
  'workshopId',
  'groupId',
  'memberId',
  'organisationId',
  'inviteId',
  'interestId',
  'versionId',
  'meetingId',
  'methodId',
  'assetId',
  'artefactId',
  'keyId',
  'webhookId',
] as const
const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

/** What people do to workshops, people, invitations and accounts stands in the log: who and what, by ids alone. */
export function logActs(app: FastifyInstance, logins: Logins): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url
    if (reading.has(request.method) || !route?.startsWith('/api/') || reply.statusCode >= 300) return
    const session = await logins.of(request)
    const params = request.params as Record<string, string | undefined>
    const about = Object.fromEntries(ids.flatMap((id) => (params[id] ? [[id, params[id]]] : [])))
    const by = session?.accountId ?? session?.members.map(({ id }) => id) ?? null
    const key = request.accessKey?.id
    request.log.info({ event: 'act', method: request.method, route, by, key, ...about }, 'done')
  })
}
