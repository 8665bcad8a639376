import type { TextsOf } from '../texts.ts'
import type { feedback as spec } from './spec.ts'

export const feedback = {
  label: 'Feedback grid',
  plural: 'Feedback grids',
  hint: 'Feedback in four corners, friendly and useful.',
  empty: 'Feedback without a subject',
  fields: {
    about: { label: 'About what?', example: 'Status light, second version' },
    likes: { label: 'I like' },
    wishes: { label: 'I wish' },
    wonders: { label: 'I wonder' },
    newIdeas: { label: 'New ideas' },
  },
} satisfies TextsOf<typeof spec>
