import type { PresentMember } from '#client/room-context/present-members.ts'
import type { SeenFinished } from '#shared/facilitation/finished/state.ts'
import { isWaitedFor } from '#shared/workshop/roles.ts'

/** How many of the participants who are here have finished. A count, never a list to keep. */
export function finishedCount(
  present: readonly PresentMember[],
  finished: Pick<SeenFinished, 'count' | 'members'>,
): { done: number; count: number } {
  const participants = present.filter(({ role }) => isWaitedFor(role))
  const { members } = finished
  // Who left after saying so is counted too where nobody's name is known
  const done = members
    ? participants.filter(({ memberId }) => members.includes(memberId)).length
    : Math.min(finished.count, participants.length)
  return { done, count: participants.length }
}
