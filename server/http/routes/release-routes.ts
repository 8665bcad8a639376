import type { FastifyInstance } from 'fastify'
import { decideReleasesRequest, releaseCheckQuery } from '#shared/protocol/api.ts'
import type { DecidedReleases, ReleaseCheckView } from '#shared/protocol/release-check.ts'
import { isWithdrawal } from '#shared/consent/release-decisions.ts'
import { mayReleaseAnywhere, type RoomAction } from '#shared/workshop/permissions.ts'
import { Problem } from '#shared/errors/problem.ts'
import type { ExportWorkers } from '#server/export/workers.ts'
import { pathId, serve } from '../serve.ts'
import type { Platform } from '../platform.ts'
import { ownerOf } from '../job-owner.ts'
import { personOf } from '../under-way.ts'

/** What is withheld, before it leaves, and what people decide about it. */
export function registerReleaseRoutes(
  app: FastifyInstance,
  platform: Platform & { workers: Pick<ExportWorkers, 'run'> },
): void {
  const { access, config, people, rooms, workers } = platform

  serve(app, 'releaseCheck', async (request, reply): Promise<ReleaseCheckView> => {
    const workshopId = pathId(request, 'workshopId')
    const { member } = await access.toWorkshop(request, workshopId, 'workshop.checkRelease')
    const { group: groupId = null } = releaseCheckQuery.parse(request.query)
    if (groupId !== null && (await people.group(groupId))?.workshopId !== workshopId)
      throw new Problem('not_found', 'no such group in this workshop')
    const job = { type: 'check' as const, dataFolder: config.dataFolder, workshopId, groupId }
    const groups = await workers.run<'check'>(job, ownerOf(reply, personOf(member)))
    // Its turn may have come minutes after it was asked for
    await access.toWorkshop(request, workshopId, 'workshop.checkRelease')
    const members = await people.members(workshopId)
    const moderators = members.filter(({ role }) => mayReleaseAnywhere(role)).map(({ name }) => name)
    return { groups, moderators }
  })

  serve(app, 'decideReleases', async (request): Promise<DecidedReleases> => {
    const [workshopId, groupId] = [pathId(request, 'workshopId'), pathId(request, 'groupId')]
    const enter = (action: RoomAction) => access.toRoom(request, workshopId, groupId, action)
    // Nobody else's request is read
    await enter('room.withdraw')
    const { decisions } = decideReleasesRequest.parse(request.body)
    const entry = await enter(isWithdrawal(decisions) ? 'room.withdraw' : 'room.release')
    const decide = () => rooms.decideReleases(entry, decisions)
    return { changed: await rooms.inTurn(entry.member.id, decide) }
  })
}
