import type { TextsOf } from '../texts.ts'
import type { pitch as spec } from './spec.ts'

export const pitch = {
  label: 'Pitch',
  plural: 'Pitches',
  hint: 'Your solution in three minutes: four parts and one request.',
  empty: 'Pitch without a title',
  face: { ask: 'Our request:' },
  fields: {
    title: { label: 'Title', example: 'Status light' },
    need: { label: 'Need', hint: 'Who has which problem?' },
    approach: { label: 'Approach', hint: 'What do we do?' },
    benefitPerCost: { label: 'Benefit and cost', hint: 'What does it achieve, what does it cost?' },
    alternatives: { label: 'Alternatives', hint: 'What else would there be, and why is this better?' },
    ask: {
      label: 'Our request',
      hint: 'What do you need from your audience?',
      example: 'three municipalities for a trial',
    },
  },
} satisfies TextsOf<typeof spec>
