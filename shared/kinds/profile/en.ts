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
    name: { label: 'Name', example: 'Status light' },
    purpose: { label: 'What for?', hint: 'One or two sentences.' },
    targetGroup: { label: 'For whom?', example: 'citizens’ offices of small municipalities' },
    readiness: {
      label: 'How far along?',
      hint: 'How far along is the solution today?',
      options: { concept: 'Concept', prototype: 'Prototype', pilot: 'Pilot', inUse: 'In use' },
    },
    reuse: { label: 'How to reuse it', hint: 'What is the first step?' },
    transferConditions: { label: 'Requirements', hint: 'What has to be in place locally?' },
    operator: { label: 'Operation', hint: 'Who runs it?' },
    operatorKind: {
      label: 'Kind of body',
      hint: 'What kind of body the operator belongs to.',
      options: {
        unknown: 'not stated yet',
        county: 'County',
        independentCity: 'Independent city',
        municipality: 'Town or municipality in a county',
        municipalItProvider: 'Municipal IT provider',
        coordination: 'Coordination office',
        technologyPartner: 'Technology partner',
        state: 'State or ministry',
        association: 'Municipal association',
        university: 'University or research',
        other: 'Other',
      },
    },
    costs: { label: 'Costs', hint: 'One-off and running costs.' },
    costKind: {
      label: 'Kind of costs',
      options: {
        unknown: 'not stated yet',
        free: 'free of charge',
        once: 'one-off',
        running: 'running',
        onceAndRunning: 'one-off and running',
      },
    },
    topic: { label: 'Topic', hint: 'What would people search for?', example: 'processing of applications' },
    contact: { label: 'Contact', hint: 'Role and office are enough.' },
    publication: {
      label: 'Release',
      hint: 'What may not leave the group is not listed anywhere.',
      options: { group: 'for the group only', released: 'may leave the group' },
    },
  },
} satisfies TextsOf<typeof spec>
