import { defineKind } from '../spec.ts'
import { empathyMapFace } from './face.ts'

/** What somebody says, thinks, feels and does, with pains and gains (Gray, Gamestorming, 2010). */
export const empathyMap = defineKind({
  headline: 'about',
  detail: [],
  phase: 'problem',
  family: 'understand',
  icon: 'heart',
  face: empathyMapFace,
  size: { w: 384, h: 284 },
  evidence: 'needed',
  begins: 'empty',
  from: ['persona', 'cluster', 'interview'],
  pages: [],
  chapter: 'personas',
  fields: {
    about: { type: 'line', maxChars: 160 },
    says: { type: 'text', maxChars: 1_500 },
    thinks: { type: 'text', maxChars: 1_500 },
    feels: { type: 'text', maxChars: 1_500 },
    does: { type: 'text', maxChars: 1_500 },
    pains: { type: 'text', maxChars: 1_500 },
    gains: { type: 'text', maxChars: 1_500 },
  },
})
