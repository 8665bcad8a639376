import type { FastifyInstance } from 'fastify'
import type { Meeting } from '#shared/agenda/meeting.ts'
import { inPlanOrder, MINUTE_MS } from '#shared/agenda/times.ts'
import type { GroupId } from '#shared/base/ids.ts'
import type { CockpitGroup, CockpitView } from '#shared/protocol/cockpit.ts'
import { composition } from '#shared/workshop/composition.ts'
import { isWaitedFor } from '#shared/workshop/roles.ts'
import type { Member } from '#server/ports/people-store.ts'
import { bodiesBehind } from '#server/workshop/owners.ts'
import type { Platform } from '../platform.ts'
import { pathId, serve } from '../serve.ts'
import { concerns, tellable } from '#server/workshop/calendars.ts'

/** Where all groups are and what is missing, for those who look after several. No room is loaded for it. */
export function registerCockpit(app: FastifyInstance, platform: Platform): void {
  const { access, clock, people, plans, rooms, standings } = platform

  serve(app, 'cockpit', async (request): Promise<CockpitView> => {
    const { workshop } = await access.toWorkshop(request, pathId(request, 'workshopId'), 'plan.read')
    const all = await people.groups(workshop.id)
    const glances = new Map(
      await Promise.all(all.map(async ({ id }) => [id, await rooms.glance(id)] as const)),
    )
    const state = JSON.stringify([...glances].map(([id, { changedAt, phase }]) => [id, changedAt, phase]))
    const told = await standings.of(workshop.id, state)
    const at = clock.now()
    const meetings = inPlanOrder(await plans.meetings(workshop.id))
    const next = new Set(all.map(({ id }) => nextOf(meetings, id, at)?.id))
    const soon = meetings.filter(({ id }) => next.has(id))
    const { told: tellables } = await tellable(platform, workshop, soon)
    // Its turn may have come long after it was asked for
    await access.toWorkshop(request, workshop.id, 'plan.read')
    const members = await people.members(workshop.id)
    const organisations = await people.organisations(workshop.id)
    const withBodies = <Item extends { owner: string }>({ owner, ...item }: Item) => ({
      ...item,
      bodies: bodiesBehind(owner, members, organisations),
    })
    const groups = all.flatMap(({ id, kind, archivedAt }): CockpitGroup[] => {
      const standing = told.groups.find(({ groupId }) => groupId === id)
      // One that was made since is told with the next answer; what a breakout came to is brought into the plenum
      if (archivedAt !== undefined || kind === 'breakout' || !standing) return []
      const { newestAt, ...rest } = standing
      const { phase, changedAt } = glances.get(id)!
      const inside = members.filter((one) => kind === 'plenum' || isOf(one, id))
      return [
        {
          ...rest,
          groupId: id,
          phase,
          activeAt: changedAt ?? newestAt,
          ...whoIsIn(inside),
          tasks: standing.tasks.map(withBodies),
          decisions: standing.decisions.map(withBodies),
          roadmap: standing.roadmap.map(withBodies),
          nextMeeting: shortOf(nextOf(tellables, id, at)),
        },
      ]
    })
    return { at, asOf: told.asOf, groups }
  })
}

const isOf = ({ groupIds }: Member, groupId: GroupId) => groupIds !== 'all' && groupIds.includes(groupId)

/** Bodies, not people: two of one town hall are one municipality. */
function whoIsIn(members: readonly Member[]): Pick<CockpitGroup, 'bodies' | 'municipalities'> {
  const working = members.filter(({ role }) => isWaitedFor(role))
  const seats = composition(working)
  return {
    bodies: new Set(working.flatMap(({ organisationId }) => organisationId ?? [])).size,
    municipalities: seats.find(({ seat }) => seat === 'municipalities')?.actual ?? 0,
  }
}

/** @param meetings in the order of their days */
const nextOf = (meetings: readonly Meeting[], groupId: GroupId, now: number): Meeting | null =>
  meetings.find(
    (meeting) =>
      meeting.startsAt !== null &&
      meeting.startsAt + meeting.minutes * MINUTE_MS >= now &&
      concerns(meeting, [groupId]),
  ) ?? null

function shortOf(meeting: Meeting | null): CockpitGroup['nextMeeting'] {
  if (meeting === null || meeting.startsAt === null) return null
  const { id, title, minutes, place, startsAt } = meeting
  return { id, title, minutes, startsAt, place }
}
