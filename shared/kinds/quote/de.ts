import type { TextsOf } from '../texts.ts'
import type { quote as spec } from './spec.ts'

export const quote = {
  label: 'O-Ton',
  plural: 'O-Töne',
  hint: 'Was jemand gesagt hat, mit der Stelle im Interview.',
  empty: 'O-Ton ohne Wortlaut',
  withheld: 'O-Ton nicht freigegeben, bleibt in der Gruppe',
  fields: {
    wording: { label: 'Wortlaut', hint: 'So, wie es gesagt wurde.' },
    rendering: {
      label: 'Wiedergabe',
      options: { verbatim: 'Wörtlich', paraphrased: 'Sinngemäß' },
    },
    pseudonym: { label: 'Wer hat das gesagt?', hint: 'Ein Deckname oder die Funktion, kein echter Name.' },
    topic: { label: 'Themen', hint: 'Ein Stichwort oder mehrere, mit Komma dazwischen.' },
    source: { label: 'Stelle im Interview' },
    release: {
      label: 'Freigabe',
      hint: 'Was nicht freigegeben ist, verlässt die Gruppe in keinem Format.',
      options: { group: 'nur für die Gruppe', released: 'darf hinaus' },
    },
  },
} satisfies TextsOf<typeof spec>
