import type { TextsOf } from '../texts.ts'
import type { cluster as spec } from './spec.ts'

export const cluster = {
  label: 'Cluster',
  plural: 'Clusters',
  hint: 'A pattern: cards that say the same thing, placed together.',
  empty: 'Cluster without a name',
  face: {
    folded_one: 'One card is folded away in it.',
    folded_other: '{{count}} cards are folded away in it.',
  },
  fields: {
    name: {
      label: 'Name',
      hint: 'Say what they share in one sentence, not in a catchword.',
      example: 'Nobody owns the status',
    },
    summary: { label: 'What is it about?', hint: 'What connects the cards, what does not quite fit?' },
  },
} satisfies TextsOf<typeof spec>
