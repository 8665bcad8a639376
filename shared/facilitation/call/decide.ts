import { accepted } from '../../base/result.ts'
import type { Deciders } from '../topic.ts'
import type { CallCommand } from './commands.ts'
import type { CallEvent } from './events.ts'
import type { Call } from './state.ts'

/** Words that stand there already are not said again; who wants them read anew clears them first. */
export const decideCall: Deciders<CallCommand, { call: Call }, CallEvent> = {
  sayToRoom: ({ call }, { text }) =>
    accepted(call.message?.text === text ? [] : [{ type: 'RoomTold', text }]),
  clearMessage: ({ call }) => accepted(call.message ? [{ type: 'MessageCleared' }] : []),
  summon: ({ call }, { to }) => accepted(call.summons?.to === to ? [] : [{ type: 'EveryoneSummoned', to }]),
  endSummons: ({ call }) => accepted(call.summons ? [{ type: 'SummonsEnded' }] : []),
}
