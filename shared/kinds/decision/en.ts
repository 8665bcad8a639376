import type { TextsOf } from '../texts.ts'
import type { decision as spec } from './spec.ts'

export const decision = {
  label: 'Decision',
  plural: 'Decisions',
  hint: 'What the group has decided.',
  empty: 'Decision without text',
  face: { for: 'for', against: 'against' },
  captured: { keep: 'Record the decision', kept: 'Decision recorded.' },
  fields: {
    text: { label: 'What has been decided?', example: 'We try three states.' },
    owner: { label: 'Who carries it out?' },
    date: { label: 'When?' },
    votesFor: { label: 'For' },
    votesAgainst: { label: 'Against' },
  },
} satisfies TextsOf<typeof spec>
