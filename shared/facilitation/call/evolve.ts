import type { Evolvers } from '../topic.ts'
import type { CallEvent } from './events.ts'
import type { Call } from './state.ts'

export const evolveCall: Evolvers<Call, CallEvent> = {
  RoomTold: (call, { text }, { at }) => ({ ...call, message: { text, at } }),
  MessageCleared: (call) => ({ ...call, message: null }),
  EveryoneSummoned: (call, { to }, { at }) => ({ ...call, summons: { to, at } }),
  SummonsEnded: (call) => ({ ...call, summons: null }),
}
