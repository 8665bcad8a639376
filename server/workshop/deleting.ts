import type { GroupId, WorkshopId } from '#shared/base/ids.ts'
import type { AssetStore } from '#server/ports/asset-store.ts'
import type { PeopleStore } from '#server/ports/people-store.ts'
import type { RoomService } from '#server/rooms/room-service.ts'

interface Means {
  people: Pick<
    PeopleStore,
    'removeWorkshop' | 'removeGroup' | 'removals' | 'removalDone' | 'unfinishedWorkshops'
  >
  rooms: Pick<RoomService, 'remove'>
}

/**
 * Removes a workshop with all that belongs to it, from the disk, too. People, invitations and images go first and at
 * once, so that nobody comes in any more; what of its rooms is left when the program stops in between goes at the next
 * start.
 */
export async function deleteWorkshop(means: Means, workshopId: WorkshopId): Promise<void> {
  await means.people.removeWorkshop(workshopId)
  await wipeRemoved(means)
}

/** One group with its room, its images and its invitations, from the disk, too; its people stay in the workshop. */
export async function deleteGroup(means: Means, groupId: GroupId): Promise<void> {
  await means.people.removeGroup(groupId)
  await wipeRemoved(means)
}

/**
 * What an earlier run left half done: removals that were not finished, imports that nobody got to see, and images that
 * were being stored. Answers how many rooms went.
 */
export async function sweepLeftovers(
  means: Means & { assets: Pick<AssetStore, 'sweepUnfinished'> },
): Promise<number> {
  await means.assets.sweepUnfinished()
  const unfinished = await means.people.unfinishedWorkshops()
  for (const workshopId of unfinished) await means.people.removeWorkshop(workshopId)
  return wipeRemoved(means)
}

async function wipeRemoved({ people, rooms }: Means): Promise<number> {
  const groupIds = await people.removals()
  for (const groupId of groupIds) {
    await rooms.remove(groupId)
    await people.removalDone(groupId)
  }
  return groupIds.length
}
