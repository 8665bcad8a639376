import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '#shared/errors/problem.ts'
import { createVersionRequest, type RestoredVersion } from '#shared/protocol/api.ts'
import type { RoomAction } from '#shared/workshop/permissions.ts'
import type { Platform } from '../platform.ts'
import { pathId, serve } from '../serve.ts'
import { personOf, UnderWay } from '../under-way.ts'

/** Named versions of a room's document. */
export function registerVersionRoutes(app: FastifyInstance, { access, rooms }: Platform): void {
  // Each is a whole document in memory until it was read
  const underWay = new UnderWay({ atOnce: 1, waiting: 10, refusal: 'rate_limited' })
  const enter = (request: FastifyRequest, action: RoomAction) =>
    access.toRoom(request, pathId(request, 'workshopId'), pathId(request, 'groupId'), action)

  serve(app, 'versions', async (request) => {
    const { group } = await enter(request, 'version.read')
    return rooms.versions(group.id)
  })

  serve(app, 'createVersion', async (request, reply) => {
    const { group, member } = await enter(request, 'version.create')
    const { name } = createVersionRequest.parse(request.body)
    const saved = await rooms.inTurn(member.id, () => rooms.saveVersion(group.id, name, member.name))
    return reply.code(201).send(saved)
  })

  serve(app, 'versionState', async (request, reply) => {
    const { group, member } = await enter(request, 'version.read')
    await underWay.enter(personOf(member), reply)
    const state = await rooms.versionState(group.id, pathId(request, 'versionId'))
    if (!state) throw new Problem('not_found', 'no such version')
    return reply.type('application/octet-stream').send(Buffer.from(state))
  })

  serve(app, 'restoreVersion', async (request): Promise<RestoredVersion> => {
    const { group, member } = await enter(request, 'version.restore')
    const versionId = pathId(request, 'versionId')
    const by = { memberId: member.id, name: member.name }
    const before = await rooms.inTurn(member.id, () => rooms.restore(group.id, versionId, by))
    if (!before) throw new Problem('not_found', 'no such version')
    return { before }
  })
}
