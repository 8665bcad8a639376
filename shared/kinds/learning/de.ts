import type { TextsOf } from '../texts.ts'
import type { learning as spec } from './spec.ts'

export const learning = {
  label: 'Lernkarte',
  plural: 'Lernkarten',
  hint: 'Nach dem Test: Was haben wir gelernt, und wie geht es weiter?',
  empty: 'Lernkarte ohne Ergebnis',
  fields: {
    believed: {
      label: 'Wir glaubten',
      hint: 'Was haben wir vor dem Test angenommen?',
      example: 'Antragstellende wollen jeden Schritt sehen.',
    },
    observed: {
      label: 'Wir beobachteten',
      hint: 'Was haben die Testpersonen getan?',
      example: 'Vier von fünf suchten nur das Datum.',
    },
    learned: { label: 'Wir haben gelernt', example: 'Drei Zustände genügen, wenn ein Datum dabeisteht.' },
    nextStep: {
      label: 'Wie weiter?',
      hint: 'Was folgt aus dem, was wir gelernt haben?',
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
