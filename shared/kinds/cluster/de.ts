import type { TextsOf } from '../texts.ts'
import type { cluster as spec } from './spec.ts'

export const cluster = {
  label: 'Cluster',
  plural: 'Cluster',
  hint: 'Ein Muster: Karten, die dasselbe sagen, liegen beisammen.',
  empty: 'Cluster ohne Namen',
  face: {
    folded_one: 'Eine Karte liegt zugeklappt darin.',
    folded_other: '{{count}} Karten liegen zugeklappt darin.',
  },
  fields: {
    name: {
      label: 'Name',
      hint: 'Sagen Sie das Gemeinsame in einem Satz, nicht nur ein Schlagwort.',
      example: 'Niemandem gehört der Stand',
    },
    summary: { label: 'Worum geht es?', hint: 'Was verbindet die Karten, was passt nicht ganz?' },
  },
} satisfies TextsOf<typeof spec>
