import { defineKind } from '../spec.ts'
import { retroFace } from './face.ts'

/** A look back: what was good, what was difficult, what to do next time. */
export const retro = defineKind({
  headline: 'about',
  detail: [],
  phase: 'accompanying',
  family: 'frame',
  icon: 'history',
  face: retroFace,
  size: { w: 384, h: 176 },
  evidence: 'free',
  begins: 'empty',
  from: [],
  pages: [],
  fields: {
    about: { type: 'line', maxChars: 160 },
    good: { type: 'text', maxChars: 2_000 },
    difficult: { type: 'text', maxChars: 2_000 },
    nextTime: { type: 'text', maxChars: 2_000 },
  },
})
