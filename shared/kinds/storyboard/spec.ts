import { defineKind } from '../spec.ts'
import { storyboardFace } from './face.ts'

/** A solution told in pictures, one frame after the other. */
export const storyboard = defineKind({
  headline: 'title',
  detail: [],
  phase: 'solution',
  family: 'make',
  icon: 'clapperboard',
  face: storyboardFace,
  size: { w: 584, h: 220 },
  evidence: 'free',
  begins: 'empty',
  from: ['concept', 'idea', 'journey'],
  pages: [],
  chapter: 'prototypes',
  fields: {
    title: { type: 'line', maxChars: 160 },
    scenes: {
      type: 'items',
      max: 24,
      fields: { picture: { type: 'image' }, text: { type: 'text', maxChars: 400 } },
    },
  },
})
