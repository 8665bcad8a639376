import type { TextsOf } from '../texts.ts'
import type { note as spec } from './spec.ts'

export const note = {
  label: 'Notiz',
  plural: 'Notizen',
  hint: 'Ein Gedanke auf einem farbigen Zettel.',
  empty: 'Leere Notiz',
  fields: {
    text: { label: 'Text', hint: 'Ein Gedanke je Karte.' },
    colour: {
      label: 'Farbe',
      options: { yellow: 'Gelb', pink: 'Rosa', blue: 'Blau', green: 'Grün', violet: 'Violett', grey: 'Grau' },
    },
  },
} satisfies TextsOf<typeof spec>
