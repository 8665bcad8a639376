import type { TextsOf } from '../texts.ts'
import type { task as spec } from './spec.ts'

export const task = {
  label: 'Aufgabe',
  plural: 'Aufgaben',
  hint: 'Wer macht was bis wann?',
  empty: 'Aufgabe ohne Text',
  captured: { keep: 'Aufgabe festhalten', kept: 'Aufgabe festgehalten.' },
  fields: {
    text: { label: 'Was ist zu tun?', example: 'Testpersonen anfragen' },
    owner: { label: 'Wer?' },
    due: { label: 'Bis wann?' },
    state: { label: 'Stand der Arbeit', options: { open: 'offen', underway: 'in Arbeit', done: 'erledigt' } },
  },
} satisfies TextsOf<typeof spec>
