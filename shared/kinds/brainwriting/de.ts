import type { TextsOf } from '../texts.ts'
import type { brainwriting as spec } from './spec.ts'

export const brainwriting = {
  label: 'Brainwriting 6-3-5',
  plural: 'Brainwriting 6-3-5',
  hint: 'Reihum schreiben: drei Einfälle je Zeile, dann weitergeben und auf den anderen aufbauen.',
  empty: 'Brainwriting ohne Frage',
  face: { ideas_one: '{{count}} Einfall', ideas_other: '{{count}} Einfälle' },
  fields: {
    question: { label: 'Zu welcher Frage?', example: 'Wie können wir den Stand sichtbar machen?' },
    rows: {
      label: 'Zeilen',
      hint: 'Lesen Sie, was oben steht, und bauen Sie darauf auf.',
      item: 'Zeile',
      fields: {
        first: { label: 'Erster Einfall', example: 'Ein Datum statt einer Ampel' },
        second: { label: 'Zweiter Einfall', example: 'Eine Nachricht, sobald jemand übernimmt' },
        third: { label: 'Dritter Einfall', example: 'Ein Schild am Schalter' },
      },
    },
  },
} satisfies TextsOf<typeof spec>
