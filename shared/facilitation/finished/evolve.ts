import type { PlaceEvent } from '../place/events.ts'
import type { StepEvent } from '../step/events.ts'
import type { Evolvers } from '../topic.ts'
import type { FinishedEvent } from './events.ts'
import type { Finished } from './state.ts'

type Moving =
  Extract<PlaceEvent, { type: 'PhaseAdvanced' | 'PageOpened' }> | Extract<StepEvent, { type: 'StepStarted' }>

const nobody = (finished: Finished): Finished => (finished.length === 0 ? finished : [])

/** "Ich bin fertig" ends with the step it was said in. */
export const evolveFinished: Evolvers<Finished, FinishedEvent | Moving> = {
  MemberFinished: (finished, _event, { by }) => (finished.includes(by) ? finished : [...finished, by]),
  MemberUnfinished: (finished, _event, { by }) => finished.filter((memberId) => memberId !== by),
  PhaseAdvanced: nobody,
  PageOpened: nobody,
  StepStarted: nobody,
}
