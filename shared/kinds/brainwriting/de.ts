import type { TextsOf } from '../texts.ts'
import type { brainwriting as spec } from './spec.ts'

export const brainwriting = {
  label: 'Brainwriting 6-3-5',
  plural: 'Brainwriting 6-3-5',
  hint: 'Reihum schreiben: drei Einfälle je Zeile, dann weitergeben und auf den anderen aufbauen.',
  empty: 'Brainwriting ohne Frage',
  face: { ideas_one: '{{count}} Einfall', ideas_other: '{{count}} Einfälle' },
  fields: {
    question: { label: 'Zu welcher Frage?' },
    rows: {
      label: 'Zeilen',
      hint: 'Lesen Sie, was oben steht, und bauen Sie darauf auf.',
      item: 'Zeile',
      fields: {
        first: { label: 'Erster Einfall' },
        second: { label: 'Zweiter Einfall' },
        third: { label: 'Dritter Einfall' },
      },
    },
  },
} satisfies TextsOf<typeof spec>
