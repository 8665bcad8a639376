import type { TextsOf } from '../texts.ts'
import type { crazy8 as spec } from './spec.ts'

export const crazy8 = {
  label: 'Crazy 8s',
  plural: 'Crazy 8s',
  hint: 'Eight ideas in eight minutes, one per field.',
  empty: 'Crazy 8s without a question',
  face: { filled: '{{count}} of 8' },
  fields: {
    question: { label: 'For which question?', example: 'How might we make the status visible?' },
    sketches: {
      label: 'Fields',
      hint: 'One minute each. Unfinished ideas count, too.',
      item: 'Field',
      fields: {
        text: { label: 'Idea', example: 'A status line as for parcels' },
        sketch: { label: 'Sketch' },
      },
    },
  },
} satisfies TextsOf<typeof spec>
