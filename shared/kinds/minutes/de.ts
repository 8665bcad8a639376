import type { TextsOf } from '../texts.ts'
import type { minutes as spec } from './spec.ts'

export const minutes = {
  label: 'Ergebnisprotokoll',
  plural: 'Ergebnisprotokolle',
  hint: 'Was in einer Sitzung herausgekommen ist.',
  empty: 'Protokoll ohne Titel',
  face: { kind: 'Protokoll' },
  fields: {
    title: { label: 'Titel', example: 'Dritte Sitzung' },
    date: { label: 'Sitzung am' },
    points: {
      label: 'Punkte',
      item: 'Punkt',
      fields: { text: { label: 'Ergebnis', example: 'Drei Zustände genügen für den ersten Test.' } },
    },
  },
} satisfies TextsOf<typeof spec>
