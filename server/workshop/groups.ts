import type { GroupId } from '#shared/base/ids.ts'
import { isArchived } from '#shared/workshop/permissions.ts'
import { Problem } from '#shared/errors/problem.ts'
import type { Group, Member } from '#server/ports/people-store.ts'

/** Where somebody goes by default: their first project group, else the plenum. */
export function homeOf(member: Pick<Member, 'groupIds' | 'archived'>, plenumId: GroupId): GroupId {
  if (member.groupIds === 'all' || member.archived === 'all') return plenumId
  return member.groupIds.find((id) => id !== plenumId && !isArchived(member, id)) ?? plenumId
}

/** Everybody enters the plenum, whatever else. */
export function withPlenum(groupIds: readonly GroupId[], plenumId: GroupId): GroupId[] {
  return [plenumId, ...new Set(groupIds.filter((id) => id !== plenumId))]
}

export function plenumOf(groups: readonly Group[]): Group {
  const plenum = groups.find(({ kind }) => kind === 'plenum')
  if (!plenum) throw new Error('a workshop without a plenum')
  return plenum
}

/** @throws Problem group_not_open when one of the groups belongs to another workshop, or to none */
export function requireGroups(groups: readonly Group[], ids: readonly GroupId[]): void {
  const known = new Set(groups.map(({ id }) => id))
  if (ids.some((id) => !known.has(id))) throw new Problem('group_not_open', 'no such group in this workshop')
}
