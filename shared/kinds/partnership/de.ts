import type { TextsOf } from '../texts.ts'
import type { partnership as spec } from './spec.ts'

export const partnership = {
  label: 'Umsetzungspartnerschaft',
  plural: 'Umsetzungspartnerschaften',
  hint: 'Wer hilft mit, die Lösung umzusetzen, und wie fest ist das?',
  empty: 'Partnerschaft ohne Namen',
  face: {
    kind: 'Partnerschaft',
    committee: 'Gremium muss zustimmen',
    pilot: 'Erprobt',
    decides: 'Entscheidet',
    afterwards: 'Danach',
  },
  fields: {
    partner: { label: 'Partner', example: 'Landkreis' },
    partnerRole: { label: 'Rolle', example: 'Pilotkommune' },
    people: { label: 'Menschen', hint: 'Wer arbeitet mit, wie viel?', example: 'eine halbe Stelle' },
    money: { label: 'Geld', example: '10.000 € für den Probelauf' },
    technologyShare: { label: 'Technik', example: 'Testumgebung' },
    commitment: {
      label: 'Wie fest?',
      hint: 'Interesse: will dabei sein. Pilot: erprobt es. Zusage: setzt es um.',
      options: { interest: 'Interesse', pilot: 'Pilot', promise: 'Zusage' },
    },
    committee: {
      label: 'Gremium nötig?',
      hint: 'Muss noch jemand zustimmen, zum Beispiel ein Rat?',
      options: {
        unknown: 'noch offen',
        notNeeded: 'nicht nötig',
        needed: 'muss noch zustimmen',
        approved: 'hat zugestimmt',
      },
    },
    procurement: {
      label: 'Vergabeweg',
      hint: 'Zum Beispiel Rahmenvertrag oder Inhouse-Vergabe.',
      example: 'Inhouse',
    },
    pilotMunicipality: { label: 'Modellkommune', hint: 'Wo wird zuerst erprobt?' },
    decidingBody: { label: 'Wer entscheidet?', example: 'Verbandsversammlung' },
    decisionDate: { label: 'Entscheidung am' },
    rollOut: { label: 'Ausbreitung', hint: 'Wie kommt es danach zu den anderen?' },
    due: { label: 'Frist' },
    contact: { label: 'Kontakt', hint: 'Funktion und Stelle genügen.' },
  },
} satisfies TextsOf<typeof spec>
