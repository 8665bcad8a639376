import type { TextsOf } from '../texts.ts'
import type { challenge as spec } from './spec.ts'

export const challenge = {
  label: 'Design challenge',
  plural: 'Design challenges',
  hint: 'The question that a project group works on.',
  empty: 'Challenge without a question',
  face: { not: 'Not our goal:', sponsor: 'Sponsor:' },
  fields: {
    question: {
      label: 'How might we … for … in the context of …?',
      hint: 'Say what should get better, for whom and where. No solution yet.',
      example:
        'How might we make the status of an application visible to applicants in the daily life of small administrations?',
    },
    background: { label: 'Background', hint: 'Why this question? What is it based on?' },
    nonGoals: {
      label: 'Not our goal',
      hint: 'What do we leave out on purpose?',
      example: 'buying new specialist systems',
    },
    frame: { label: 'Frame', hint: 'Time, money, law: what is fixed?' },
    sponsor: { label: 'Sponsor', hint: 'Who vouches for it?', example: 'County' },
    group: { label: 'Project group', hint: 'Who works on this question?' },
  },
} satisfies TextsOf<typeof spec>
