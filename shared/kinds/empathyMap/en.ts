import type { TextsOf } from '../texts.ts'
import type { empathyMap as spec } from './spec.ts'

export const empathyMap = {
  label: 'Empathy map',
  plural: 'Empathy maps',
  hint: 'Be somebody else for a moment: what do they say, think, feel and do?',
  empty: 'Empathy map without a person',
  fields: {
    about: {
      label: 'For whom?',
      hint: 'Name of the persona, or a role.',
      example: 'Maren, citizens’ office',
    },
    says: { label: 'Says', hint: 'What do you hear them say?', example: 'I will call you back.' },
    thinks: {
      label: 'Thinks',
      hint: 'What do they not say aloud?',
      example: 'I hope the building office knows.',
    },
    feels: { label: 'Feels', example: 'caught in between' },
    does: { label: 'Does', hint: 'What do you see them do?', example: 'keeps a notebook' },
    pains: { label: 'Pains', hint: 'What wears them down?', example: 'anger for other people’s silence' },
    gains: { label: 'Gains', hint: 'What would help them?', example: 'one sentence is enough' },
  },
} satisfies TextsOf<typeof spec>
