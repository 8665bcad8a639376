import type { TextsOf } from '../texts.ts'
import type { retro as spec } from './spec.ts'

export const retro = {
  label: 'Rückblick',
  plural: 'Rückblicke',
  hint: 'Kurz zurückschauen: Was war gut, was schwierig, was machen wir beim nächsten Mal?',
  empty: 'Rückblick ohne Titel',
  fields: {
    about: { label: 'Worauf?', example: 'Dritte Sitzung' },
    good: { label: 'Gut war', hint: 'Was hat geholfen?', example: 'Alle kamen zu Wort.' },
    difficult: {
      label: 'Schwierig war',
      hint: 'Was hat gebremst?',
      example: 'Für die Tests blieb zu wenig Zeit.',
    },
    nextTime: { label: 'Nächstes Mal', hint: 'Was machen wir anders?', example: 'Mit den Tests beginnen.' },
  },
} satisfies TextsOf<typeof spec>
