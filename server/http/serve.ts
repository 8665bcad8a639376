import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify'
import {
  isId,
  type AccessKeyId,
  type ArtefactId,
  type AssetId,
  type GroupId,
  type InterestId,
  type InviteId,
  type MeetingId,
  type MethodId,
  type MemberId,
  type OrganisationId,
  type VersionId,
  type WebhookId,
  type WorkshopId,
} from '#shared/base/ids.ts'
import { Problem } from '#shared/errors/problem.ts'
import { endpoints, type Endpoint } from '#shared/protocol/endpoints.ts'

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>

/** Registers the handler of one endpoint of `shared/protocol/endpoints.ts`. */
export function serve(
  app: FastifyInstance,
  endpoint: Endpoint,
  handler: Handler,
  options: RouteShorthandOptions = {},
): void {
  const [method, url] = endpoints[endpoint].split(' ') as [string, string]
  app.route({ ...options, method, url, handler })
}

interface PathIds {
  workshopId: WorkshopId
  groupId: GroupId
  memberId: MemberId
  organisationId: OrganisationId
  inviteId: InviteId
  interestId: InterestId
  versionId: VersionId
  meetingId: MeetingId
  methodId: MethodId
  assetId: AssetId
  artefactId: ArtefactId
  keyId: AccessKeyId
  webhookId: WebhookId
}

/**
 * An id out of the path.
 * @throws Problem not_found when it cannot be one
 */
export function pathId<Name extends keyof PathIds>(request: FastifyRequest, name: Name): PathIds[Name] {
  const value = (request.params as Record<string, unknown>)[name]
  if (!isId(value)) throw new Problem('not_found', `${name} is no id`)
  return value as PathIds[Name]
}
