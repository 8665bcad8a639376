import type { TextsOf } from '../texts.ts'
import type { persona as spec } from './spec.ts'

export const persona = {
  label: 'Persona',
  plural: 'Personas',
  hint: 'An invented person who stands for many.',
  empty: 'Persona without a name',
  face: { goals: 'Goal', needs: 'Needs', obstacles: 'Obstacle', digitalSkill: 'Digital' },
  fields: {
    name: { label: 'Name', hint: 'Invented, but credible.' },
    role: { label: 'Role', hint: 'For example: clerk at the citizens’ office.' },
    municipality: { label: 'Municipality', hint: 'Kind and size are enough.' },
    portrait: { label: 'Portrait' },
    quote: { label: 'Typical sentence', hint: 'What would this person say?' },
    everydayLife: {
      label: 'Everyday life',
      hint: 'What does an ordinary day look like?',
      example: 'Counter in the morning, calls in the afternoon',
    },
    goals: {
      label: 'Goals',
      hint: 'What do they want to achieve?',
      example: 'Giving an answer at the first call',
    },
    needs: {
      label: 'Needs',
      hint: 'What do they need for that, even if they do not say so?',
      example: 'Knowing whose turn it is',
    },
    obstacles: {
      label: 'Obstacles',
      hint: 'What stands in the way?',
      example: 'Three programs that know nothing of each other',
    },
    digitalSkill: { label: 'Digital confidence', hint: '1 = unsure, 5 = very sure' },
  },
} satisfies TextsOf<typeof spec>
