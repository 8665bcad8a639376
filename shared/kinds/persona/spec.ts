import { defineKind } from '../spec.ts'
import { personaFace } from './face.ts'

/** An invented person who stands for many (Cooper, The Inmates Are Running the Asylum, 1999). */
export const persona = defineKind({
  headline: 'name',
  detail: ['role', 'municipality'],
  phase: 'problem',
  family: 'understand',
  icon: 'user-round',
  face: personaFace,
  size: { w: 384, h: 352 },
  evidence: 'needed',
  begins: 'empty',
  from: ['insight', 'cluster', 'empathyMap', 'quote', 'note', 'interview'],
  wordsInto: { insight: 'needs', cluster: 'needs', quote: 'quote', interview: null },
  pages: ['problem-personas'],
  chapter: 'personas',
  fields: {
    name: { type: 'line', maxChars: 120 },
    role: { type: 'line', maxChars: 160 },
    municipality: { type: 'line', maxChars: 160 },
    portrait: { type: 'image' },
    quote: { type: 'text', maxChars: 600 },
    everydayLife: { type: 'text', maxChars: 4_000 },
    goals: { type: 'text', maxChars: 4_000 },
    needs: { type: 'text', maxChars: 4_000 },
    obstacles: { type: 'text', maxChars: 4_000 },
    digitalSkill: { type: 'number', min: 1, max: 5 },
  },
})
