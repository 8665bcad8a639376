import type { TextsOf } from '../texts.ts'
import type { minutes as spec } from './spec.ts'

export const minutes = {
  label: 'Minutes',
  plural: 'Minutes',
  hint: 'What came out of a meeting.',
  empty: 'Minutes without a title',
  face: { kind: 'Minutes' },
  fields: {
    title: { label: 'Title', example: 'Third meeting' },
    date: { label: 'Meeting on' },
    points: {
      label: 'Points',
      item: 'Point',
      fields: { text: { label: 'Result', example: 'Three states are enough for the first test.' } },
    },
  },
} satisfies TextsOf<typeof spec>
