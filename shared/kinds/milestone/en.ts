import type { TextsOf } from '../texts.ts'
import type { milestone as spec } from './spec.ts'

export const milestone = {
  label: 'Milestone',
  plural: 'Milestones',
  hint: 'What should be achieved by when.',
  empty: 'Milestone without text',
  fields: {
    what: { label: 'What will be achieved?', example: 'Trial in three municipalities' },
    owner: { label: 'Who is in charge?' },
    due: { label: 'By when?' },
    roadmapStep: {
      label: 'Stage',
      options: {
        partnerships: 'Building partnerships',
        development: 'Developing solutions',
        implementation: 'Implementation',
        provision: 'Provision',
        evolution: 'Further development',
      },
    },
    state: { label: 'Progress', options: { open: 'open', underway: 'under way', done: 'done' } },
  },
} satisfies TextsOf<typeof spec>
