import type { TextsOf } from '../texts.ts'
import type { retro as spec } from './spec.ts'

export const retro = {
  label: 'Retrospective',
  plural: 'Retrospectives',
  hint: 'A short look back: what was good, what difficult, what do we do next time?',
  empty: 'Retrospective without a title',
  fields: {
    about: { label: 'About what?', example: 'Third meeting' },
    good: { label: 'What was good', hint: 'What helped?', example: 'Everybody had a say.' },
    difficult: {
      label: 'What was difficult',
      hint: 'What slowed us down?',
      example: 'There was too little time for the tests.',
    },
    nextTime: { label: 'Next time', hint: 'What will we do differently?', example: 'Begin with the tests.' },
  },
} satisfies TextsOf<typeof spec>
