import { defineKind } from '../spec.ts'
import { clusterFace } from './face.ts'

/** A pattern: cards that say the same thing. Which cards it holds is their placement’s matter. */
export const cluster = defineKind({
  headline: 'name',
  detail: [],
  phase: 'problem',
  family: 'understand',
  icon: 'layers',
  face: clusterFace,
  size: { w: 384, h: 212 },
  evidence: 'needed',
  begins: 'empty',
  from: ['quote', 'observation', 'note', 'idea'],
  pages: [],
  holds: { by: 'order', columns: 2 },
  fields: {
    name: { type: 'line', maxChars: 200 },
    summary: { type: 'text', maxChars: 1_500 },
  },
})
