import type { TextsOf } from '../texts.ts'
import type { learning as spec } from './spec.ts'

export const learning = {
  label: 'Lernkarte',
  plural: 'Lernkarten',
  hint: 'Nach dem Test: Was haben wir gelernt, und wie geht es weiter?',
  empty: 'Lernkarte ohne Ergebnis',
  fields: {
    believed: { label: 'Wir glaubten' },
    observed: { label: 'Wir beobachteten' },
    learned: { label: 'Wir haben gelernt', example: 'Drei Zustände genügen, wenn ein Datum dabeisteht.' },
    nextStep: {
      label: 'Wie weiter?',
      options: {
        open: 'noch offen',
        iterate: 'überarbeiten',
        pivot: 'zurück zum Standpunkt',
        continue: 'weiterführen',
        stop: 'beenden',
      },
    },
  },
} satisfies TextsOf<typeof spec>
