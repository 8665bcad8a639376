import type { TextsOf } from '../texts.ts'
import type { parking as spec } from './spec.ts'

export const parking = {
  label: 'Parked topic',
  plural: 'Parked topics',
  hint: 'Important, but not now. It will not get lost here.',
  empty: 'Parked topic without text',
  fields: {
    text: { label: 'What is it about?', example: 'Who pays for running it?' },
    owner: { label: 'Who is in charge?', example: 'IT provider' },
  },
} satisfies TextsOf<typeof spec>
