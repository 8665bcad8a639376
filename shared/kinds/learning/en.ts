import type { TextsOf } from '../texts.ts'
import type { learning as spec } from './spec.ts'

export const learning = {
  label: 'Learning card',
  plural: 'Learning cards',
  hint: 'After the test: what have we learned, and what comes next?',
  empty: 'Learning card without a result',
  fields: {
    believed: {
      label: 'We believed',
      hint: 'What did we assume before the test?',
      example: 'Applicants want to see every step.',
    },
    observed: {
      label: 'We observed',
      hint: 'What did the test persons do?',
      example: 'Four out of five only looked for the date.',
    },
    learned: { label: 'We learned', example: 'Three states are enough if a date stands beside them.' },
    nextStep: {
      label: 'What next?',
      hint: 'What follows from what we have learned?',
      options: {
        open: 'not decided yet',
        iterate: 'revise',
        pivot: 'back to the point of view',
        continue: 'continue',
        stop: 'stop',
      },
    },
  },
} satisfies TextsOf<typeof spec>
