import type { TextsOf } from '../texts.ts'
import type { feedback as spec } from './spec.ts'

export const feedback = {
  label: 'Feedback-Raster',
  plural: 'Feedback-Raster',
  hint: 'Rückmeldung in vier Ecken, freundlich und brauchbar.',
  empty: 'Feedback ohne Gegenstand',
  fields: {
    about: { label: 'Wozu?', example: 'Standlicht, zweite Fassung' },
    likes: { label: 'Gefällt mir' },
    wishes: { label: 'Ich wünsche mir' },
    wonders: { label: 'Ich frage mich' },
    newIdeas: { label: 'Neue Ideen' },
  },
} satisfies TextsOf<typeof spec>
