import { defineKind } from '../spec.ts'
import { crazy8Face } from './face.ts'
import { crazy8Rounds } from '../rounds.ts'

/** Eight quick sketches in eight minutes (Knapp, Sprint, 2016). */
export const crazy8 = defineKind({
  headline: 'question',
  detail: [],
  phase: 'solution',
  family: 'make',
  icon: 'layout-grid',
  face: crazy8Face,
  size: { w: 384, h: 252 },
  evidence: 'free',
  begins: 'empty',
  from: ['hmw', 'pov'],
  pages: [],
  fields: {
    question: { type: 'text', maxChars: 400 },
    sketches: {
      type: 'items',
      max: crazy8Rounds.count,
      fields: { text: { type: 'text', maxChars: 300 }, sketch: { type: 'image' } },
    },
  },
})
