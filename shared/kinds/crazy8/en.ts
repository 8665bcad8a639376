import type { TextsOf } from '../texts.ts'
import type { crazy8 as spec } from './spec.ts'

export const crazy8 = {
  label: 'Crazy 8s',
  plural: 'Crazy 8s',
  hint: 'Eight thoughts in eight minutes, one a field.',
  empty: 'Crazy 8s without a question',
  face: { drawn: 'Sketch', filled: '{{count}} of 8' },
  fields: {
    question: { label: 'For which question?' },
    sketches: {
      label: 'Fields',
      hint: 'One minute each. Unfinished counts.',
      item: 'Field',
      fields: {
        text: { label: 'Thought', example: 'A status line as for parcels' },
        sketch: { label: 'Sketch' },
      },
    },
  },
} satisfies TextsOf<typeof spec>
