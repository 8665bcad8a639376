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
    everydayLife: { label: 'Everyday life' },
    goals: { label: 'Goals' },
    needs: { label: 'Needs' },
    obstacles: { label: 'Obstacles' },
    digitalSkill: { label: 'Digital confidence', hint: '1 = unsure, 5 = very sure' },
  },
} satisfies TextsOf<typeof spec>
