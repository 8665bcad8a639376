import type { TextsOf } from '../texts.ts'
import type { retro as spec } from './spec.ts'

export const retro = {
  label: 'Retrospective',
  plural: 'Retrospectives',
  hint: 'A short look back: what was good, what difficult, what do we do next time?',
  empty: 'Retrospective without a title',
  fields: {
    about: { label: 'About what?', example: 'Third meeting' },
    good: { label: 'What was good' },
    difficult: { label: 'What was difficult' },
    nextTime: { label: 'Next time' },
  },
} satisfies TextsOf<typeof spec>
