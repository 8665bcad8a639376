import type { Evolvers } from '../topic.ts'
import type { MutedEvent } from './events.ts'
import type { Muted } from './state.ts'

const without = (muted: Muted, memberId: string) => muted.filter((other) => other !== memberId)

export const evolveMuted: Evolvers<Muted, MutedEvent> = {
  MemberMuted: (muted, { memberId }) => [...without(muted, memberId), memberId],
  MemberUnmuted: (muted, { memberId }) => without(muted, memberId),
}
