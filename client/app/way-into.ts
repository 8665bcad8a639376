import type { WorkshopSummary } from '#shared/protocol/api.ts'
import { paths } from './paths.ts'

/** Who looks after all groups begins at the overview, who belongs to one begins in its room. */
export function wayInto({ id, role, homeGroupId }: WorkshopSummary): string {
  return role === 'moderator' || role === 'manager' ? paths.workshop(id) : paths.room(id, homeGroupId)
}
