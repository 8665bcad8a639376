import type { TextsOf } from '../texts.ts'
import type { brainwriting as spec } from './spec.ts'

export const brainwriting = {
  label: 'Brainwriting 6-3-5',
  plural: 'Brainwriting 6-3-5',
  hint: 'Taking turns: write three ideas per row, pass it on and build on what others wrote.',
  empty: 'Brainwriting without a question',
  face: { ideas_one: '{{count}} idea', ideas_other: '{{count}} ideas' },
  fields: {
    question: { label: 'For which question?' },
    rows: {
      label: 'Rows',
      hint: 'Read what is above and build on it.',
      item: 'Row',
      fields: {
        first: { label: 'First idea' },
        second: { label: 'Second idea' },
        third: { label: 'Third idea' },
      },
    },
  },
} satisfies TextsOf<typeof spec>
