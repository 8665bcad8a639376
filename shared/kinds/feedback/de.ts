import type { TextsOf } from '../texts.ts'
import type { feedback as spec } from './spec.ts'

export const feedback = {
  label: 'Feedback-Raster',
  plural: 'Feedback-Raster',
  hint: 'Rückmeldung in vier Ecken, freundlich und brauchbar.',
  empty: 'Feedback ohne Gegenstand',
  fields: {
    about: { label: 'Wozu?', example: 'Standlicht, zweite Fassung' },
    likes: { label: 'Gefällt mir', hint: 'Was soll so bleiben?', example: 'Das Datum steht gleich oben.' },
    wishes: {
      label: 'Ich wünsche mir',
      hint: 'Was fehlt oder soll anders sein?',
      example: 'Eine Nachricht, wenn sich etwas ändert.',
    },
    wonders: {
      label: 'Ich frage mich',
      hint: 'Was ist noch offen?',
      example: 'Wer trägt das ein, wenn jemand krank ist?',
    },
    newIdeas: {
      label: 'Neue Ideen',
      hint: 'Was fällt Ihnen dabei ein?',
      example: 'Dasselbe für die Bauakte',
    },
  },
} satisfies TextsOf<typeof spec>
