import type { TextsOf } from '../texts.ts'
import type { document as spec } from './spec.ts'

export const document = {
  label: 'Accompanying text',
  plural: 'Accompanying texts',
  hint: 'What belongs to the interviews and is none: method, analysis, conclusions.',
  empty: 'Accompanying text without a title',
  fields: {
    title: { label: 'Title' },
    transcript: { label: 'Text', hint: 'Stays as it was read in.' },
    strong: { label: 'What is stressed' },
  },
} satisfies TextsOf<typeof spec>
