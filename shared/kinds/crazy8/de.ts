import type { TextsOf } from '../texts.ts'
import type { crazy8 as spec } from './spec.ts'

export const crazy8 = {
  label: 'Crazy 8s',
  plural: 'Crazy 8s',
  hint: 'Acht Einfälle in acht Minuten, einer je Feld.',
  empty: 'Crazy 8s ohne Frage',
  face: { filled: '{{count}} von 8' },
  fields: {
    question: { label: 'Zu welcher Frage?', example: 'Wie können wir den Stand sichtbar machen?' },
    sketches: {
      label: 'Felder',
      hint: 'Für jedes eine Minute. Unfertiges zählt.',
      item: 'Feld',
      fields: {
        text: { label: 'Einfall', example: 'Statuszeile wie bei der Paketverfolgung' },
        sketch: { label: 'Skizze' },
      },
    },
  },
} satisfies TextsOf<typeof spec>
