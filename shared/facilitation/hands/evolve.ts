import type { MemberId } from '../../base/ids.ts'
import type { PlaceEvent } from '../place/events.ts'
import type { StepEvent } from '../step/events.ts'
import type { Evolvers } from '../topic.ts'
import type { HandEvent } from './events.ts'
import type { Hands } from './state.ts'

type Moving =
  Extract<PlaceEvent, { type: 'PhaseAdvanced' | 'PageOpened' }> | Extract<StepEvent, { type: 'StepStarted' }>

const down = ({ raised }: Hands, memberId: MemberId) => raised.filter((hand) => hand.memberId !== memberId)

/** In the next step everybody begins anew; a hand that is up stays up. */
const anew = (hands: Hands): Hands => (hands.haveSpoken.length === 0 ? hands : { ...hands, haveSpoken: [] })

export const evolveHands: Evolvers<Hands, HandEvent | Moving> = {
  HandRaised: (hands, _event, { at, by }) => ({
    ...hands,
    raised: [...down(hands, by), { memberId: by, since: at }],
  }),
  HandLowered: (hands, _event, { by }) => ({ ...hands, raised: down(hands, by) }),
  HandTickedOff: (hands, { memberId }) => ({
    raised: down(hands, memberId),
    haveSpoken: [...hands.haveSpoken.filter((other) => other !== memberId), memberId],
  }),
  HandTakenDown: (hands, { memberId }) => ({ ...hands, raised: down(hands, memberId) }),
  PhaseAdvanced: anew,
  PageOpened: anew,
  StepStarted: anew,
}
