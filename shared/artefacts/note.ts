import { defineKind, noteColours } from './field.ts'

/** A thought on a coloured slip; may be turned into any other kind without retyping. */
export const note = defineKind({
  headline: 'text',
  phase: 'accompanying',
  size: { w: 200, h: 160 },
  fields: {
    text: { type: 'text', maxChars: 2_000 },
    colour: { type: 'choice', options: noteColours, initial: 'yellow' },
  },
})
