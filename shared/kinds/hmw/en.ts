import type { TextsOf } from '../texts.ts'
import type { hmw as spec } from './spec.ts'

export const hmw = {
  label: 'How-might-we question',
  plural: 'How-might-we questions',
  hint: 'A question that gives many people ideas.',
  empty: 'Question without text',
  face: { kind: 'How might we' },
  fields: {
    question: {
      label: 'How might we …',
      hint: 'Broad enough for many ideas, narrow enough to begin.',
      example: 'make the status visible without anybody having to enter it?',
    },
    scope: {
      label: 'Scope',
      hint: 'Too narrow already names a solution, too broad has no beginning.',
      options: { narrow: 'narrow', fitting: 'about right', wide: 'broad' },
    },
  },
} satisfies TextsOf<typeof spec>
