import type { TextsOf } from '../texts.ts'
import type { document as spec } from './spec.ts'

export const document = {
  label: 'Accompanying text',
  plural: 'Accompanying texts',
  hint: 'What belongs to the interviews without being one: method, analysis, conclusions.',
  empty: 'Accompanying text without a title',
  fields: {
    title: { label: 'Title' },
    transcript: { label: 'Text', hint: 'Stays as it was imported.' },
    strong: { label: 'Emphasised' },
  },
} satisfies TextsOf<typeof spec>
