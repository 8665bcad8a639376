import type { TextsOf } from '../texts.ts'
import type { expectation as spec } from './spec.ts'

export const expectation = {
  label: 'Expectation',
  plural: 'Expectations',
  hint: 'What you hope or fear.',
  empty: 'Expectation without text',
  fields: {
    text: {
      label: 'Your expectation',
      hint: 'One sentence is enough.',
      example: 'In the end two municipalities use the same thing.',
    },
    leaning: { label: 'Hope or fear?', options: { hope: 'Hope', fear: 'Fear' } },
  },
} satisfies TextsOf<typeof spec>
