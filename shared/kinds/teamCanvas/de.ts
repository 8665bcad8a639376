import type { TextsOf } from '../texts.ts'
import type { teamCanvas as spec } from './spec.ts'

export const teamCanvas = {
  label: 'Team-Canvas',
  plural: 'Team-Canvas',
  hint: 'Was die Gruppe sich vornimmt und wie sie zusammenarbeitet.',
  empty: 'Team-Canvas ohne Auftrag',
  fields: {
    purpose: { label: 'Auftrag', hint: 'Wozu gibt es diese Gruppe?', example: 'Auskunft ohne Nachtragen' },
    sharedGoals: {
      label: 'Gemeinsame Ziele',
      hint: 'Was ist am Ende anders?',
      example: 'Pilot bis September',
    },
    personalGoals: {
      label: 'Persönliche Ziele',
      hint: 'Was möchten Sie selbst mitnehmen?',
      example: 'weniger Anrufe',
    },
    teamRoles: { label: 'Rollen', hint: 'Wer bringt welche Sicht mit?', example: 'Bürgerbüro, Bauamt, IT' },
    strengths: { label: 'Stärken', hint: 'Was können wir gut?' },
    teamNeeds: {
      label: 'Was wir brauchen',
      hint: 'Zeit, Zugänge, Rückhalt …',
      example: '2 Stunden in der Woche',
    },
    rules: { label: 'Spielregeln', hint: 'Woran halten sich alle?', example: 'Fragen vor Antworten' },
  },
} satisfies TextsOf<typeof spec>
