import { defineKind } from '../spec.ts'
import { insightFace } from './face.ts'

/** What a pattern teaches: a statement with a tension in it, and why it is so. */
export const insight = defineKind({
  headline: 'statement',
  detail: [],
  phase: 'problem',
  family: 'understand',
  icon: 'key-round',
  face: insightFace,
  size: { w: 284, h: 196 },
  evidence: 'needed',
  begins: 'empty',
  from: ['cluster', 'quote', 'observation', 'note'],
  pages: ['problem-clusters'],
  chapter: 'insights',
  fields: {
    statement: { type: 'text', maxChars: 600 },
    tension: { type: 'text', maxChars: 600 },
    why: { type: 'text', maxChars: 1_500 },
  },
})
