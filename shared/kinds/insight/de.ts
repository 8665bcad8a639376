import type { TextsOf } from '../texts.ts'
import type { insight as spec } from './spec.ts'

export const insight = {
  label: 'Erkenntnis',
  plural: 'Erkenntnisse',
  hint: 'Was ein Muster lehrt: ein Satz, der überrascht.',
  empty: 'Erkenntnis ohne Aussage',
  fields: {
    statement: {
      label: 'Aussage',
      hint: 'Ein Satz, dem man widersprechen könnte.',
      example: 'Nicht die Dauer verärgert, sondern die Stille.',
    },
    tension: {
      label: 'Spannung',
      hint: 'Was steht dagegen?',
      example: 'Auskunft kostet Zeit, Schweigen auch.',
    },
    why: { label: 'Warum ist das so?', example: 'Wer nichts hört, nimmt das Schlimmste an.' },
  },
} satisfies TextsOf<typeof spec>
