import type { TextsOf } from '../texts.ts'
import type { insight as spec } from './spec.ts'

export const insight = {
  label: 'Insight',
  plural: 'Insights',
  hint: 'What a pattern teaches: a sentence that surprises.',
  empty: 'Insight without a statement',
  fields: {
    statement: {
      label: 'Statement',
      hint: 'A sentence that somebody could disagree with.',
      example: 'It is not the time it takes that annoys, but the silence.',
    },
    tension: {
      label: 'Tension',
      hint: 'What speaks against it?',
      example: 'Giving answers costs time, and so does keeping silent.',
    },
    why: { label: 'Why is it so?', example: 'People who hear nothing assume the worst.' },
  },
} satisfies TextsOf<typeof spec>
