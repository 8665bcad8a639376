import type { TextsOf } from '../texts.ts'
import type { testCard as spec } from './spec.ts'

export const testCard = {
  label: 'Test card',
  plural: 'Test cards',
  hint: 'Before you test: what do we believe, and how will we know that it is true?',
  empty: 'Test card without an assumption',
  fields: {
    belief: { label: 'We believe that …', example: 'applicants understand three states' },
    verification: { label: 'We verify it by …', example: 'letting five people read it without help' },
    measure: { label: 'We measure …', example: 'how often they are right' },
    criterion: { label: 'We are right if …', example: 'four out of five are right' },
  },
} satisfies TextsOf<typeof spec>
