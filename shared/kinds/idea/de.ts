import type { TextsOf } from '../texts.ts'
import type { idea as spec } from './spec.ts'

export const idea = {
  label: 'Idee',
  plural: 'Ideen',
  hint: 'Ein Satz, aus dem eine Lösung werden könnte.',
  empty: 'Idee ohne Text',
  fields: {
    sentence: { label: 'Die Idee in einem Satz' },
    benefit: { label: 'Was bringt sie wem?' },
    sketch: { label: 'Skizze' },
  },
} satisfies TextsOf<typeof spec>
