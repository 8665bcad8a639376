import { z } from 'zod'
import type { GroupId } from '../base/ids.ts'
import { limits } from '../base/limits.ts'
import type { ErrorCode } from '../errors/catalogue.ts'
import { groupId } from '../facilitation/fields.ts'
import type { Timer } from '../facilitation/timer/state.ts'
import { topics } from '../facilitation/topics.ts'
import type { ModeType } from '../workshop/mode-rights.ts'
import type { Phase } from '../workshop/phases.ts'

/** How a room stands, for those who look after several. Nothing of it tells of a single person. */
export interface RoomNow {
  groupId: GroupId
  phase: Phase
  pageId: string
  /** As the room's document calls it; empty while nobody has been there since the server began. */
  pageName: string
  step: { id: string; title: string; mode: ModeType; startedAt: number } | null
  timer: Timer
  onlineCount: number
  finished: number
  hands: number
  /** Before the door. */
  waiting: number
  locked: boolean
  /** When somebody last changed something; null where that was before the server began. */
  changedAt: number | null
}
/** One command to several rooms at once. Each is asked for itself: what one refuses the others do all the same. */
export const giveOrderRequest = z.object({
  groupIds: z.array(groupId).min(1).max(limits.maxGroupsKept),
  command: z.discriminatedUnion('type', [...topics.timer.commands, ...topics.call.commands]),
})
export type GiveOrderRequest = z.infer<typeof giveOrderRequest>
export interface OrderGiven {
  refused: { groupId: GroupId; code: ErrorCode }[]
}

/** Server time, and all rooms of the workshop in their order. */
export interface RoomsNow {
  at: number
  rooms: RoomNow[]
}
