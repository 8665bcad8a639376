import type { TextsOf } from '../texts.ts'
import type { milestone as spec } from './spec.ts'

export const milestone = {
  label: 'Meilenstein',
  plural: 'Meilensteine',
  hint: 'Was bis wann erreicht sein soll.',
  empty: 'Meilenstein ohne Text',
  fields: {
    what: { label: 'Was ist dann erreicht?', example: 'Probelauf in drei Kommunen' },
    owner: { label: 'Wer kümmert sich?' },
    due: { label: 'Bis wann?' },
    roadmapStep: {
      label: 'Abschnitt',
      options: {
        partnerships: 'Partnerschaften aufbauen',
        development: 'Lösungen entwickeln',
        implementation: 'Umsetzung',
        provision: 'Bereitstellung',
        evolution: 'Weiterentwicklung',
      },
    },
    state: { label: 'Stand der Arbeit', options: { open: 'offen', underway: 'in Arbeit', done: 'erledigt' } },
  },
} satisfies TextsOf<typeof spec>
