import type { TextsOf } from '../texts.ts'
import type { document as spec } from './spec.ts'

export const document = {
  label: 'Begleittext',
  plural: 'Begleittexte',
  hint: 'Was zu den Interviews gehört und keines ist: Vorgehen, Auswertung, Schlussfolgerungen.',
  empty: 'Begleittext ohne Titel',
  fields: {
    title: { label: 'Titel' },
    transcript: { label: 'Text', hint: 'Bleibt, wie er eingelesen wurde.' },
    strong: { label: 'Hervorgehobenes' },
  },
} satisfies TextsOf<typeof spec>
