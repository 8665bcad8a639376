import type { TextsOf } from '../texts.ts'
import type { observation as spec } from './spec.ts'

export const observation = {
  label: 'Observation',
  plural: 'Observations',
  hint: 'Something that somebody saw. What it means is kept apart.',
  empty: 'Observation without text',
  face: { meaning: 'Meaning' },
  fields: {
    fact: {
      label: 'What could be seen?',
      hint: 'Only what a camera would have shown, too.',
      example: 'Building files go to the neighbouring office by messenger on Tuesdays.',
    },
    interpretation: {
      label: 'Interpretation',
      hint: 'What do you conclude? It may be wrong.',
      example: 'Before Tuesday nobody can give an answer.',
    },
    place: {
      label: 'Where?',
      hint: 'The kind of place is enough.',
      example: 'Citizens’ office of a small town',
    },
    date: { label: 'When?' },
  },
} satisfies TextsOf<typeof spec>
