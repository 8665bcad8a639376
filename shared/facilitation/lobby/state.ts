import { z } from 'zod'
import type { MemberId } from '../../base/ids.ts'
import { memberId, timeMs } from '../fields.ts'

const waiting = z.object({
  memberId,
  name: z.string(),
  /** When the person was last seen before the door: they knock again as long as they wait. */
  at: timeMs,
})
export type Waiting = z.infer<typeof waiting>

export const seenLobbySchema = z.object({
  door: z.enum(['open', 'closed']),
  /** Who waits, longest first; for the moderation only, nobody for everybody else. */
  waiting: z.array(waiting),
})
export type SeenLobby = z.infer<typeof seenLobbySchema>

/**
 * Who waits and who was let in is known while the room is loaded, and to no log. After a restart a door that was closed is
 * closed still, and everybody is let in anew.
 */
export interface Lobby {
  door: 'open' | 'closed'
  admitted: readonly MemberId[]
  waiting: readonly Waiting[]
}
