import type { TextsOf } from '../texts.ts'
import type { idea as spec } from './spec.ts'

export const idea = {
  label: 'Idea',
  plural: 'Ideas',
  hint: 'One sentence that could become a solution.',
  empty: 'Idea without text',
  fields: {
    sentence: { label: 'The idea in one sentence' },
    benefit: { label: 'Who benefits, and how?' },
    sketch: { label: 'Sketch' },
  },
} satisfies TextsOf<typeof spec>
