import { defineKind } from '../spec.ts'
import { testCardFace } from './face.ts'

/** What we believe, how we find out, and when we are right (Strategyzer test card, 2015). */
export const testCard = defineKind({
  headline: 'belief',
  detail: [],
  phase: 'solution',
  family: 'test',
  icon: 'flask-conical',
  face: testCardFace,
  size: { w: 284, h: 260 },
  evidence: 'free',
  begins: 'empty',
  from: ['concept', 'prototype'],
  pages: [],
  chapter: 'prototypes',
  fields: {
    belief: { type: 'text', maxChars: 600 },
    verification: { type: 'text', maxChars: 600 },
    measure: { type: 'text', maxChars: 600 },
    criterion: { type: 'text', maxChars: 600 },
  },
})
