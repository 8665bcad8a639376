import type { TextsOf } from '../texts.ts'
import type { feedback as spec } from './spec.ts'

export const feedback = {
  label: 'Feedback grid',
  plural: 'Feedback grids',
  hint: 'Feedback in four corners, friendly and useful.',
  empty: 'Feedback without a subject',
  fields: {
    about: { label: 'About what?', example: 'Status light, second version' },
    likes: { label: 'I like', hint: 'What should stay as it is?', example: 'The date is right at the top.' },
    wishes: {
      label: 'I wish',
      hint: 'What is missing or should be different?',
      example: 'A message when something changes.',
    },
    wonders: {
      label: 'I wonder',
      hint: 'What is still open?',
      example: 'Who enters it when somebody is ill?',
    },
    newIdeas: {
      label: 'New ideas',
      hint: 'What does it make you think of?',
      example: 'The same for building files',
    },
  },
} satisfies TextsOf<typeof spec>
