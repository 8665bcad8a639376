import { noteColours } from '../field.ts'
import { defineKind } from '../spec.ts'
import { noteFace } from './face.ts'

/** A thought on a coloured slip; may be turned into any other kind without retyping. */
export const note = defineKind({
  headline: 'text',
  detail: [],
  phase: 'accompanying',
  family: 'frame',
  icon: 'sticky-note',
  face: noteFace,
  size: { w: 184, h: 136 },
  colouredBy: 'colour',
  evidence: 'free',
  begins: 'empty',
  from: ['*'],
  pages: [],
  fields: {
    text: { type: 'text', maxChars: 2_000 },
    colour: { type: 'choice', options: noteColours, initial: 'yellow' },
  },
})
