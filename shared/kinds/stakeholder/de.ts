import type { TextsOf } from '../texts.ts'
import type { stakeholder as spec } from './spec.ts'

export const stakeholder = {
  label: 'Akteur',
  plural: 'Akteure',
  hint: 'Eine Stelle oder Gruppe, die mitredet, hilft oder bremst.',
  empty: 'Akteur ohne Namen',
  fields: {
    name: { label: 'Wer?', hint: 'Stelle oder Gruppe, keine Einzelperson.', example: 'Personalrat' },
    role: { label: 'Rolle', hint: 'Was hat sie mit dem Thema zu tun?', example: 'Mitbestimmung' },
    influence: {
      label: 'Einfluss',
      hint: 'Wie viel kann sie bewegen?',
      options: { low: 'gering', medium: 'mittel', high: 'hoch' },
    },
    interest: {
      label: 'Interesse',
      hint: 'Wie wichtig ist ihr das Thema?',
      options: { low: 'gering', medium: 'mittel', high: 'hoch' },
    },
    attitude: {
      label: 'Haltung',
      options: {
        unknown: 'noch unbekannt',
        supportive: 'unterstützend',
        waiting: 'abwartend',
        sceptical: 'skeptisch',
        opposed: 'ablehnend',
      },
    },
    involvement: {
      label: 'Wie beteiligen?',
      hint: 'Was braucht sie von uns, und wann?',
      example: 'Früh zeigen, was nicht gemessen wird.',
    },
  },
} satisfies TextsOf<typeof spec>
