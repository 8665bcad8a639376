import type { TextsOf } from '../texts.ts'
import type { testSession as spec } from './spec.ts'

export const testSession = {
  label: 'Testprotokoll',
  plural: 'Testprotokolle',
  hint: 'Was geschah, als jemand den Prototyp ausprobiert hat.',
  empty: 'Testprotokoll ohne Befund',
  fields: {
    person: {
      label: 'Wer hat getestet?',
      hint: 'Ein Deckname oder die Funktion.',
      example: 'Testperson 3, Bauamt',
    },
    date: { label: 'Wann?' },
    task: {
      label: 'Aufgabe',
      hint: 'Was sollte die Person tun?',
      example: 'Finden Sie heraus, wo der Antrag liegt.',
    },
    seen: { label: 'Gesehen', hint: 'Was hat sie getan?' },
    said: { label: 'Gesagt', hint: 'Wörtlich, in Anführungszeichen.' },
    finding: { label: 'Befund', hint: 'In einem Satz.', example: '„In Prüfung“ sagt ihr nichts.' },
    outcome: {
      label: 'Ergebnis',
      hint: 'Hat die Person die Aufgabe geschafft?',
      options: {
        open: 'noch offen',
        worked: 'gelungen',
        partly: 'teilweise gelungen',
        failed: 'nicht gelungen',
      },
    },
  },
} satisfies TextsOf<typeof spec>
