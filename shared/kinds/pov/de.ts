import type { TextsOf } from '../texts.ts'
import type { pov as spec } from './spec.ts'

export const pov = {
  label: 'Standpunkt (POV)',
  plural: 'Standpunkte',
  hint: 'Ein Satz: Wer braucht was, und warum?',
  empty: 'Standpunkt ohne Bedürfnis',
  face: { who: 'Wer?', needs: 'was?', because: 'warum?', needsWord: ' braucht ', becauseWord: ', weil ' },
  fields: {
    who: { label: 'Wer?', hint: 'Eine Person mit Namen wirkt stärker als „die Bürger“.', example: 'Maren' },
    needs: {
      label: 'braucht …',
      hint: 'Ein Bedürfnis, keine Lösung: ein Tunwort hilft.',
      example: 'beim ersten Anruf eine Auskunft',
    },
    because: {
      label: 'weil …',
      hint: 'Die Erkenntnis dahinter.',
      example: 'nicht die Dauer verärgert, sondern die Stille',
    },
  },
} satisfies TextsOf<typeof spec>
