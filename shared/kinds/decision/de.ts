import type { TextsOf } from '../texts.ts'
import type { decision as spec } from './spec.ts'

export const decision = {
  label: 'Beschluss',
  plural: 'Beschlüsse',
  hint: 'Was die Gruppe entschieden hat.',
  empty: 'Beschluss ohne Text',
  face: { for: 'dafür', against: 'dagegen' },
  captured: { keep: 'Beschluss festhalten', kept: 'Beschluss festgehalten.' },
  fields: {
    text: { label: 'Was ist beschlossen?', example: 'Wir erproben drei Zustände.' },
    owner: { label: 'Wer setzt es um?' },
    date: { label: 'Wann?' },
    votesFor: { label: 'Dafür' },
    votesAgainst: { label: 'Dagegen' },
  },
} satisfies TextsOf<typeof spec>
