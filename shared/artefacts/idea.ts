import { defineKind } from './field.ts'

/** One sentence that could become a solution. */
export const idea = defineKind({
  headline: 'sentence',
  phase: 'solution',
  size: { w: 240, h: 180 },
  fields: {
    sentence: { type: 'text', maxChars: 600 },
    benefit: { type: 'text', maxChars: 2_000 },
    sketch: { type: 'image' },
  },
})
