import { defineKind } from '../spec.ts'
import { povFace } from './face.ts'

/** A point of view: somebody needs something, because of an insight (Hasso Plattner Institute, d.school). */
export const pov = defineKind({
  headline: 'needs',
  detail: ['who'],
  phase: 'problem',
  family: 'understand',
  icon: 'compass',
  face: povFace,
  size: { w: 584, h: 164 },
  evidence: 'needed',
  begins: 'empty',
  from: ['persona', 'insight', 'cluster', 'empathyMap', 'learning'],
  wordsInto: {
    persona: 'who',
    empathyMap: 'who',
    insight: 'because',
    cluster: 'because',
    learning: 'because',
  },
  pages: ['problem-pov'],
  chapter: 'insights',
  fields: {
    who: { type: 'text', maxChars: 200 },
    needs: { type: 'text', maxChars: 600 },
    because: { type: 'text', maxChars: 600 },
  },
})
