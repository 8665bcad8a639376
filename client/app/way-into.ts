import type { Admission, WorkshopSummary } from '#shared/protocol/api.ts'
import { paths } from './paths.ts'

/**
 * Managers begin where all groups stand, moderators at the overview with what they lead by, and who belongs to one group in
 * its room.
 */
export function wayInto({ id, role, homeGroupId }: WorkshopSummary): string {
  return role === 'moderator' ? paths.workshop(id) : wayIn({ workshopId: id, homeGroupId, role })
}

/** Where somebody goes who has just come in: managers to all groups, everybody else into their room. */
export function wayIn({
  workshopId,
  homeGroupId,
  role,
}: Pick<Admission, 'workshopId' | 'homeGroupId' | 'role'>): string {
  return role === 'manager' ? paths.cockpit(workshopId) : paths.room(workshopId, homeGroupId)
}
