import type { TextsOf } from '../texts.ts'
import type { observation as spec } from './spec.ts'

export const observation = {
  label: 'Beobachtung',
  plural: 'Beobachtungen',
  hint: 'Etwas, das jemand gesehen hat. Was es bedeutet, steht getrennt davon.',
  empty: 'Beobachtung ohne Text',
  face: { meaning: 'Deutung' },
  fields: {
    fact: {
      label: 'Was war zu sehen?',
      hint: 'Nur, was eine Kamera auch gezeigt hätte.',
      example: 'Bauakten gehen dienstags mit dem Boten ins Nachbaramt.',
    },
    interpretation: {
      label: 'Deutung',
      hint: 'Was schließen Sie daraus? Das darf falsch sein.',
      example: 'Vor Dienstag kann niemand Auskunft geben.',
    },
    place: { label: 'Wo?', hint: 'Art des Ortes genügt.', example: 'Bürgerbüro einer kleinen Stadt' },
    date: { label: 'Wann?' },
  },
} satisfies TextsOf<typeof spec>
