import type { TextsOf } from '../texts.ts'
import type { teamCanvas as spec } from './spec.ts'

export const teamCanvas = {
  label: 'Team canvas',
  plural: 'Team canvases',
  hint: 'What the group sets out to do, and how it works together.',
  empty: 'Team canvas without a purpose',
  fields: {
    purpose: {
      label: 'Purpose',
      hint: 'What is this group there for?',
      example: 'Answers without chasing papers',
    },
    sharedGoals: {
      label: 'Shared goals',
      hint: 'What will be different in the end?',
      example: 'Pilot by September',
    },
    personalGoals: {
      label: 'Personal goals',
      hint: 'What do you want to take home yourself?',
      example: 'fewer calls',
    },
    teamRoles: {
      label: 'Roles',
      hint: 'Who brings which point of view?',
      example: 'citizens’ office, building office, IT',
    },
    strengths: { label: 'Strengths', hint: 'What are we good at?' },
    teamNeeds: { label: 'What we need', hint: 'Time, access, backing …', example: '2 hours a week' },
    rules: { label: 'Rules', hint: 'What does everybody keep to?', example: 'questions before answers' },
  },
} satisfies TextsOf<typeof spec>
