import type { TextsOf } from '../texts.ts'
import type { parking as spec } from './spec.ts'

export const parking = {
  label: 'Themenspeicher',
  plural: 'Themenspeicher',
  hint: 'Wichtig, aber nicht jetzt. Hier geht es nicht verloren.',
  empty: 'Thema ohne Text',
  fields: {
    text: { label: 'Worum geht es?', example: 'Wer zahlt den Betrieb?' },
    owner: { label: 'Wer kümmert sich?', example: 'IT-Dienstleister' },
  },
} satisfies TextsOf<typeof spec>
