import { limits } from '../../base/limits.ts'
import type { Evolvers } from '../topic.ts'
import type { ReactedEvent, ReactionEvent } from './events.ts'
import type { Reactions } from './state.ts'

export const evolveReactions: Evolvers<Reactions, ReactionEvent | ReactedEvent> = {
  Reacted: ({ on, shown }, { reaction }, { at, by }) => ({
    on,
    shown: [...shown.filter((one) => at - one.at < limits.reactionShownMs), { by, reaction, at }].slice(
      -limits.maxReactionsShown,
    ),
  }),
  ReactionsSwitched: (_reactions, { on }) => ({ on, shown: [] }),
}
