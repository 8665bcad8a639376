import { defineKind } from '../spec.ts'
import { brainwritingFace } from './face.ts'

/** Six people, three ideas each, handed on five times (Rohrbach, 1968). */
export const brainwriting = defineKind({
  headline: 'question',
  detail: [],
  phase: 'solution',
  family: 'make',
  icon: 'refresh-cw',
  face: brainwritingFace,
  size: { w: 384, h: 252 },
  evidence: 'free',
  begins: 'empty',
  from: ['hmw', 'pov'],
  pages: [],
  fields: {
    question: { type: 'text', maxChars: 400 },
    rows: {
      type: 'items',
      max: 36,
      fields: {
        first: { type: 'text', maxChars: 300 },
        second: { type: 'text', maxChars: 300 },
        third: { type: 'text', maxChars: 300 },
      },
    },
  },
})
