import type { TextsOf } from '../texts.ts'
import type { idea as spec } from './spec.ts'

export const idea = {
  label: 'Idee',
  plural: 'Ideen',
  hint: 'Ein Satz, aus dem eine Lösung werden könnte.',
  empty: 'Idee ohne Text',
  fields: {
    sentence: {
      label: 'Die Idee in einem Satz',
      hint: 'Wer kann dann was?',
      example: 'Wer einen Antrag stellt, sieht jederzeit, wo er liegt.',
    },
    benefit: { label: 'Was bringt sie wem?', example: 'dem Bürgerbüro: halb so viele Nachfragen' },
    sketch: { label: 'Skizze' },
  },
} satisfies TextsOf<typeof spec>
