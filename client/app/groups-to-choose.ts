import type { GroupView, WorkshopView } from '#shared/protocol/api.ts'

/**
 * Groups that people and meetings can be put into, in their order: breakouts take nobody in from outside, and neither does
 * the archive. What is chosen already stays a choice.
 */
export function groupsToChoose({ groups }: WorkshopView, chosen: readonly string[] = []): GroupView[] {
  return groups.filter(
    ({ id, kind, archivedAt }) => chosen.includes(id) || (kind !== 'breakout' && archivedAt === null),
  )
}
