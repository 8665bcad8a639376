import { accepted } from '../../base/result.ts'
import type { MemberId } from '../../base/ids.ts'
import type { Deciders } from '../topic.ts'
import type { HandCommand } from './commands.ts'
import type { HandEvent } from './events.ts'
import type { Hands } from './state.ts'

const isUp = ({ raised }: Hands, memberId: MemberId) => raised.some((hand) => hand.memberId === memberId)

export const decideHands: Deciders<HandCommand, { hands: Hands }, HandEvent> = {
  raiseHand: ({ hands }, _command, { by }) => accepted(isUp(hands, by) ? [] : [{ type: 'HandRaised' }]),
  lowerHand: ({ hands }, _command, { by }) => accepted(isUp(hands, by) ? [{ type: 'HandLowered' }] : []),
  tickOffHand: ({ hands }, { memberId }) =>
    accepted(isUp(hands, memberId) ? [{ type: 'HandTickedOff', memberId }] : []),
  takeDownHand: ({ hands }, { memberId }) =>
    accepted(isUp(hands, memberId) ? [{ type: 'HandTakenDown', memberId }] : []),
}
