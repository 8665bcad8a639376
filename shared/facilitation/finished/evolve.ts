import type { PlaceEvent } from '../place/events.ts'
import type { StepEvent } from '../step/events.ts'
import type { Mode } from '../step/mode.ts'
import type { Evolvers } from '../topic.ts'
import type { FinishedEvent } from './events.ts'
import type { Finished } from './state.ts'

type Moving =
  | Extract<PlaceEvent, { type: 'PhaseAdvanced' | 'PageOpened' }>
  | Extract<StepEvent, { type: 'StepStarted' | 'StepModeSet' | 'StepEnded' }>

const nobody = (finished: Finished): Finished =>
  finished.who.length === 0 ? finished : { ...finished, who: [] }

const hidesNames = (mode: Mode) => mode.type === 'silent' && mode.authorship !== 'named'

const anew = (finished: Finished, nameless: boolean): Finished =>
  finished.who.length === 0 && finished.nameless === nameless ? finished : { who: [], nameless }

/** "Ich bin fertig" ends with the step it was said in. Names once hidden stay so until then. */
export const evolveFinished: Evolvers<Finished, FinishedEvent | Moving> = {
  MemberFinished: (finished, _event, { by }) =>
    finished.who.includes(by) ? finished : { ...finished, who: [...finished.who, by] },
  MemberUnfinished: (finished, _event, { by }) => ({
    ...finished,
    who: finished.who.filter((memberId) => memberId !== by),
  }),
  PhaseAdvanced: nobody,
  PageOpened: nobody,
  // What people do in their own time, on another page, ends nothing here
  StepStarted: (finished, { step: { deadline, mode } }) =>
    deadline === null ? anew(finished, hidesNames(mode)) : finished,
  StepModeSet: (finished, { mode }) =>
    hidesNames(mode) && !finished.nameless ? { ...finished, nameless: true } : finished,
  StepEnded: (finished) => anew(finished, false),
}
