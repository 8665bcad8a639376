import type { TextsOf } from '../texts.ts'
import type { brainwriting as spec } from './spec.ts'

export const brainwriting = {
  label: 'Brainwriting 6-3-5',
  plural: 'Brainwriting 6-3-5',
  hint: 'Taking turns: write three ideas per row, pass it on and build on what others wrote.',
  empty: 'Brainwriting without a question',
  face: { ideas_one: '{{count}} idea', ideas_other: '{{count}} ideas' },
  fields: {
    question: { label: 'For which question?', example: 'How might we make the status visible?' },
    rows: {
      label: 'Rows',
      hint: 'Read what is above and build on it.',
      item: 'Row',
      fields: {
        first: { label: 'First idea', example: 'A date instead of a traffic light' },
        second: { label: 'Second idea', example: 'A message as soon as somebody takes over' },
        third: { label: 'Third idea', example: 'A sign at the counter' },
      },
    },
  },
} satisfies TextsOf<typeof spec>
