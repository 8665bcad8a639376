import type { TextsOf } from '../texts.ts'
import type { note as spec } from './spec.ts'

export const note = {
  label: 'Note',
  plural: 'Notes',
  hint: 'A thought on a coloured note.',
  empty: 'Empty note',
  fields: {
    text: { label: 'Text', hint: 'One thought per card.' },
    colour: {
      label: 'Colour',
      options: {
        yellow: 'Yellow',
        pink: 'Pink',
        blue: 'Blue',
        green: 'Green',
        violet: 'Violet',
        grey: 'Grey',
      },
    },
  },
} satisfies TextsOf<typeof spec>
