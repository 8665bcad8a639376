import type { TextsOf } from '../texts.ts'
import type { challenge as spec } from './spec.ts'

export const challenge = {
  label: 'Design-Challenge',
  plural: 'Design-Challenges',
  hint: 'Die Frage, an der eine Projektgruppe arbeitet.',
  empty: 'Challenge ohne Frage',
  face: { not: 'Nicht unser Ziel:', sponsor: 'Patenschaft:' },
  fields: {
    question: {
      label: 'Wie können wir … für … im Kontext …?',
      hint: 'Nennen Sie, was besser werden soll, für wen und wo. Noch keine Lösung.',
      example:
        'Wie können wir den Stand eines Antrags für Antragstellende im Alltag kleiner Verwaltungen sichtbar machen?',
    },
    background: { label: 'Hintergrund', hint: 'Warum gerade diese Frage? Worauf stützt sie sich?' },
    nonGoals: {
      label: 'Nicht unser Ziel',
      hint: 'Was lassen wir bewusst weg?',
      example: 'neue Fachverfahren beschaffen',
    },
    frame: { label: 'Rahmen', hint: 'Zeit, Geld, Recht: Was steht fest?' },
    sponsor: { label: 'Pate oder Patin', hint: 'Wer steht dafür ein?', example: 'Landkreis' },
    group: { label: 'Projektgruppe', hint: 'Wer arbeitet an dieser Frage?' },
  },
} satisfies TextsOf<typeof spec>
