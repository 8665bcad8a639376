import type { TextsOf } from '../texts.ts'
import type { stakeholder as spec } from './spec.ts'

export const stakeholder = {
  label: 'Stakeholder',
  plural: 'Stakeholders',
  hint: 'An office or group that has a say, helps or hinders.',
  empty: 'Stakeholder without a name',
  fields: {
    name: { label: 'Who?', hint: 'An office or group, not a single person.', example: 'Staff council' },
    role: { label: 'Role', hint: 'What does it have to do with the topic?', example: 'Co-determination' },
    influence: {
      label: 'Influence',
      hint: 'How much can it change?',
      options: { low: 'low', medium: 'medium', high: 'high' },
    },
    interest: {
      label: 'Interest',
      hint: 'How important is the topic to it?',
      options: { low: 'low', medium: 'medium', high: 'high' },
    },
    attitude: {
      label: 'Attitude',
      options: {
        unknown: 'not known yet',
        supportive: 'supportive',
        waiting: 'wait-and-see',
        sceptical: 'sceptical',
        opposed: 'opposed',
      },
    },
    involvement: {
      label: 'How to involve?',
      hint: 'What does it need from us, and when?',
      example: 'Show early what will not be measured.',
    },
  },
} satisfies TextsOf<typeof spec>
