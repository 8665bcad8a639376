import type { TextsOf } from '../texts.ts'
import type { journey as spec } from './spec.ts'

export const journey = {
  label: 'Nutzerreise',
  plural: 'Nutzerreisen',
  hint: 'Was eine Person Schritt für Schritt erlebt, mit Höhen, Tiefen und Medienbrüchen.',
  empty: 'Nutzerreise ohne Titel',
  face: {
    steps_one: '{{count}} Schritt',
    steps_other: '{{count}} Schritte',
    breaks_one: '{{count}} Medienbruch',
    breaks_other: '{{count}} Medienbrüche',
    chances_one: '{{count}} Chance',
    chances_other: '{{count}} Chancen',
  },
  fields: {
    title: { label: 'Titel', hint: 'Wer will was?', example: 'Yusuf will ein Carport bauen' },
    about: { label: 'Aus wessen Sicht?', example: 'Antragstellende' },
    stages: {
      label: 'Schritte',
      hint: 'In der Reihenfolge, in der sie geschehen.',
      item: 'Schritt',
      fields: {
        action: { label: 'Was passiert?', example: 'ruft im Bauamt an' },
        touchpoint: { label: 'Kontaktpunkt', example: 'Telefon' },
        system: { label: 'System', example: 'Fachverfahren Bau' },
        mediaBreak: { label: 'Medienbruch?', options: { none: 'nein', break: 'ja' } },
        feeling: { label: 'Gefühl', hint: '−2 = sehr schlecht, 2 = sehr gut' },
        obstacle: { label: 'Hindernis', example: 'Niemand nimmt ab.' },
        opportunity: {
          label: 'Chance',
          hint: 'Was ließe sich hier besser machen?',
          example: 'Die Antwort steht schon im Netz.',
        },
      },
    },
  },
} satisfies TextsOf<typeof spec>
