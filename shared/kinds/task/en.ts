import type { TextsOf } from '../texts.ts'
import type { task as spec } from './spec.ts'

export const task = {
  label: 'Task',
  plural: 'Tasks',
  hint: 'Who does what by when?',
  empty: 'Task without text',
  captured: { keep: 'Record the task', kept: 'Task recorded.' },
  fields: {
    text: { label: 'What is to be done?', example: 'Ask people to test' },
    owner: { label: 'Who?' },
    due: { label: 'By when?' },
    state: { label: 'Progress', options: { open: 'open', underway: 'under way', done: 'done' } },
  },
} satisfies TextsOf<typeof spec>
