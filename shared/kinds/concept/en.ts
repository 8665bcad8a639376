import type { TextsOf } from '../texts.ts'
import type { concept as spec } from './spec.ts'

export const concept = {
  label: 'Concept poster',
  plural: 'Concept posters',
  hint: 'An idea on one page, so that others can judge it.',
  empty: 'Concept without a name',
  fields: {
    name: { label: 'Name', hint: 'Short and easy to remember.', example: 'Status light' },
    targetGroup: { label: 'For whom?', example: 'citizens’ office and applicants' },
    problem: { label: 'Problem', hint: 'What is hard today?' },
    solution: { label: 'Solution', hint: 'What will be different?' },
    flow: { label: 'Flow', hint: 'What happens step by step?' },
    benefit: { label: 'Benefit', hint: 'Who gains what?' },
    assumptions: { label: 'Assumptions', hint: 'What must be true for it to work?' },
    integration: {
      label: 'Integration',
      hint: 'Thought through from end to end: what does it have to work with?',
    },
    makeOrBuy: {
      label: 'Where from?',
      options: { open: 'not decided yet', reuse: 'reuse', buy: 'buy', build: 'build' },
    },
    sketch: { label: 'Picture' },
  },
} satisfies TextsOf<typeof spec>
