import type { PresentMember } from '#client/room-context/present-members.ts'
import type { SeenFinished } from '#shared/facilitation/finished/state.ts'
import { isWaitedFor } from '#shared/workshop/roles.ts'

/** How many of the participants who are here have finished. A count, never a list to keep. */
export function finishedCount(
  present: readonly PresentMember[],
  finished: SeenFinished['members'],
): { done: number; count: number } {
  const participants = present.filter(({ role }) => isWaitedFor(role))
  const done = participants.filter(({ memberId }) => finished?.includes(memberId)).length
  return { done, count: participants.length }
}
