import type { GroupId, WorkshopId } from '#shared/base/ids.ts'
import type { Group, Member, PeopleChange, Workshop } from '#server/ports/people-store.ts'

interface Shelved {
  workshops: ReadonlyMap<WorkshopId, Workshop>
  groups: ReadonlyMap<GroupId, Group>
}

/** Puts a workshop or a group into the archive, or takes it out. */
export function archive(
  { workshops, groups }: Shelved,
  { workshopId, groupId, at }: Extract<PeopleChange, { type: 'archive' }>,
): void {
  const group = groupId === null ? undefined : groups.get(groupId)
  const what =
    groupId === null ? workshops.get(workshopId) : group?.workshopId === workshopId ? group : undefined
  if (!what) return
  if (at === null) delete what.archivedAt
  else what.archivedAt = at
}

/** Which rooms of their workshop lie in the archive, as a member says it. */
export function archivedFor(
  { workshops, groups }: Shelved,
  workshopId: WorkshopId,
): Pick<Member, 'archived'> {
  if (workshops.get(workshopId)?.archivedAt !== undefined) return { archived: 'all' }
  const shelved = [...groups.values()].filter(
    (group) => group.workshopId === workshopId && group.archivedAt !== undefined,
  )
  return shelved.length > 0 ? { archived: shelved.map(({ id }) => id) } : {}
}
