import { accepted } from '../../base/result.ts'
import type { Deciders } from '../topic.ts'
import type { CallCommand } from './commands.ts'
import type { CallEvent } from './events.ts'
import type { Call } from './state.ts'

/** The same words twice are two messages: whoever closed the first one reads the second. */
export const decideCall: Deciders<CallCommand, { call: Call }, CallEvent> = {
  sayToRoom: (_state, { text }) => accepted([{ type: 'RoomTold', text }]),
  clearMessage: ({ call }) => accepted(call.message ? [{ type: 'MessageCleared' }] : []),
  summon: ({ call }, { to }) => accepted(call.summons?.to === to ? [] : [{ type: 'EveryoneSummoned', to }]),
  endSummons: ({ call }) => accepted(call.summons ? [{ type: 'SummonsEnded' }] : []),
}
