import { defineKind } from '../spec.ts'
import { quoteFace } from './face.ts'

/** What somebody said, with the place in the interview it was taken from (O-Ton). */
export const quote = defineKind({
  headline: 'wording',
  detail: ['pseudonym', 'topic'],
  phase: 'preparation',
  family: 'evidence',
  icon: 'message-square-quote',
  face: quoteFace,
  size: { w: 284, h: 176 },
  evidence: 'is',
  awaits: { gap: 'unusedQuotes', until: ['*'] },
  begins: 'empty',
  // Taken out of an interview by marking a passage.
  from: [],
  pages: ['preparation-interviews'],
  release: { by: 'release', open: ['released'], writableBy: 'moderators', telling: 'wording' },
  said: true,
  freshIn: ['release'],
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
