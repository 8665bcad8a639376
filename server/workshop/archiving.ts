import type { GroupId, WorkshopId } from '#shared/base/ids.ts'
import { Problem } from '#shared/errors/problem.ts'
import type { Clock } from '#server/ports/clock.ts'
import type { PeopleStore } from '#server/ports/people-store.ts'
import type { RoomService } from '#server/rooms/room-service.ts'

interface Means {
  people: PeopleStore
  rooms: Pick<RoomService, 'memberChanged' | 'sendAway'>
  clock: Clock
}

/** The whole workshop into the archive, or out of it. Whoever is in one of its rooms comes in again as a reader, or a writer. */
export async function archiveWorkshop(
  means: Means,
  workshopId: WorkshopId,
  archived: boolean,
): Promise<void> {
  const at = archived ? means.clock.now() : null
  await means.people.unitOfWork(async () => ({
    changes: [{ type: 'archive', workshopId, groupId: null, at }],
    value: undefined,
  }))
  await tellPeople(
    means,
    workshopId,
    (await means.people.groups(workshopId)).map(({ id }) => id),
  )
}

/** One group, as above. @throws Problem not_found, last_group: the plenum and the last group in use stay in use */
export async function archiveGroup(
  means: Means,
  workshopId: WorkshopId,
  groupId: GroupId,
  archived: boolean,
): Promise<void> {
  const at = archived ? means.clock.now() : null
  await means.people.unitOfWork(async (people) => {
    const groups = await people.groups(workshopId)
    const group = groups.find(({ id }) => id === groupId)
    if (!group) throw new Problem('not_found', 'no such group in this workshop')
    const others = groups.filter(
      ({ id, kind, archivedAt }) => kind === 'project' && id !== groupId && archivedAt === undefined,
    )
    if (group.kind === 'plenum' || (archived && others.length === 0)) throw new Problem('last_group')
    return { changes: [{ type: 'archive', workshopId, groupId, at }], value: undefined }
  })
  await tellPeople(means, workshopId, [groupId])
}

async function tellPeople(
  { people, rooms }: Means,
  workshopId: WorkshopId,
  groupIds: readonly GroupId[],
): Promise<void> {
  for (const { id } of await people.members(workshopId)) await rooms.memberChanged(id)
  for (const groupId of groupIds) rooms.sendAway(groupId, 'archive_changed')
}
