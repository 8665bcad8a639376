import type { TextsOf } from '../texts.ts'
import type { checkin as spec } from './spec.ts'

export const checkin = {
  label: 'Check-in',
  plural: 'Check-ins',
  hint: 'A short question to start with. Everybody answers on a scale from 1 to 5.',
  empty: 'Check-in without a question',
  fields: {
    question: { label: 'Question', example: 'How are you feeling today?' },
    scaleLow: { label: '1 means', example: 'tired' },
    scaleHigh: { label: '5 means', example: 'awake' },
    answers: {
      label: 'Answers',
      hint: 'Without names.',
      item: 'Answer',
      fields: { mood: { label: 'From 1 to 5' }, word: { label: 'One word about it', example: 'curious' } },
    },
  },
} satisfies TextsOf<typeof spec>
