import type { TextsOf } from '../texts.ts'
import type { pov as spec } from './spec.ts'

export const pov = {
  label: 'Point of view',
  plural: 'Points of view',
  hint: 'One sentence: who needs what, and why?',
  empty: 'Point of view without a need',
  face: { who: 'Who?', needs: 'what?', because: 'why?', needsWord: ' needs ', becauseWord: ', because ' },
  fields: {
    who: { label: 'Who?', hint: 'A person with a name is stronger than “the citizens”.', example: 'Maren' },
    needs: {
      label: 'needs …',
      hint: 'A need, not a solution: a verb helps.',
      example: 'an answer at the first call',
    },
    because: {
      label: 'because …',
      hint: 'The insight behind it.',
      example: 'it is not the time it takes that annoys, but the silence',
    },
  },
} satisfies TextsOf<typeof spec>
