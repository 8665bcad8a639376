import type { PresentMember } from '#client/room-context/present-members.ts'
import type { SeenFinished } from '#shared/facilitation/finished/state.ts'

/** How many of the participants who are here have finished. A count, never a list to keep. */
export function finishedCount(
  present: readonly PresentMember[],
  finished: SeenFinished['members'],
): { done: number; count: number } {
  const participants = present.filter(({ role }) => role === 'participant')
  const done = participants.filter(({ memberId }) => finished?.includes(memberId)).length
  return { done, count: participants.length }
}
