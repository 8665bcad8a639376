import type { TextsOf } from '../texts.ts'
import type { profile as spec } from './spec.ts'

export const profile = {
  label: 'Solution profile',
  plural: 'Solution profiles',
  hint: 'The finished solution at a glance, so that others can reuse it.',
  empty: 'Profile without a name',
  withheld: 'Profile not released, stays in the group',
  face: { targetGroup: 'For', operator: 'Operator', costs: 'Costs', reuse: 'Reuse' },
  fields: {
    name: { label: 'Name' },
    purpose: { label: 'What for?', hint: 'One or two sentences.' },
    targetGroup: { label: 'For whom?' },
    readiness: {
      label: 'How far?',
      options: { concept: 'Concept', prototype: 'Prototype', pilot: 'Pilot', inUse: 'In use' },
    },
    reuse: { label: 'How to reuse it', hint: 'What is the first step?' },
    transferConditions: { label: 'Requirements', hint: 'What has to be in place locally?' },
    operator: { label: 'Operation', hint: 'Who runs it?' },
    costs: { label: 'Costs', hint: 'One-off and running costs.' },
    topic: { label: 'Topic' },
    contact: { label: 'Contact', hint: 'Function and office are enough.' },
    publication: {
      label: 'Release',
      hint: 'What may not leave the group is not listed anywhere.',
      options: { group: 'for the group only', released: 'may leave the group' },
    },
  },
} satisfies TextsOf<typeof spec>
