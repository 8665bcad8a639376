import { defineKind } from './field.ts'

/** What somebody said, with the place in the interview it was taken from (O-Ton). */
export const quote = defineKind({
  headline: 'wording',
  phase: 'preparation',
  size: { w: 280, h: 200 },
  fields: {
    wording: { type: 'text', maxChars: 4_000 },
    rendering: { type: 'choice', options: ['verbatim', 'paraphrased'], initial: 'verbatim' },
    pseudonym: { type: 'line', maxChars: 120 },
    topic: { type: 'line', maxChars: 120 },
    source: { type: 'source' },
    /** Consent follows the quote: what is not released never leaves the group, in any format. */
    release: { type: 'choice', options: ['group', 'released'], initial: 'group' },
  },
})
