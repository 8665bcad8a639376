import { accepted } from '../../base/result.ts'
import type { Deciders } from '../topic.ts'
import type { MutedCommand } from './commands.ts'
import type { MutedEvent } from './events.ts'
import type { Muted } from './state.ts'

/** Of whoever may write in a locked room nothing is taken: that is decided where writing is. */
export const decideMuted: Deciders<MutedCommand, { muted: Muted }, MutedEvent> = {
  mute: ({ muted }, { memberId }) =>
    accepted(muted.includes(memberId) ? [] : [{ type: 'MemberMuted', memberId }]),
  unmute: ({ muted }, { memberId }) =>
    accepted(muted.includes(memberId) ? [{ type: 'MemberUnmuted', memberId }] : []),
}
