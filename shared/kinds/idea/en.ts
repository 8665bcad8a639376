import type { TextsOf } from '../texts.ts'
import type { idea as spec } from './spec.ts'

export const idea = {
  label: 'Idea',
  plural: 'Ideas',
  hint: 'One sentence that could become a solution.',
  empty: 'Idea without text',
  fields: {
    sentence: {
      label: 'The idea in one sentence',
      hint: 'Who can then do what?',
      example: 'People who apply can see at any time where their application is.',
    },
    benefit: { label: 'Who benefits, and how?', example: 'the citizens’ office: half as many calls' },
    sketch: { label: 'Sketch' },
  },
} satisfies TextsOf<typeof spec>
