import type { TextsOf } from '../texts.ts'
import type { retro as spec } from './spec.ts'

export const retro = {
  label: 'Rückblick',
  plural: 'Rückblicke',
  hint: 'Kurz zurückschauen: Was war gut, was schwierig, was machen wir beim nächsten Mal?',
  empty: 'Rückblick ohne Titel',
  fields: {
    about: { label: 'Worauf?', example: 'Dritte Sitzung' },
    good: { label: 'Gut war' },
    difficult: { label: 'Schwierig war' },
    nextTime: { label: 'Nächstes Mal' },
  },
} satisfies TextsOf<typeof spec>
