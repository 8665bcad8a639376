import { field, inRows, words } from './layout.ts'
import type { PageTemplate } from './method.ts'

/** Runs beside all phases: what holds, who does what, what has to wait. */
export const decisionsPage: PageTemplate = {
  key: 'decisions',
  phase: 'accompanying',
  name: { de: 'Beschlüsse & Aufgaben', en: 'Decisions & tasks' },
  instruction: {
    de: 'Schreiben Sie mit, was beschlossen ist und wer was bis wann erledigt. Offenes kommt in den Themenspeicher.',
    en: 'Write down what has been decided and who does what by when. Open questions go to the parking lot.',
  },
  question: words([
    'Was gilt jetzt, und wer tut den nächsten Schritt?',
    'What has been agreed, and who takes the next step?',
  ]),
  fields: inRows([
    field('decisions', ['Beschlüsse', 'Decisions'], {
      takes: ['decision'],
      example: ['Wir beginnen mit dem Wohngeld.', 'We begin with housing benefit.'],
    }),
    field('tasks', ['Aufgaben', 'Tasks'], {
      takes: ['task'],
      example: ['Imke lädt die Kämmerei ein, bis Freitag.', 'Imke invites the treasury, by Friday.'],
    }),
    field('parking', ['Themenspeicher', 'Parking lot'], {
      takes: ['parking'],
      example: ['Wie halten wir die Texte aktuell?', 'How do we keep the texts up to date?'],
    }),
  ]),
}
