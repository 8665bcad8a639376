import type { TextsOf } from '../texts.ts'
import type { parking as spec } from './spec.ts'

export const parking = {
  label: 'Parked topic',
  plural: 'Parked topics',
  hint: 'Important, but not now. Here it does not get lost.',
  empty: 'Parked topic without text',
  fields: {
    text: { label: 'What is it about?', example: 'Who pays for running it?' },
    owner: { label: 'Who looks after it?', example: 'IT provider' },
  },
} satisfies TextsOf<typeof spec>
