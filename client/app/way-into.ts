import type { WorkshopSummary } from '#shared/protocol/api.ts'
import { paths } from './paths.ts'

/**
 * Managers begin where all groups stand, moderators at the overview with what they lead by, and who belongs to one group in
 * its room.
 */
export function wayInto({ id, role, homeGroupId }: WorkshopSummary): string {
  if (role === 'manager') return paths.cockpit(id)
  return role === 'moderator' ? paths.workshop(id) : paths.room(id, homeGroupId)
}
