import { accepted, refused } from '../../base/result.ts'
import { limits } from '../../base/limits.ts'
import { lets } from '../../workshop/mode-rights.ts'
import type { Muted } from '../muted/state.ts'
import type { Place } from '../place/state.ts'
import { modeOf } from '../step/modes.ts'
import type { Steps } from '../step/state.ts'
import type { Deciders } from '../topic.ts'
import type { ReactionCommand } from './commands.ts'
import type { ReactedEvent, ReactionEvent } from './events.ts'
import type { Reactions } from './state.ts'

interface Needs {
  muted: Muted
  reactions: Reactions
  step: Steps
  place: Place
}

/** Somebody who presses again before the last is gone changes nothing: a room that reacts stays calm. */
export const decideReactions: Deciders<ReactionCommand, Needs, ReactionEvent | ReactedEvent> = {
  react: ({ reactions, step, place, muted }, { reaction }, { by, nowMs }) => {
    if (!reactions.on) return refused('reactions_off')
    if (muted.includes(by)) return refused('member_muted')
    if (!lets(modeOf(step, place.pageId), 'page.comment')) return refused('page_closed')
    const isRecent = ({ by: whose, at }: Reactions['shown'][number]) =>
      whose === by && nowMs - at < limits.reactionEveryMs
    return accepted(reactions.shown.some(isRecent) ? [] : [{ type: 'Reacted', reaction }])
  },
  switchReactions: ({ reactions }, { on }) =>
    accepted(reactions.on === on ? [] : [{ type: 'ReactionsSwitched', on }]),
}
