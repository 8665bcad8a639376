import type { TextsOf } from '../texts.ts'
import type { quote as spec } from './spec.ts'

export const quote = {
  label: 'Quote',
  plural: 'Quotes',
  hint: 'What somebody said, with the passage in the interview.',
  empty: 'Quote without wording',
  withheld: 'Quote not released, stays in the group',
  fields: {
    wording: { label: 'Wording', hint: 'As it was said.' },
    rendering: {
      label: 'Rendering',
      options: { verbatim: 'Verbatim', paraphrased: 'Paraphrased' },
    },
    pseudonym: { label: 'Who said it?', hint: 'A pseudonym or the role, no real name.' },
    topic: { label: 'Topics', hint: 'One keyword or several, with commas between.' },
    source: { label: 'Passage in the interview' },
    release: {
      label: 'Release',
      hint: 'What is not released never leaves the group, in any format.',
      options: { group: 'for the group only', released: 'may leave the group' },
    },
  },
} satisfies TextsOf<typeof spec>
