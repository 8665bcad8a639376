import type { TextsOf } from '../texts.ts'
import type { checkin as spec } from './spec.ts'

export const checkin = {
  label: 'Check-in',
  plural: 'Check-ins',
  hint: 'Eine kurze Frage zum Ankommen. Alle antworten auf einer Skala von 1 bis 5.',
  empty: 'Check-in ohne Frage',
  fields: {
    question: { label: 'Frage', example: 'Wie kommen Sie heute an?' },
    scaleLow: { label: '1 heißt', example: 'müde' },
    scaleHigh: { label: '5 heißt', example: 'wach' },
    answers: {
      label: 'Antworten',
      hint: 'Ohne Namen.',
      item: 'Antwort',
      fields: { mood: { label: 'Von 1 bis 5' }, word: { label: 'Ein Wort dazu', example: 'neugierig' } },
    },
  },
} satisfies TextsOf<typeof spec>
