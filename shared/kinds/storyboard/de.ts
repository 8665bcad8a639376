import type { TextsOf } from '../texts.ts'
import type { storyboard as spec } from './spec.ts'

export const storyboard = {
  label: 'Storyboard',
  plural: 'Storyboards',
  hint: 'Die Lösung als Bildergeschichte: Was geschieht der Reihe nach?',
  empty: 'Storyboard ohne Titel',
  face: { pictures_one: '{{count}} Bild', pictures_other: '{{count}} Bilder' },
  fields: {
    title: { label: 'Titel', example: 'Maren weiß Bescheid' },
    scenes: {
      label: 'Bilder',
      hint: 'Strichfiguren genügen.',
      item: 'Bild',
      fields: {
        picture: { label: 'Bild' },
        text: { label: 'Was geschieht?', example: 'Maren sieht den Stand auf einen Blick.' },
      },
    },
  },
} satisfies TextsOf<typeof spec>
